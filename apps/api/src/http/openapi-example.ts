/** The parts of a schema that an example is made from. */
export interface Exemplary {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly allOf?: readonly Exemplary[];
  readonly anyOf?: readonly Exemplary[];
  readonly oneOf?: readonly Exemplary[];
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Exemplary;
  readonly properties?: Readonly<Record<string, Exemplary>>;
}
export type Schemas = Readonly<Record<string, Exemplary>>;

/** A value of the schema, from the examples of its fields: what a request could really look like. */
export function exampleOf(schema: Exemplary, schemas: Schemas): unknown {
  const { example, $ref, enum: choices } = schema;
  if (example !== undefined) return example;
  if ($ref !== undefined) return exampleOf(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  const [inner] = schema.allOf ?? schema.anyOf ?? schema.oneOf ?? [];
  if (inner) return exampleOf(inner, schemas);
  if (choices) return choices[0];
  return ofType(schema, schemas);
}

function ofType(schema: Exemplary, schemas: Schemas): unknown {
  const { type, properties = {}, items = {}, minimum = 0 } = schema;
  switch (typeof type === 'string' ? type : type?.[0]) {
    case 'string':
      return 'Ví dụ';
    case 'integer':
    case 'number':
      return minimum;
    case 'boolean':
      return false;
    case 'array':
      return [exampleOf(items, schemas)];
    default:
      return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, exampleOf(each, schemas)]));
  }
}
