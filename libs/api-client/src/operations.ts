import type { paths } from './openapi.generated';

export type Method = 'get' | 'post';

/** The addresses that take the method. */
export type PathsOf<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, object> ? Path : never;
}[keyof paths];

export type OperationOf<Path extends keyof paths, M extends Method> =
  paths[Path] extends Record<M, infer Operation> ? Operation : never;

/** Those of path, query string and headers; a group is demanded where one of it is. */
export type ParametersOf<Operation> = Operation extends { parameters: infer Parameters } ? Groups<Parameters> : object;

type Groups<Parameters> = {
  readonly [Name in keyof Parameters as Parameters[Name] extends undefined ? never : Name]: Parameters[Name];
};

/** Undefined where the operation takes none. */
export type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : undefined;

export type AnswerOf<Operation> = Operation extends { responses: infer Responses } ? Success<Responses> : never;

type Success<Responses> = {
  [Status in keyof Responses]: Status extends 200 | 201
    ? Responses[Status] extends { content: { 'application/json': infer Body } }
      ? Body
      : never
    : never;
}[keyof Responses];
