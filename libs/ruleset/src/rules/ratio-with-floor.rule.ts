import { type ExactText, Rational } from '@app/kernel';
import type { ZeroDenominator } from '../scoring-rule';
import { pointsOfRatio } from './rule-inputs';
import type { RuleKind } from './rule-kind';
import { mustHold } from './rule-lint';

/** Tỷ lệ có ngưỡng: below `floor` percent nothing, from there on numerator ÷ denominator × max. */
export interface RatioWithFloorRule {
  readonly kind: 'ratio-with-floor';
  readonly floor: ExactText;
  readonly zeroDenominator: ZeroDenominator;
}

const PERCENT = Rational.of(100);

export const ratioWithFloor: RuleKind<RatioWithFloorRule> = {
  kind: 'ratio-with-floor',
  schema: {
    required: ['floor', 'zeroDenominator'],
    properties: { floor: { $ref: '#/$defs/number' }, zeroDenominator: { $ref: '#/$defs/zeroDenominator' } },
  },
  apply: (rule, input, scope) =>
    pointsOfRatio(rule.zeroDenominator, input, scope, (share) =>
      share.times(PERCENT).lt(Rational.of(rule.floor)) ? Rational.zero : share.times(scope.full),
    ),
  lint: (rule) =>
    mustHold(
      Rational.of(rule.floor).lte(PERCENT),
      '/floor',
      `ngưỡng ${rule.floor} % vượt quá 100 %: không đơn vị nào đạt được`,
    ),
};
