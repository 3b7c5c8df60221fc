import fc from 'fast-check';

/** The parts of an OpenAPI schema that ours use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly example?: unknown;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}
export type Schemas = Readonly<Record<string, Schema>>;

/** Strange values that clients do send. */
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    null,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '-0',
    '1e400',
    '9'.repeat(400),
    '1/0',
    '__proto__',
    '<script>',
    "'; DROP TABLE x; --",
  ),
  fc.constantFrom(-1, 0, 1.5, 9007199254740992, 1e308),
  fc.constantFrom<unknown>([], {}, [[[]]], { toString: 1 }, { length: -1 }, { constructor: { prototype: 1 } }),
);

/** Mostly what the schema asks for, now and then something else, at every level. */
export function nearly(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  const fitting = { weight: 12, arbitrary: conforming(schema, schemas) };
  const usual = schema.example === undefined ? [] : [{ weight: 12, arbitrary: fc.constant(schema.example) }];
  return fc.oneof(fitting, ...usual, { weight: 1, arbitrary: junk });
}

function conforming(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (schema.$ref !== undefined) return nearly(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.allOf?.[0]) return nearly(schema.allOf[0], schemas);
  if (alternatives) return fc.oneof(...alternatives.map((one) => nearly(one, schemas)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return schema.pattern === undefined
        ? fc.string({ unit: 'grapheme', minLength: 1 })
        : fc.stringMatching(new RegExp(schema.pattern));
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1e6, 2_147_483_647) });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(nearly(schema.items ?? {}, schemas), { maxLength: 4 });
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, nearly(one, schemas)])),
        { requiredKeys: [...(schema.required ?? [])].filter((name) => name in (schema.properties ?? {})) },
      );
    default:
      return junk;
  }
}
