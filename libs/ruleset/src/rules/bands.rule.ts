import { Rational } from '@app/kernel';
import type { RulesetProblem } from '../ruleset.errors';
import type { Band, ZeroDenominator } from '../scoring-rule';
import { declaredNumber, isOfKind, pointsOfRatio } from './rule-inputs';
import { type PointLimits, type RuleKind, scored } from './rule-kind';
import { mustHold, outsideLimits } from './rule-lint';

/** Theo mức: the percentage numerator ÷ denominator × 100 (or an amount) picks a half-open band. */
export interface BandsRule {
  readonly kind: 'bands';
  readonly bands: readonly Band[];
  readonly zeroDenominator: ZeroDenominator;
}

const PERCENT = Rational.of(100);

export const bands: RuleKind<BandsRule> = {
  kind: 'bands',
  schema: {
    required: ['bands', 'zeroDenominator'],
    properties: {
      bands: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/$defs/band' } },
      zeroDenominator: { $ref: '#/$defs/zeroDenominator' },
    },
  },
  apply(rule, input, scope) {
    if (isOfKind('amount', input))
      return scored(pointsOfBand(rule.bands, declaredNumber(input.value, 'số liệu', scope)));
    return pointsOfRatio(rule.zeroDenominator, input, scope, (share) => pointsOfBand(rule.bands, share.times(PERCENT)));
  },
  lint: (rule, limits) => [...lintPoints(rule.bands, limits), ...lintOrder(rule.bands)],
};

/** The first band whose `from` is at most the value; below every band nothing is earned. Exact: 94.995 is below 95. */
function pointsOfBand(ordered: readonly Band[], value: Rational): Rational {
  const band = ordered.find(({ from }) => value.gte(Rational.of(from)));
  return band ? Rational.of(band.points) : Rational.zero;
}

function lintPoints(all: readonly Band[], limits: PointLimits): RulesetProblem[] {
  return all.flatMap((band, index) => outsideLimits(`/bands/${index}/points`, band.points, limits));
}

function lintOrder(all: readonly Band[]): RulesetProblem[] {
  const lowest = all.at(-1);
  const disordered = all.flatMap((band, index) => {
    const better = all[index - 1];
    const ordered = !better || Rational.of(better.from).gt(Rational.of(band.from));
    return mustHold(ordered, `/bands/${index}/from`, `mức ${band.from} phải thấp hơn mức đứng trước nó`);
  });
  const covered = lowest !== undefined && Rational.of(lowest.from).isZero();
  return [
    ...disordered,
    ...mustHold(covered, '/bands', 'mức thấp nhất phải bắt đầu từ 0 để mọi giá trị đều thuộc một mức'),
  ];
}
