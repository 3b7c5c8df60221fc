import type { RuleInput } from '@app/ruleset';
import { ValidateBy } from 'class-validator';
import { z } from 'zod';
import { exactPattern, mendOfExact } from '../http/exact-number';
import { field, type FieldOptions } from '../http/fields';
import type { FieldFault } from '../http/problem';
import type { InnerFaults } from '../http/validation';

const mostOccurrences = 1_000_000_000;
const mostParts = 50;

const says = (mend: string) => ({ error: mend });
const exactFault = { error: ({ input }: { input?: unknown }) => mendOfExact(input) };
const exact = z.string(exactFault).regex(exactPattern, exactFault);
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
const occurrencesMend = says(`viết số nguyên từ 0 đến ${mostOccurrences}, không có dấu nháy`);

const simple = [
  z.strictObject({
    kind: z.literal('choice'),
    value: z.enum(['yes', 'no'], says('chọn "yes" (có) hoặc "no" (không)')),
  }),
  z.strictObject({ kind: z.literal('ratio'), numerator: exact, denominator: exact }),
  z.strictObject({ kind: z.literal('amount'), value: exact }),
  z.strictObject({
    kind: z.literal('count'),
    occurrences: z.int(occurrencesMend).min(0, occurrencesMend).max(mostOccurrences, occurrencesMend),
  }),
  z.strictObject({ kind: z.literal('points'), points: exact }),
  z.strictObject({ kind: z.literal('not-applicable') }),
] as const;
const parts = z.strictObject({
  kind: z.literal('parts'),
  parts: z
    .record(
      code,
      z.discriminatedUnion('kind', simple),
      says('phải là đối tượng JSON: mã tiêu chí thành phần → kê khai'),
    )
    .refine((map) => Object.keys(map).length <= mostParts, says(`tối đa ${mostParts} phần`)),
});
const declaration = z.discriminatedUnion('kind', [...simple, parts]);

/** What a unit may declare of a component: every rule input but survey tallies, which come from survey batches. */
export type Declaration = Exclude<RuleInput, { kind: 'tally' }>;

const simpleExamples: Readonly<Record<string, string>> = {
  choice: '{"kind":"choice","value":"yes"}',
  ratio: '{"kind":"ratio","numerator":"95","denominator":"100"}',
  amount: '{"kind":"amount","value":"87.5"}',
  count: '{"kind":"count","occurrences":2}',
  points: '{"kind":"points","points":"1.5"}',
  'not-applicable': '{"kind":"not-applicable"}',
};
const examples: Readonly<Record<string, string>> = {
  ...simpleExamples,
  parts: '{"kind":"parts","parts":{"a":{"kind":"amount","value":"1"}}}',
};

/** What is wrong with a declaration, and where in it; only the form that its own `kind` asks for is spoken of. */
export function faultsOfDeclaration(value: unknown): FieldFault[] {
  return (declaration.safeParse(value).error?.issues ?? []).flatMap((issue) => faultsOf(issue, value));
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown): FieldFault[] {
  const path = issue.path.map(String);
  const given = valueAt(value, path);
  const fault = (detail: string, at = path): FieldFault => ({ field: at.join('.'), detail });
  if (issue.code === 'unrecognized_keys') {
    const form = examples[String((given as { kind?: unknown }).kind)] ?? '';
    return issue.keys.map((key) => fault(`trường này không có trong dạng ${form}, hãy bỏ đi`, [...path, key]));
  }
  if (issue.code === 'invalid_key') return [fault('mã chỉ dùng chữ không dấu, chữ số và ". _ -", tối đa 64 ký tự')];
  if (path.at(-1) === 'kind') return [fault(mendOfKind(given, path.length > 1 ? simpleExamples : examples))];
  if (issue.code === 'invalid_type' && issue.expected === 'object') {
    return [fault(`phải là một đối tượng JSON, ví dụ ${examples['amount']}`)];
  }
  return [fault(given === undefined ? `thiếu trường này: ${issue.message}` : issue.message)];
}

function mendOfKind(kind: unknown, forms: Readonly<Record<string, string>>): string {
  const missing = kind === undefined ? 'thiếu trường này: ' : '';
  const shown = typeof kind === 'string' && kind !== '' ? `“${[...kind].slice(0, 30).join('')}”: ` : '';
  return `${missing}${shown}chọn một trong: ${Object.keys(forms).join(', ')}`;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}

/** A declaration, by the kind of the component's rule. */
export const DeclarationField = (options: FieldOptions): PropertyDecorator =>
  field(
    z.toJSONSchema(declaration, { target: 'draft-2020-12' }) as object,
    { example: { kind: 'ratio', numerator: '95', denominator: '100' }, ...options },
    ValidateBy(
      { name: 'declaration', validator: { validate: (value) => faultsOfDeclaration(value).length === 0 } },
      {
        message: `kê khai theo một dạng: ${Object.values(examples).join(', ')}`,
        context: { faultsOf: faultsOfDeclaration } satisfies InnerFaults,
      },
    ),
  );
