import fc from 'fast-check';
import { v7 } from 'uuid';
import type { Role } from '../src/auth/roles';
import type { Ready } from './ready-requests';
import type { Person } from './running-api';
import { nearly, type Schema, type Schemas } from './schema-arbitrary';
import {
  type ApiDocument,
  deputyOf,
  type FuzzRequest,
  isForPerson,
  outsideRoles,
  people,
  type Places,
  PRESENT,
  schemaOf,
  type Target,
} from './targets';

/** Requests that are nearly as they should be, mostly by somebody who may send them, often next to one that is `ready` to succeed. */
export function requestsTo(
  target: Target,
  { components: { schemas } }: ApiDocument,
  ready: Pick<Ready, 'person' | 'places' | 'body'>,
): fc.Arbitrary<FuzzRequest> {
  const headers: fc.Arbitrary<Readonly<Record<string, string>>> =
    target.method === 'post' ? commandHeaders : fc.constant({});
  const places = pathOf(target.template, ready.places);
  return fc
    .record({
      by: senders(target, ready.person),
      path: fc.tuple(places, queryOf(target, schemas)).map(([path, query]) => path + query),
      headers,
      body: fc.oneof(nearly(schemaOf(target), schemas), changed(ready.body, schemaOf(target), schemas)),
    })
    .map(({ by, ...request }) => ({ ...by, ...request }));
}

type Sender = Pick<FuzzRequest, 'person' | 'onBehalfOf'>;

/** Mostly who may: whoever is ready, others by own right, deputies in the name of others; now and then anybody. */
function senders(target: Target, ready: Person | undefined): fc.Arbitrary<Sender> {
  const may = people.filter((person) => isForPerson(target, person));
  const deputies = outsideRoles.filter((role) => isForPerson(target, role)).map(inNameOf);
  const strangers = outsideRoles.map((role): Sender => ({ ...inNameOf(role), person: deputyOf('auditor') }));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<Sender>({ person: ready }) },
    { weight: 4, arbitrary: fc.constantFrom(...may.map((person): Sender => ({ person })), ...deputies) },
    { weight: 1, arbitrary: fc.constantFrom(...people.map((person): Sender => ({ person })), ...strangers) },
  );
}

function inNameOf(role: Role): Sender {
  return { person: deputyOf(role), onBehalfOf: role };
}

/** The body as it is, or with one of its fields as it might be instead. */
function changed(body: object, schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  const { properties = {} } = schema.$ref === undefined ? schema : (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const one = Object.entries(properties).map(([name, field]) =>
    nearly(field, schemas).map((value): unknown => ({ ...body, [name]: value })),
  );
  return one.length === 0 ? fc.constant(body) : fc.oneof(fc.constant(body), fc.oneof(...one));
}

const strange = fc.constantFrom(
  ...['a', 'A.b-c', '0', '-1', '%00', '%ff', '..%2f..', 'x'.repeat(70), '%F0%9F%90%98', '__proto__', 'no-stream'],
);

/** The path with most parameters as they should be: what is ready, units that are one's own or another. */
function pathOf(template: string, ready: Places): fc.Arbitrary<string> {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const proper = (name: string) =>
    name === 'year' ? fc.constantFrom('2024', '2025') : fc.constantFrom('u1', 'u1', 'u2', 'khoi');
  const values = names.map((name) =>
    fc.oneof(
      { weight: 16, arbitrary: fc.constant(ready[name] ?? 'x1') },
      { weight: 8, arbitrary: proper(name) },
      { weight: 1, arbitrary: strange },
    ),
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
  ...Array<string>(12).fill(PRESENT),
  ...['"0"', '"0"', '"1"', '"2"', '"no-stream"', '"no-stream"', 'W/"0"', '*', '0', '"99999999999999999999"', '\u00ff'],
);
const commandHeaders = fc
  .tuple(key, fc.option(seen, { freq: 8 }), seldom(fc.constantFrom('*', '"0"')))
  .map(([idempotencyKey, match, noneMatch]): Record<string, string> => {
    const given = Object.entries({ 'Idempotency-Key': idempotencyKey, 'If-Match': match, 'If-None-Match': noneMatch });
    return Object.fromEntries(given.filter((each): each is [string, string] => each[1] !== null));
  });
