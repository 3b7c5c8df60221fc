import * as fc from 'fast-check';
import type { RuleInput, ScoringRule, SumPart } from '../src';

/** A rule and an input of the kind it takes; the figures themselves may be impossible. */
export interface Case {
  readonly rule: ScoringRule;
  readonly max: string;
  readonly input: RuleInput;
}

const decimal = (most: number, places = 3) =>
  fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 10 ** places - 1 })).map(([whole, part]) => {
    const fraction = String(part).padStart(places, '0').replace(/0+$/, '');
    return fraction === '' ? String(whole) : `${whole}.${fraction}`;
  });
const fraction = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99 }))
  .map(([n, d]) => `${n}/${d}`);
const unsigned = (most: number) =>
  fc.oneof({ weight: 4, arbitrary: decimal(most) }, { weight: 1, arbitrary: fraction });
const signed = (most: number) =>
  fc.tuple(fc.constantFrom('', '', '', '-'), unsigned(most)).map(([sign, value]) => sign + value);

/** Figures near 0 and near each other, so that edges, equality and the zero denominator are met often. */
const figure = fc.oneof(fc.constantFrom('0', '1', '94.995', '95', '100', '1000'), signed(120));
const zeroDenominator = fc.constantFrom('full', 'zero', 'exclude', 'manual');
const maximum = fc.oneof({ weight: 6, arbitrary: decimal(10) }, { weight: 1, arbitrary: fc.constant('0') });

const limits = fc.record(
  {
    minScore: signed(3),
    maxScore: unsigned(8),
    componentPlaces: fc.integer({ min: 0, max: 3 }),
    notApplicable: fc.constantFrom('rebase', 'full'),
  },
  { requiredKeys: [] },
);

const ratioInput = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('ratio'), numerator: figure, denominator: figure }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'ratio', numerator: '0', denominator: '0' }) },
);
const amountInput = fc.record({ kind: fc.constant('amount'), value: figure });
const bandList = fc
  .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 })
  .chain((froms) =>
    fc.array(signed(5), { minLength: froms.length, maxLength: froms.length }).map((points) => ({ froms, points })),
  )
  .map(({ froms, points }) =>
    froms.sort((a, b) => b - a).map((from, index) => ({ from: String(from), points: points[index] ?? '0' })),
  );

/** A generator per rule kind of [rule without limits, input]. */
const byKind = {
  'yes-no': fc.tuple(
    fc.record({ kind: fc.constant('yes-no'), yes: signed(5), no: signed(5) }),
    fc.record({ kind: fc.constant('choice'), value: fc.constantFrom('yes', 'no') }),
  ),
  ratio: fc.tuple(fc.record({ kind: fc.constant('ratio'), zeroDenominator }), ratioInput),
  bands: fc.tuple(
    fc.record({ kind: fc.constant('bands'), bands: bandList, zeroDenominator }),
    fc.oneof(ratioInput, amountInput),
  ),
  'ratio-with-floor': fc.tuple(
    fc.record({ kind: fc.constant('ratio-with-floor'), floor: unsigned(100), zeroDenominator }),
    ratioInput,
  ),
  deduction: fc.tuple(
    fc.record({
      kind: fc.constant('deduction'),
      start: signed(5),
      each: unsigned(2),
      counts: fc.constant({ from: 'declaration' }),
    }),
    fc.record({ kind: fc.constant('count'), occurrences: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.maxSafeNat()) }),
  ),
  survey: fc.tuple(
    fc.record({
      kind: fc.constant('survey'),
      question: fc.constant('Q1'),
      weights: fc.record({ A: unsigned(100), B: unsigned(100), C: unsigned(100) }),
      minimumAnswers: fc.integer({ min: 1, max: 10 }),
    }),
    fc.record({
      kind: fc.constant('tally'),
      counts: fc.record({ A: fc.nat(20), B: fc.nat(20), C: fc.nat(5) }, { requiredKeys: [] }),
    }),
  ),
  'external-index': fc.tuple(
    fc.record({ kind: fc.constant('external-index'), index: fc.constant('SIPAS'), best: unsigned(100) }),
    amountInput,
  ),
  manual: fc.tuple(
    fc.record({ kind: fc.constant('manual') }),
    fc.record({ kind: fc.constant('points'), points: signed(12) }),
  ),
};

const simpleCase = fc
  .tuple(fc.oneof(...Object.values(byKind)), limits, maximum, fc.nat(9))
  .map(([[rule, input], bounds, max, choice]) => {
    const given = choice === 0 ? { kind: 'not-applicable' } : input;
    return { rule: { ...rule, ...bounds }, max, input: given } as Case;
  });

const sumCase = fc
  .tuple(fc.array(simpleCase, { minLength: 1, maxLength: 4 }), limits, maximum)
  .map(([cases, bounds, max]): Case => {
    const parts = cases.map((part, index): SumPart => ({
      code: `p${index}`,
      name: `Phần ${index}`,
      max: part.max,
      rule: part.rule,
    }));
    const inputs = Object.fromEntries(cases.map(({ input }, index) => [`p${index}`, input]));
    return { rule: { kind: 'sum', parts, ...bounds }, max, input: { kind: 'parts', parts: inputs } };
  });

/** Any rule kind with an input of the kind it takes. */
export const ruleCase: fc.Arbitrary<Case> = fc.oneof(
  { weight: 8, arbitrary: simpleCase },
  { weight: 2, arbitrary: sumCase },
);
