import Fraction from 'fraction.js';
import type { Band, RuleInput, ScoringRule, ZeroDenominator } from '../src';

/** What the oracle expects: exact points as `n/d`, or one of the other outcomes in a word. */
export type Expected = string;

type Exact = InstanceType<typeof Fraction>;
type RatioInput = Extract<RuleInput, { kind: 'ratio' }>;

/** A rule applied in other words, on another library's numbers: shares no code with the engine, only the types. Inputs fit the rule's kind. */
export function expectedOutcome(rule: ScoringRule, max: string, input: RuleInput): Expected {
  const full = new Fraction(max).equals(0) ? new Fraction(rule.maxScore ?? max) : new Fraction(max);
  if (input.kind === 'not-applicable') {
    if (rule.notApplicable === undefined) return 'refused';
    return rule.notApplicable === 'rebase' ? 'not-applicable' : clipped(rule, max, full);
  }
  const raw = rawPoints(rule, full, input, max);
  return typeof raw === 'string' ? raw : clipped(rule, max, raw);
}

export function text(value: Exact): string {
  return `${value.s * value.n}/${value.d}`;
}

function clipped(rule: ScoringRule, max: string, points: Exact): Expected {
  const low = new Fraction(rule.minScore ?? '0');
  const high = new Fraction(rule.maxScore ?? max);
  const rounded = rule.componentPlaces === undefined ? points : roundedHalfAway(points, rule.componentPlaces);
  const below = rounded.compare(high) > 0 ? high : rounded;
  return text(below.compare(low) < 0 ? low : below);
}

function roundedHalfAway(value: Exact, places: number): Exact {
  const unit = new Fraction(10).pow(places);
  const magnitude = value.abs().mul(unit).add(1, 2).floor().div(unit);
  return value.compare(0) < 0 ? magnitude.neg() : magnitude;
}

function rawPoints(
  rule: ScoringRule,
  full: Exact,
  input: RuleInput,
  max: string,
): Exact | 'refused' | 'manual' | 'not-applicable' {
  switch (rule.kind) {
    case 'yes-no':
      return new Fraction(input.kind === 'choice' && input.value === 'yes' ? rule.yes : rule.no);
    case 'ratio':
      return ofRatio(rule.zeroDenominator, full, input as RatioInput, (percent) => percent.mul(full).div(100));
    case 'ratio-with-floor':
      return ofRatio(rule.zeroDenominator, full, input as RatioInput, (percent) =>
        percent.compare(rule.floor) < 0 ? new Fraction(0) : percent.mul(full).div(100),
      );
    case 'bands':
      if (input.kind === 'amount')
        return new Fraction(input.value).compare(0) < 0 ? 'refused' : band(rule.bands, new Fraction(input.value));
      return ofRatio(rule.zeroDenominator, full, input as RatioInput, (percent) => band(rule.bands, percent));
    case 'deduction':
      return new Fraction(rule.start).sub(new Fraction(rule.each).mul(input.kind === 'count' ? input.occurrences : 0));
    case 'survey':
      return ofTally(rule.weights, rule.minimumAnswers, full, input.kind === 'tally' ? input.counts : {});
    case 'external-index':
      return ofIndex(new Fraction(rule.best), full, new Fraction(input.kind === 'amount' ? input.value : 0));
    case 'manual':
      return withinLimits(rule, max, new Fraction(input.kind === 'points' ? input.points : 0));
    case 'sum':
      return ofParts(rule, input.kind === 'parts' ? input.parts : {});
  }
}

function ofRatio(
  zero: ZeroDenominator,
  full: Exact,
  { numerator, denominator }: RatioInput,
  score: (percent: Exact) => Exact,
) {
  const [n, d] = [new Fraction(numerator), new Fraction(denominator)];
  if (n.compare(0) < 0 || d.compare(0) < 0 || n.compare(d) > 0) return 'refused';
  if (!d.equals(0)) return score(n.div(d).mul(100));
  const answers = { full, zero: new Fraction(0), exclude: 'not-applicable', manual: 'manual' } as const;
  return answers[zero];
}

/** The highest band reached, found from the bottom up. */
function band(bands: readonly Band[], value: Exact): Exact {
  let points = new Fraction(0);
  for (const { from, points: worth } of [...bands].reverse())
    if (value.compare(from) >= 0) points = new Fraction(worth);
  return points;
}

/** Every answer counted one by one. */
function ofTally(
  weights: Readonly<Record<string, string>>,
  minimum: number,
  full: Exact,
  counts: Readonly<Record<string, number>>,
) {
  const answers = Object.entries(counts).flatMap(([option, count]) =>
    Array.from({ length: count }, () => weights[option] ?? '0'),
  );
  if (answers.length < minimum) return 'manual';
  const sum = answers.reduce((total, weight) => total.add(weight), new Fraction(0));
  return sum.mul(full).div(answers.length).div(100);
}

function ofIndex(best: Exact, full: Exact, value: Exact) {
  if (value.compare(0) < 0 || value.compare(best) > 0) return 'refused';
  return best.equals(0) ? 'manual' : value.mul(full).div(best);
}

function withinLimits(rule: ScoringRule, max: string, points: Exact) {
  const outside = points.compare(rule.minScore ?? '0') < 0 || points.compare(rule.maxScore ?? max) > 0;
  return outside ? 'refused' : points;
}

function ofParts(rule: Extract<ScoringRule, { kind: 'sum' }>, inputs: Readonly<Record<string, RuleInput>>) {
  const outcomes = rule.parts.map(({ code, max, rule: own }) => expectedOutcome(own, max, inputs[code] as RuleInput));
  if (outcomes.includes('refused')) return 'refused';
  if (outcomes.some((outcome) => outcome === 'manual' || outcome === 'not-applicable')) return 'manual';
  return outcomes.reduce((sum, points) => sum.add(points), new Fraction(0));
}
