import { marksIn } from './marked-file';
import type { Schema, Schemas } from './schema-arbitrary';

/** The fields of a body that take any text, as `evidence.name`. */
export function textFieldsOf(schema: Schema, schemas: Schemas, at = ''): string[] {
  const { $ref, allOf = [], anyOf = [], properties = {}, items, maxLength, pattern } = schema;
  if ($ref !== undefined) return textFieldsOf(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas, at);
  if (maxLength !== undefined && pattern === undefined) return [at];
  const within = Object.entries(properties).flatMap(([name, one]) => textFieldsOf(one, schemas, inside(at, name)));
  const others = [...allOf, ...anyOf, ...(items ? [items] : [])];
  return [...within, ...others.flatMap((one) => textFieldsOf(one, schemas, at))];
}

/** The fields of a body in which one of the marked texts stands. */
export function markedFieldsOf(body: unknown, at = ''): string[] {
  if (typeof body === 'string') return marksIn(body).length > 0 ? [at] : [];
  if (Array.isArray(body)) return body.flatMap((one) => markedFieldsOf(one, at));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, one]) => markedFieldsOf(one, inside(at, name)));
}

function inside(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}
