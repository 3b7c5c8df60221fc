import { ruleKinds } from './rules';
import type { JsonSchema } from './rules/rule-kind';
import { inputSchemas } from './rule-input-schema';

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** An object with exactly these properties; the names ending in `?` may be missing. */
export function exactly(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const names = Object.keys(properties);
  return {
    type: 'object',
    required: names.filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ''), properties[name]])),
    additionalProperties: false,
  };
}

const list = (items: JsonSchema, minItems: number, maxItems: number): JsonSchema => ({
  type: 'array',
  minItems,
  maxItems,
  items,
});
const oneOf = (...values: readonly string[]): JsonSchema => ({ enum: values });

const limits = {
  minScore: ref('signedNumber'),
  maxScore: ref('signedNumber'),
  componentPlaces: { type: 'integer', minimum: 0, maximum: 6 },
  notApplicable: oneOf('rebase', 'full'),
};

/** Chooses the schema of a rule by its `kind`, so that a mistake is reported against that kind alone. */
function ruleOf(kinds: readonly (typeof ruleKinds)[number][]): JsonSchema {
  return {
    type: 'object',
    required: ['kind'],
    properties: { kind: oneOf(...kinds.map(({ kind }) => kind)) },
    allOf: kinds.map(({ kind }) => ({
      if: { properties: { kind: { const: kind } } },
      then: ref(`${kind}-rule`),
    })),
  };
}

function ruleSchemas(): JsonSchema {
  return Object.fromEntries(
    ruleKinds.map(({ kind, schema }) => [
      `${kind}-rule`,
      {
        type: 'object',
        required: ['kind', ...schema.required],
        properties: { kind: { const: kind }, ...schema.properties, ...limits },
        additionalProperties: false,
      },
    ]),
  );
}

const texts = {
  text: { type: 'string', minLength: 1, maxLength: 1000, pattern: '\\S' },
  identifier: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$' },
  code: { type: 'string', pattern: '^([A-Z]|[1-9][0-9]?)(\\.[1-9][0-9]?){0,3}$' },
  number: { type: 'string', pattern: '^\\d{1,9}(\\.\\d{1,9}|/[1-9]\\d{0,8})?$' },
  signedNumber: { type: 'string', pattern: '^-?\\d{1,9}(\\.\\d{1,9}|/[1-9]\\d{0,8})?$' },
  date: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' },
  grade: oneOf('excellent', 'good', 'fair', 'average', 'weak'),
  zeroDenominator: oneOf('full', 'zero', 'exclude', 'manual'),
};

const rubric = {
  citation: exactly({ document: ref('text'), clause: ref('text') }),
  field: exactly({ code: ref('code'), name: ref('text'), criteria: list(ref('criterion'), 1, 50) }),
  criterion: exactly({ code: ref('code'), name: ref('text'), components: list(ref('component'), 1, 50) }),
  component: exactly({
    code: ref('code'),
    name: ref('text'),
    max: ref('number'),
    part: oneOf('appraised', 'survey', 'bonus', 'penalty'),
    rule: ref('rule'),
    citation: ref('citation'),
    evidence: oneOf('required', 'optional', 'none'),
    leadAgency: { anyOf: [ref('text'), { type: 'null' }] },
    examples: list(ref('example'), 1, 50),
  }),
  example: exactly({ input: ref('input'), points: { anyOf: [ref('signedNumber'), { type: 'null' }] } }),
  rule: ruleOf(ruleKinds),
  partRule: ruleOf(ruleKinds.filter(({ kind }) => kind !== 'sum')),
  sumPart: exactly({ code: ref('identifier'), name: ref('text'), max: ref('number'), rule: ref('partRule') }),
  band: exactly({ from: ref('number'), points: ref('signedNumber') }),
  countSource: {
    anyOf: [
      exactly({ from: { const: 'declaration' } }),
      exactly({ from: { const: 'casework' }, caseKind: oneOf('feedback', 'complaint'), outcome: { const: 'upheld' } }),
    ],
  },
};

const decisions = {
  classScale: exactly({
    citation: ref('citation'),
    classes: list(exactly({ name: ref('text'), from: ref('number'), grade: ref('grade') }), 1, 20),
  }),
  ranking: exactly({
    citation: ref('citation'),
    scheme: oneOf('competition', 'dense', 'ordinal'),
    tieBreak: list(oneOf('exact-index', 'survey-points', 'appraised-points'), 0, 3),
  }),
  consequences: exactly({
    reward: exactly({ citation: ref('citation'), atLeast: ref('grade'), quota: ref('quota') }),
    disciplineA: exactly({
      citation: ref('citation'),
      atMost: ref('grade'),
      rankDrop: oneOf('this-year', 'both-years'),
    }),
    disciplineB: exactly({ citation: ref('citation'), grade: ref('grade'), reading: oneOf('or-lower', 'literal') }),
  }),
  quota: exactly({
    numerator: { type: 'integer', minimum: 0, maximum: 1000 },
    denominator: { type: 'integer', minimum: 1, maximum: 1000 },
  }),
};

/** The published JSON Schema of a ruleset file; `schema/ruleset.schema.json` is exactly this. */
export const rulesetSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://par-ledger.example/schemas/ruleset.schema.json',
  title: 'Bộ tiêu chí (ruleset)',
  description:
    'The frozen rules of one block for one or more years: rubric, scoring rules, class scale, ranking, consequences.',
  ...exactly({
    '$schema?': { type: 'string' },
    id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 },
    version: { type: 'integer', minimum: 1, maximum: 10000 },
    title: ref('text'),
    sample: { type: 'boolean' },
    legalBasis: list(ref('citation'), 1, 50),
    effectiveFrom: ref('date'),
    displayPlaces: { type: 'integer', minimum: 0, maximum: 6 },
    decidedBy: oneOf('displayed', 'exact'),
    fields: list(ref('field'), 1, 50),
    bonusCap: ref('number'),
    penaltyCap: ref('number'),
    classScale: ref('classScale'),
    ranking: ref('ranking'),
    consequences: ref('consequences'),
  }),
  $defs: { ...texts, ...rubric, ...decisions, ...inputSchemas, ...ruleSchemas() },
};
