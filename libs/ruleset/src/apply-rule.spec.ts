import * as fc from 'fast-check';
import { InvalidNumber, Rational } from '@app/kernel';
import { applyRule, fullPoints, InvalidRuleInput, pointLimits, type RuleInput, type ScoringRule } from '.';
import { type Case, ruleCase } from '../test/arbitraries';
import { expectedOutcome } from '../test/oracle';
import { componentUnder } from '../test/worked-examples';

function computedOutcome({ rule, max, input }: Case): string {
  try {
    const outcome = applyRule(componentUnder(rule, max), input);
    if (outcome.state !== 'scored') return outcome.state;
    return `${outcome.points.numerator}/${outcome.points.denominator}`;
  } catch (error) {
    if (error instanceof InvalidRuleInput) return 'refused';
    throw error;
  }
}

it('agrees with an independent oracle to the last digit, on 10,000 rules of every kind', () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(ruleCase, (example) => {
      const expected = expectedOutcome(example.rule, example.max, example.input);
      const sort = `${example.rule.kind} ${/^[-\d]/.test(expected) ? 'scored' : expected}`;
      met.set(sort, (met.get(sort) ?? 0) + 1);
      expect(computedOutcome(example)).toBe(expected);
    }),
    { numRuns: 10_000 },
  );
  const scored = [...met].filter(([sort]) => sort.endsWith(' scored'));
  expect(scored).toHaveLength(9);
  expect(Math.min(...scored.map(([, times]) => times))).toBeGreaterThan(150);
  expect([...met.keys()].filter((sort) => sort.startsWith('ratio '))).toHaveLength(4);
});

it('never leaves the limits of the component', () => {
  fc.assert(
    fc.property(ruleCase, ({ rule, max, input }) => {
      const component = componentUnder(rule, max);
      const limits = pointLimits(component);
      fc.pre(limits.min.lte(limits.max));
      const outcome = outcomeOrRefusal(() => applyRule(component, input));
      if (outcome?.state !== 'scored') return;
      expect(outcome.points.gte(limits.min) && outcome.points.lte(limits.max)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

it('never gives fewer points for a better share', () => {
  const share = fc.tuple(fc.nat(1000), fc.nat(1000));
  const rising: fc.Arbitrary<ScoringRule> = fc.constantFrom<ScoringRule>(
    { kind: 'ratio', zeroDenominator: 'zero' },
    { kind: 'ratio-with-floor', floor: '62.5', zeroDenominator: 'zero' },
    {
      kind: 'bands',
      zeroDenominator: 'zero',
      bands: [
        { from: '95', points: '3' },
        { from: '1/3', points: '1' },
        { from: '0', points: '0' },
      ],
    },
  );
  fc.assert(
    fc.property(rising, share, (rule, [a, b]) => {
      const points = [Math.min(a, b), Math.max(a, b)].map((numerator) => {
        const outcome = applyRule(componentUnder(rule), {
          kind: 'ratio',
          numerator: String(numerator),
          denominator: '1000',
        });
        return outcome.state === 'scored' ? outcome.points : Rational.of(-1);
      }) as [Rational, Rational];
      expect(points[0].lte(points[1])).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

describe('fuzzed', () => {
  /** Anything JSON can hold, often close to an input. */
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        kind: fc.constantFrom(
          'choice',
          'ratio',
          'amount',
          'count',
          'parts',
          'points',
          'tally',
          'not-applicable',
          '__proto__',
          '',
        ),
        value: fc.oneof(fc.constantFrom('yes', '1'), fc.jsonValue()),
        numerator: fc.oneof(fc.constantFrom('1', '-1', '0'), fc.jsonValue()),
        denominator: fc.oneof(fc.constantFrom('2', '0', '1/0'), fc.jsonValue()),
        occurrences: fc.oneof(fc.nat(), fc.double(), fc.jsonValue()),
        points: fc.oneof(fc.constantFrom('1', 'NaN'), fc.jsonValue()),
        counts: fc.oneof(
          fc.dictionary(fc.constantFrom('A', 'B', '__proto__', 'toString'), fc.double()),
          fc.jsonValue(),
        ),
        parts: fc.oneof(fc.dictionary(fc.constantFrom('p0', 'p1', '__proto__'), fc.jsonValue()), fc.jsonValue()),
      },
      { requiredKeys: ['kind'] },
    ),
  );

  it('takes any input of any rule without another error than the refusal, in 5 ms at most', () => {
    fc.assert(
      fc.property(ruleCase, junk, ({ rule, max }, input) => {
        const run = () => outcomeOrRefusal(() => applyRule(componentUnder(rule, max), input as RuleInput));
        // A busy machine may pause any one run; what is slow in itself is slow every time.
        expect(millisecondsOf(run) < 5 || Math.min(...Array.from({ length: 20 }, () => millisecondsOf(run))) < 5).toBe(
          true,
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('evaluates no code: what looks like a formula is no number', () => {
    const before = Object.keys(globalThis).length;
    const formulas = [
      '1+1',
      'Function("return 1")()',
      '${1}',
      '(()=>1)()',
      '__proto__',
      'constructor',
      '0x10',
      '1e400',
    ];
    for (const formula of formulas) {
      const ratio: RuleInput = { kind: 'ratio', numerator: formula, denominator: '2' };
      expect(() => applyRule(componentUnder({ kind: 'ratio', zeroDenominator: 'zero' }), ratio)).toThrow(
        InvalidRuleInput,
      );
      expect(() =>
        applyRule(componentUnder({ kind: 'yes-no', yes: formula, no: '0' }), { kind: 'choice', value: 'yes' }),
      ).toThrow(InvalidNumber);
    }
    expect(Object.keys(globalThis)).toHaveLength(before);
  });
});

describe('the limits of a component', () => {
  it('are 0 and its maximum, unless its rule says otherwise', () => {
    const plain = pointLimits(componentUnder({ kind: 'manual' }, '2.5'));
    expect([plain.min.toString(), plain.max.toString()]).toEqual(['0', '2.5']);
    const own = pointLimits(componentUnder({ kind: 'manual', minScore: '-1', maxScore: '2' }, '0'));
    expect([own.min.toString(), own.max.toString()]).toEqual(['-1', '2']);
  });

  it('measure a perfect input by the maximum, or by the ceiling where there is none', () => {
    expect(fullPoints(componentUnder({ kind: 'manual', maxScore: '2' }, '3')).toString()).toBe('3');
    expect(fullPoints(componentUnder({ kind: 'manual', maxScore: '2' }, '0')).toString()).toBe('2');
  });
});

it('refuses a rule kind that no program knows, which no schema would let in', () => {
  const unknown = { kind: 'formula' } as unknown as ScoringRule;
  expect(() => applyRule(componentUnder(unknown), { kind: 'choice', value: 'yes' })).toThrow(
    'No rule kind is named "formula"',
  );
});

function outcomeOrRefusal<Outcome>(apply: () => Outcome): Outcome | undefined {
  try {
    return apply();
  } catch (error) {
    if (error instanceof InvalidRuleInput) return undefined;
    throw error;
  }
}

function millisecondsOf(run: () => unknown): number {
  const before = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - before) / 1e6;
}
