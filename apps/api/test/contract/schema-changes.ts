/** The parts of a JSON Schema that ours use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
export type Schemas = Readonly<Record<string, Schema>>;

/** A schema as it was and as it is, each with the schemas that it may refer to. */
export interface Pair {
  readonly before: Schema;
  readonly after: Schema;
  readonly schemas: { readonly before: Schemas; readonly after: Schemas };
}

/** Whether callers send what the schema describes, or receive it. */
export type Direction = 'sent' | 'received';

/** What callers who keep to the schema as it was would stumble over, each as a sentence that begins with `where`. */
export function schemaChanges(pair: Pair, direction: Direction, where: string, seen: readonly string[] = []): string[] {
  const was = plain(pair.before, pair.schemas.before);
  const is = plain(pair.after, pair.schemas.after);
  const place = `${was.name}>${is.name}`;
  if (place !== '>' && seen.includes(place)) return [];
  const [before, after] = [was.schema, is.schema];
  const inner = (one: Schema, other: Schema, name: string) =>
    schemaChanges({ ...pair, before: one, after: other }, direction, name, [...seen, place]);
  return [
    ...typeChanges(before, after, direction, where),
    ...(direction === 'sent' ? narrowed(before, after, where) : []),
    ...fieldChanges(before, after, direction, where),
    ...commonFields(before, after).flatMap((name) =>
      inner(before.properties?.[name] ?? {}, after.properties?.[name] ?? {}, `${where}.${name}`),
    ),
    ...(before.items && after.items ? inner(before.items, after.items, `${where}[]`) : []),
    ...alternativeChanges(before, after, direction, where, inner),
  ];
}

/** The schema itself where it only refers to another, or wraps one so that it may be null. */
function plain(schema: Schema, schemas: Schemas, name = ''): { readonly schema: Schema; readonly name: string } {
  if (schema.$ref !== undefined) {
    const referred = schema.$ref.split('/').at(-1) ?? '';
    return plain(schemas[referred] ?? {}, schemas, referred);
  }
  const [only, ...others] = alternativesOf(schema);
  if (!only || others.length > 0) return { schema, name };
  const inner = plain(only, schemas, name);
  const isNullable = schema.anyOf?.some(({ type }) => type === 'null') ?? false;
  return isNullable ? { ...inner, schema: { ...inner.schema, type: [...typesOf(inner.schema), 'null'] } } : inner;
}

function typesOf({ type }: Schema): string[] {
  return type === undefined ? [] : [type].flat().sort();
}

/** No type means any. */
function typeChanges(before: Schema, after: Schema, direction: Direction, where: string): string[] {
  const [were, are] = [typesOf(before), typesOf(after)];
  const [taken, given] = direction === 'sent' ? [are, were] : [were, are];
  if (taken.length === 0 || (given.length > 0 && given.every((one) => taken.includes(one)))) return [];
  return [`${where} was ${were.join(' or ') || 'anything'} and is ${are.join(' or ') || 'anything'}`];
}

function commonFields(before: Schema, after: Schema): string[] {
  return Object.keys(before.properties ?? {}).filter((name) => name in (after.properties ?? {}));
}

function fieldChanges(before: Schema, after: Schema, direction: Direction, where: string): string[] {
  const present = after.properties ?? {};
  const gone = Object.keys(before.properties ?? {}).filter((name) => !(name in present));
  const [mustHave, had] = direction === 'sent' ? [after, before] : [before, after];
  const lost = (mustHave.required ?? []).filter((name) => !gone.includes(name) && !had.required?.includes(name));
  const says = direction === 'sent' ? 'must be sent now' : 'may be missing now';
  return [...gone.map((name) => `${where}.${name} is gone`), ...lost.map((name) => `${where}.${name} ${says}`)];
}

/** What was allowed to be sent and is not any more. */
function narrowed(before: Schema, after: Schema, where: string): string[] {
  const words = wordsOf(after);
  const choices = (words && (wordsOf(before) ?? [undefined]).filter((one) => !words.includes(one))) ?? [];
  const lows = (['minimum', 'minLength', 'minItems'] as const).filter(
    (name) => (after[name] ?? -Infinity) > (before[name] ?? -Infinity),
  );
  const highs = (['maximum', 'maxLength', 'maxItems'] as const).filter(
    (name) => (after[name] ?? Infinity) < (before[name] ?? Infinity),
  );
  const forms = (['pattern', 'format'] as const).filter(
    (name) => after[name] !== undefined && after[name] !== before[name],
  );
  return [
    ...choices.map(
      (one) => `${where} takes ${one === undefined ? 'some words only' : `no ${JSON.stringify(one)} any more`}`,
    ),
    ...[...lows, ...highs].map((name) => `${where} has a narrower ${name}`),
    ...forms.map((name) => `${where} has another ${name}`),
  ];
}

/** The words that it is one of; undefined: any. */
function wordsOf({ enum: words, const: only }: Schema): readonly unknown[] | undefined {
  return words ?? (only === undefined ? undefined : [only]);
}

/** Alternatives by their place; those that callers send must not become fewer, those that they receive may. */
function alternativeChanges(
  before: Schema,
  after: Schema,
  direction: Direction,
  where: string,
  inner: (one: Schema, other: Schema, name: string) => string[],
): string[] {
  const [were, are] = [alternativesOf(before), alternativesOf(after)];
  const fewer = direction === 'sent' && are.length < were.length ? [`${where} takes fewer forms`] : [];
  const changed = were.slice(0, are.length).flatMap((one, place) => {
    return inner(one, are[place] ?? {}, were.length === 1 ? where : `${where}<${kindOf(one) ?? place + 1}>`);
  });
  return [...fewer, ...changed];
}

/** What tells one of several forms from the others, where they say it. */
function kindOf({ properties }: Schema): string | undefined {
  const kind = properties?.['kind']?.const ?? properties?.['kind']?.enum?.[0];
  return typeof kind === 'string' ? kind : undefined;
}

function alternativesOf({ allOf = [], anyOf = [], oneOf = [] }: Schema): readonly Schema[] {
  return [...allOf, ...anyOf, ...oneOf].filter(({ type }) => type !== 'null');
}
