import fc from 'fast-check';
import { v7 } from 'uuid';
import { exampleOf } from '../src/http/openapi-example';
import { roles, unitRoles } from '../src/auth/roles';
import type { Response } from 'supertest';
import type { Person, RunningApi } from './running-api';
import { nearly, type Schema, type Schemas } from './schema-arbitrary';

export interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: unknown;
  readonly 'x-roles'?: readonly string[];
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
}

/** One operation of the document, by the name that faults are told under. */
export interface Target {
  readonly name: string;
  readonly method: 'get' | 'post';
  readonly template: string;
  readonly operation: Operation;
}

export interface FuzzRequest {
  readonly person: Person | undefined;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Everybody there is: nobody, one per role outside the units, and those of the unit u1. `u2` is another unit. */
export const people: readonly (Person | undefined)[] = [
  undefined,
  ...roles.filter((role) => !unitRoles.includes(role)),
  ...unitRoles.map((role): Person => `${role}@u1`),
];

/** All operations but those that tell how we are: they speak of outages. */
export function targetsOf({ paths }: ApiDocument): Target[] {
  return Object.entries(paths).flatMap(([template, item]) =>
    (['get', 'post'] as const).flatMap((method): Target[] => {
      const operation = item[method];
      if (!operation || template.startsWith('/health')) return [];
      return [{ name: `${method} ${template}`, method, template, operation }];
    }),
  );
}

/** Whether the operation lets the person in at all. */
export function isForPerson({ operation }: Target, person: Person | undefined): boolean {
  const allowed = operation['x-roles'] ?? [];
  return allowed.length === 0 || (person !== undefined && allowed.includes(person.split('@')[0] ?? ''));
}

/** Requests that are nearly as they should be, mostly by somebody who may send them. */
export function requestsTo(target: Target, { components: { schemas } }: ApiDocument): fc.Arbitrary<FuzzRequest> {
  const headers: fc.Arbitrary<Readonly<Record<string, string>>> =
    target.method === 'post' ? commandHeaders : fc.constant({});
  const may = people.filter((person) => isForPerson(target, person));
  return fc.record({
    person: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...may) },
      { weight: 1, arbitrary: fc.constantFrom(...people) },
    ),
    path: fc.tuple(pathOf(target.template), queryOf(target, schemas)).map(([path, query]) => path + query),
    headers,
    body: nearly(schemaOf(target), schemas),
  });
}

/** What stands in an address, by the name of its parameter. */
export type Places = Readonly<Record<string, string>>;

/** The request that the document itself gives as an example, at these places; `x1` where none is given. */
export function exampleFor(
  target: Target,
  person: Person | undefined,
  places: Places,
  { components }: ApiDocument,
): FuzzRequest {
  const path = target.template.replace(/\{(\w+)\}/g, (_whole, name: string) => places[name] ?? 'x1');
  const headers = { 'If-Match': '"0"', 'Idempotency-Key': v7() };
  return {
    person,
    path,
    headers: target.method === 'post' ? headers : {},
    body: exampleOf(schemaOf(target), components.schemas),
  };
}

export async function sent(
  api: RunningApi,
  { method }: Target,
  { person, path, headers, body }: FuzzRequest,
): Promise<Response> {
  if (method === 'get') return api.question(person, path);
  const text = JSON.stringify(body) as string | undefined;
  return api.raw(person, path, headers, text ?? '');
}

/** Of the operation's body. */
export function schemaOf({ operation }: Target): Schema {
  return operation.requestBody?.content['application/json']?.schema ?? { type: 'object' };
}

const strange = fc.constantFrom(
  ...['a', 'A.b-c', '0', '-1', '%00', '%ff', '..%2f..', 'x'.repeat(70), '%F0%9F%90%98', '__proto__', 'no-stream'],
);

/** The path with most parameters as they should be; units are one's own or another. */
function pathOf(template: string): fc.Arbitrary<string> {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const proper = (name: string) =>
    name === 'year' ? fc.constantFrom('2024', '2025') : fc.constantFrom('u1', 'u1', 'u2', 'khoi');
  const values = names.map((name) =>
    fc.oneof({ weight: 8, arbitrary: proper(name) }, { weight: 1, arbitrary: strange }),
  );
  return fc
    .tuple(...values)
    .map((chosen) => names.reduce((path, name, at) => path.replace(`{${name}}`, chosen[at] ?? ''), template));
}

/** Positions that any log has; whoever names one that it has not is made to wait for two seconds. */
const reached = fc.constantFrom('0', '1', '2');
const oddText = fc.oneof(
  fc.string().filter((text) => !/^\d+$/.test(text)),
  fc.constantFrom('0', '1', '9'.repeat(30), '\u0000', 'WyJhIl0', "'--"),
);

function queryOf({ operation }: Target, schemas: Schemas): fc.Arbitrary<string> {
  const inQuery = (operation.parameters ?? []).filter((each) => each.in === 'query');
  const values = inQuery.map(({ name, schema = {} }) => {
    const proper = name === 'after' ? reached : nearly(schema, schemas);
    return fc.option(fc.oneof({ weight: 3, arbitrary: proper }, { weight: 1, arbitrary: oddText }), { freq: 2 });
  });
  const slip = seldom(fc.constantFrom('aftr=1', 'after', '%00=1', 'limit=1&limit=2'));
  return fc.tuple(slip, ...values).map(([wrong, ...chosen]) => {
    const given = inQuery.flatMap(({ name }, at) => {
      const value = chosen[at];
      return typeof value === 'string' || typeof value === 'number'
        ? [`${name}=${encodeURIComponent(wellFormed(value))}`]
        : [];
    });
    const all = wrong === null ? given : [...given, wrong];
    return all.length === 0 ? '' : `?${all.join('&')}`;
  });
}

/** One in thirteen. */
function seldom<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

/** Halves of surrogate pairs cannot be written into an address at all. */
function wellFormed(value: string | number): string {
  return String(value).replace(/\p{Cs}/gu, '?');
}

const oftenUsed = v7();
const key = fc.oneof(
  { weight: 8, arbitrary: fc.constant(undefined).map(() => v7()) },
  { weight: 1, arbitrary: fc.constantFrom(oftenUsed, 'no-uuid', '\u00ff', '00000000-0000-0000-0000-000000000000') },
);
const seen = fc.constantFrom(
  ...['"0"', '"0"', '"1"', '"2"', '"no-stream"', '"no-stream"', 'W/"0"', '*', '0', '"99999999999999999999"', '\u00ff'],
);
const commandHeaders = fc
  .tuple(key, fc.option(seen, { freq: 8 }), seldom(fc.constantFrom('*', '"0"')))
  .map(([idempotencyKey, match, noneMatch]): Record<string, string> => {
    const given = Object.entries({ 'Idempotency-Key': idempotencyKey, 'If-Match': match, 'If-None-Match': noneMatch });
    return Object.fromEntries(given.filter((each): each is [string, string] => each[1] !== null));
  });
