import type { JsonSchema } from './rules/rule-kind';

const numberText = { type: 'string', pattern: '^[+-]?\\d{1,60}(\\.\\d{1,60}|/\\d{1,60})?$' };

function inputOf(kind: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    type: 'object',
    required: ['kind', ...Object.keys(properties)],
    properties: { kind: { const: kind }, ...properties },
    additionalProperties: false,
  };
}

const inputs: Readonly<Record<string, JsonSchema>> = {
  choice: inputOf('choice', { value: { enum: ['yes', 'no'] } }),
  ratio: inputOf('ratio', { numerator: numberText, denominator: numberText }),
  amount: inputOf('amount', { value: numberText }),
  count: inputOf('count', { occurrences: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } }),
  parts: inputOf('parts', {
    parts: { type: 'object', maxProperties: 50, additionalProperties: { $ref: '#/$defs/partInput' } },
  }),
  points: inputOf('points', { points: numberText }),
  tally: inputOf('tally', {
    counts: {
      type: 'object',
      maxProperties: 26,
      additionalProperties: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    },
  }),
  'not-applicable': inputOf('not-applicable', {}),
};

function inputAmong(kinds: readonly string[]): JsonSchema {
  return {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: kinds } },
    allOf: kinds.map((kind) => ({
      if: { properties: { kind: { const: kind } } },
      then: { $ref: `#/$defs/${kind}-input` },
    })),
  };
}

/** The `$defs` of rule inputs: `input` for a component, `partInput` for a part of a sum (which is never itself a sum). */
export const inputSchemas: JsonSchema = {
  input: inputAmong(Object.keys(inputs)),
  partInput: inputAmong(Object.keys(inputs).filter((kind) => kind !== 'parts')),
  ...Object.fromEntries(Object.entries(inputs).map(([kind, schema]) => [`${kind}-input`, schema])),
};
