import type { ZeroDenominator } from '../scoring-rule';
import { pointsOfRatio } from './rule-inputs';
import type { RuleKind } from './rule-kind';

/** Tỷ lệ: numerator ÷ denominator × max. */
export interface RatioRule {
  readonly kind: 'ratio';
  readonly zeroDenominator: ZeroDenominator;
}

export const ratio: RuleKind<RatioRule> = {
  kind: 'ratio',
  schema: { required: ['zeroDenominator'], properties: { zeroDenominator: { $ref: '#/$defs/zeroDenominator' } } },
  apply: (rule, input, scope) => pointsOfRatio(rule.zeroDenominator, input, scope, (share) => share.times(scope.full)),
  lint: () => [],
};
