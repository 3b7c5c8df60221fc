import type { RuleInput } from '@app/ruleset';
import { ValidateBy } from 'class-validator';
import { z } from 'zod';
import { field, type FieldOptions } from '../http/fields';

const exact = z.string().regex(/^[+-]?\d{1,20}(\.\d{1,20}|\/[1-9]\d{0,19})?$/);
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

const simple = [
  z.strictObject({ kind: z.literal('choice'), value: z.enum(['yes', 'no']) }),
  z.strictObject({ kind: z.literal('ratio'), numerator: exact, denominator: exact }),
  z.strictObject({ kind: z.literal('amount'), value: exact }),
  z.strictObject({ kind: z.literal('count'), occurrences: z.int().min(0).max(1_000_000_000) }),
  z.strictObject({ kind: z.literal('points'), points: exact }),
  z.strictObject({ kind: z.literal('not-applicable') }),
] as const;
const parts = z.strictObject({
  kind: z.literal('parts'),
  parts: z.record(code, z.discriminatedUnion('kind', simple)).refine((map) => Object.keys(map).length <= 50),
});
const declaration = z.discriminatedUnion('kind', [...simple, parts]);

/** What a unit may declare of a component: every rule input but survey tallies, which come from survey batches. */
export type Declaration = Exclude<RuleInput, { kind: 'tally' }>;

const mend =
  'kê khai theo một dạng: {"kind":"choice","value":"yes"|"no"}, {"kind":"ratio","numerator":"95","denominator":"100"}, ' +
  '{"kind":"amount","value":"87.5"}, {"kind":"count","occurrences":2}, {"kind":"points","points":"1.5"}, {"kind":"parts","parts":{…}} ' +
  'hoặc {"kind":"not-applicable"}';

/** A declaration, by the kind of the component's rule. */
export const DeclarationField = (options: FieldOptions): PropertyDecorator =>
  field(
    z.toJSONSchema(declaration, { target: 'openapi-3.0' }) as object,
    options,
    ValidateBy(
      { name: 'declaration', validator: { validate: (value) => declaration.safeParse(value).success } },
      { message: mend },
    ),
  );
