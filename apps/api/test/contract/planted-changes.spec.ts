import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingChanges, type Contract } from './breaking-changes';
import type { Schema, Schemas } from './schema-changes';

interface Body {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface Operation {
  readonly parameters?: readonly object[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
}

const accepted = JSON.parse(readFileSync(join(__dirname, '../../../../docs/openapi.json'), 'utf8')) as Document;
const present = structuredClone(accepted);

const operations = Object.entries(accepted.paths).flatMap(([path, item]) =>
  Object.keys(item).map((method) => [`${method.toUpperCase()} ${path}`, path, method] as const),
);

/** A place in the present document, and what is put there; undefined: it is taken away. */
type Fault = readonly [what: string, within: object, key: string, value?: unknown];

/** The schemas of objects that a schema leads to, each once. */
function objectsIn(schema: Schema | undefined, seen = new Set<Schema>()): Schema[] {
  if (schema === undefined || seen.has(schema)) return [];
  seen.add(schema);
  const { $ref, properties = {}, items, allOf = [], anyOf = [], oneOf = [] } = schema;
  if ($ref !== undefined) return objectsIn(present.components.schemas[$ref.split('/').at(-1) ?? ''], seen);
  const parts = [...Object.values(properties), ...allOf, ...anyOf, ...oneOf, items];
  return [...(schema.properties ? [schema] : []), ...parts.flatMap((part) => objectsIn(part, seen))];
}

const jsonIn = (body: Body | undefined) => objectsIn(body?.content?.['application/json']?.schema);

function faultsIn(path: string, method: string): Fault[] {
  const item = present.paths[path] as Record<string, Operation>;
  const operation = item[method] as Operation;
  const { parameters = [], requestBody, responses } = operation;
  const demanded = { name: 'X-New', in: 'header', required: true, schema: { type: 'string' } };
  return [
    ['the operation', item, method],
    ['a parameter that must be sent', operation, 'parameters', [...parameters, demanded]],
    ...parameters.map((_one, place): Fault => [
      ...([`parameter ${place}`, operation, 'parameters'] as const),
      parameters.filter((_other, at) => at !== place),
    ]),
    ...Object.keys(responses).map((status): Fault => [`status ${status}`, responses, status]),
    ...Object.values(responses).flatMap(({ headers = {} }) =>
      Object.keys(headers).map((header): Fault => [`header ${header}`, headers, header]),
    ),
    ...jsonIn(requestBody).flatMap(faultsInSent),
    ...Object.values(responses).flatMap(jsonIn).flatMap(faultsInAnswered),
  ];
}

function faultsInSent(schema: Schema): Fault[] {
  const { properties = {}, required = [] } = schema;
  const words = Object.entries(properties).flatMap(([name, one]): Fault[] =>
    (one.enum?.length ?? 0) > 1 ? [[`a word of ${name}`, one, 'enum', one.enum?.slice(1)]] : [],
  );
  // A field that must be sent is one that nobody sends yet.
  const more = { ...properties, brandNew: { type: 'string' } };
  return [
    ...Object.keys(properties).map((name): Fault => [`field ${name} of a request`, properties, name]),
    ...words,
    ['a field that must be sent', schema, 'both', { properties: more, required: [...required, 'brandNew'] }],
  ];
}

function faultsInAnswered(schema: Schema): Fault[] {
  const { properties = {}, required = [] } = schema;
  return [
    ...Object.keys(properties).map((name): Fault => [`field ${name} of an answer`, properties, name]),
    ...required.map((name): Fault => [
      ...([`that ${name} is always answered`, schema, 'required'] as const),
      required.filter((other) => other !== name),
    ]),
  ];
}

/** What the gate says of an operation while the fault is there. */
function toldOf([, within, key, value]: Fault, path: string, method: string): string[] {
  const place = within as Record<string, unknown>;
  const before = { ...place };
  if (key === 'both') Object.assign(place, value);
  else if (value === undefined) Reflect.deleteProperty(place, key);
  else place[key] = value;
  const only = ({ paths, components }: Document): Contract => {
    const operation = paths[path]?.[method];
    return { paths: { [path]: operation ? { [method]: operation } : {} }, components };
  };
  try {
    return breakingChanges(only(accepted), only(present));
  } finally {
    for (const name of Object.keys(place)) Reflect.deleteProperty(place, name);
    Object.assign(place, before);
  }
}

it('whatever callers rely on in the accepted document, its loss is told at the operation that loses it', () => {
  let planted = 0;
  const untold = operations.flatMap(([name, path, method]) =>
    faultsIn(path, method).flatMap((fault) => {
      planted += 1;
      const told = toldOf(fault, path, method);
      return told.some((sentence) => sentence.startsWith(name)) ? [] : [`${name}: ${fault[0]}`];
    }),
  );
  expect(untold).toEqual([]);
  expect(planted).toBeGreaterThan(1_000);
  expect(present).toEqual(accepted);
});
