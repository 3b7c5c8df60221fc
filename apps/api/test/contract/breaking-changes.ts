import { type Schema, schemaChanges, type Schemas } from './schema-changes';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}
interface Body {
  readonly $ref?: string;
  readonly headers?: object;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Body>>;
  readonly security?: readonly unknown[];
  readonly 'x-roles'?: readonly string[];
}

/** The parts of an OpenAPI document that callers rely on. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: unknown; readonly responses?: unknown };
}

interface Change<Part> {
  readonly name: string;
  readonly before: Part;
  readonly after: Part;
  readonly schemas: { readonly before: Schemas; readonly after: Schemas };
  readonly responses: { readonly before: Responses; readonly after: Responses };
}
type Responses = Readonly<Record<string, Body>>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What callers who keep to the accepted document would stumble over in the present one: a sentence each, naming it. */
export function breakingChanges(accepted: Contract, present: Contract): string[] {
  const schemas = { before: schemasOf(accepted), after: schemasOf(present) };
  const responses = { before: responsesOf(accepted), after: responsesOf(present) };
  return Object.entries(accepted.paths).flatMap(([path, item]) => {
    const now = present.paths[path];
    if (!now) return [`${path} is gone`];
    return methods.flatMap((method) => {
      const [before, after] = [item[method], now[method]] as (Operation | undefined)[];
      const name = `${method.toUpperCase()} ${path}`;
      if (!before) return [];
      return after ? operationChanges({ name, before, after, schemas, responses }) : [`${name} is gone`];
    });
  });
}

function schemasOf({ components }: Contract): Schemas {
  return (components?.schemas ?? {}) as Schemas;
}

function responsesOf({ components }: Contract): Responses {
  return (components?.responses ?? {}) as Responses;
}

/** The response itself where the operation only refers to it. */
function referred(response: Body, responses: Responses): Body {
  return response.$ref === undefined ? response : (responses[response.$ref.split('/').at(-1) ?? ''] ?? {});
}

function operationChanges(change: Change<Operation>): string[] {
  return [...accessChanges(change), ...parameterChanges(change), ...bodyChanges(change), ...responseChanges(change)];
}

/** Who was let in must stay so. */
function accessChanges({ name, before, after }: Change<Operation>): string[] {
  if (!before.security) return after.security ? [`${name}: an account must be shown now`] : [];
  const roles = after['x-roles'] ?? [];
  if (!after.security || roles.length === 0) return [];
  const shutOut = (before['x-roles'] ?? []).filter((role) => !roles.includes(role));
  return shutOut.map((role) => `${name}: no longer for ${role}`);
}

function parameterChanges({ name, before, after, schemas }: Change<Operation>): string[] {
  const were = new Map((before.parameters ?? []).map((each) => [`${each.in} ${each.name}`, each]));
  const are = new Map((after.parameters ?? []).map((each) => [`${each.in} ${each.name}`, each]));
  const gone = [...were.keys()].filter((key) => !are.has(key));
  const demanded = [...are].filter(([key, each]) => each.required && !were.get(key)?.required);
  const changed = [...were].flatMap(([key, each]) => {
    const pair = { before: each.schema ?? {}, after: are.get(key)?.schema ?? {}, schemas };
    return are.has(key) ? schemaChanges(pair, 'sent', `${name}: ${key}`) : [];
  });
  return [
    ...gone.map((key) => `${name}: ${key} is gone`),
    ...demanded.map(([key]) => `${name}: ${key} must be sent now`),
    ...changed,
  ];
}

function bodyChanges({ before, after, name, ...rest }: Change<Operation>): string[] {
  const [were, are] = [before.requestBody, after.requestBody];
  if (!were) return are?.required ? [`${name}: a body must be sent now`] : [];
  if (!are) return [`${name}: its body is gone`];
  const demanded = are.required && !were.required ? [`${name}: a body must be sent now`] : [];
  return [...demanded, ...contentChanges({ name: `${name}: body`, before: were, after: are, ...rest }, 'sent')];
}

function responseChanges({ name, before, after, responses, schemas }: Change<Operation>): string[] {
  return Object.entries(before.responses).flatMap(([status, was]) => {
    const is = after.responses[status];
    if (!is) return [`${name}: status ${status} is gone`];
    const [one, other] = [referred(was, responses.before), referred(is, responses.after)];
    const change = { name: `${name}: ${status}`, before: one, after: other, schemas, responses };
    const lost = Object.keys(one.headers ?? {}).filter((header) => !(header in (other.headers ?? {})));
    return [...lost.map((header) => `${change.name}: header ${header} is gone`), ...contentChanges(change, 'received')];
  });
}

function contentChanges({ name, before, after, schemas }: Change<Body>, direction: 'sent' | 'received'): string[] {
  return Object.entries(before.content ?? {}).flatMap(([type, was]) => {
    const is = after.content?.[type];
    if (!is) return [`${name}: ${type} is gone`];
    return schemaChanges({ before: was.schema ?? {}, after: is.schema ?? {}, schemas }, direction, name);
  });
}
