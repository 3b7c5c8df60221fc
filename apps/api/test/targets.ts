import type { Response } from 'supertest';
import { v7 } from 'uuid';
import { type Role, roles, unitRoles } from '../src/auth/roles';
import { exampleOf } from '../src/http/openapi-example';
import type { Ready } from './ready-requests';
import { accountIdOf, type Person, type RunningApi } from './running-api';
import type { Schema, Schemas } from './schema-arbitrary';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}
export interface Operation {
  readonly parameters?: readonly Parameter[];
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
  /** In whose name is acted, by a delegation. */
  readonly onBehalfOf?: Person | undefined;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Whose rights count; undefined: nobody's, also of who acts in the name of somebody that gave no delegation. */
export function actsAs({ person, onBehalfOf }: FuzzRequest): Person | undefined {
  if (onBehalfOf === undefined) return person;
  return person === deputyOf(onBehalfOf as Role) ? onBehalfOf : undefined;
}

/** The roles that one holds outside the units. */
export const outsideRoles = roles.filter((role) => !unitRoles.includes(role));
/** Holds nothing but what whoever holds the role outside the units delegated. */
export const deputyOf = (role: Role): Person => `#thay_${role}`;

/** Everybody there is: nobody, one per role outside the units, and those of the unit u1. `u2` is another unit. */
export const people: readonly (Person | undefined)[] = [
  undefined,
  ...outsideRoles,
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

/** Stands for the tag of what is there when the request is sent. */
export const PRESENT = 'present';

/** The request that is ready to succeed, under a key of its own. */
export function readyRequest({ method }: Target, { person, path, body }: Ready): FuzzRequest {
  const headers: Record<string, string> = method === 'post' ? { 'Idempotency-Key': v7(), 'If-Match': PRESENT } : {};
  return { person, path, headers, body };
}

/** Ends the session that an identity provider began: nothing that tokens can do. */
export const signOut = 'post /me/sign-out';

/** Whether there is an answer of success, which is more than sending the browser elsewhere, to whoever shows a token. */
export function canSucceed({ name, operation: { responses } }: Target): boolean {
  return name !== signOut && ('200' in responses || '201' in responses);
}

/** What stands in an address, by the name of its parameter. */
export type Places = Readonly<Record<string, string>>;

/** The address at these places; `x1` where none is given. */
export function pathAt(template: string, places: Places): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => places[name] ?? 'x1');
}

/** The request that the document itself gives as an example, at these places; `x1` where none is given. */
export function exampleFor(
  target: Target,
  person: Person | undefined,
  places: Places,
  { components }: ApiDocument,
): FuzzRequest {
  const path = pathAt(target.template, places);
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
  { person, onBehalfOf, path, headers, body }: FuzzRequest,
): Promise<Response> {
  const name: Record<string, string> = onBehalfOf === undefined ? {} : { 'X-On-Behalf-Of': accountIdOf(onBehalfOf) };
  if (method === 'get') return api.question(person, path).set(name);
  const text = JSON.stringify(body) as string | undefined;
  const seen = headers['If-Match'] === PRESENT ? api.seenAt(path) : {};
  const others = Object.entries(headers).filter(([, value]) => value !== PRESENT);
  return api.raw(person, path, { ...Object.fromEntries(others), ...seen, ...name }, text ?? '');
}

/** Of the operation's body. */
export function schemaOf({ operation }: Target): Schema {
  return operation.requestBody?.content['application/json']?.schema ?? { type: 'object' };
}
