import { type ExactText, Rational } from '@app/kernel';
import type { CountSource } from '../scoring-rule';
import { declaredCount, inputOfKind } from './rule-inputs';
import { type RuleKind, scored } from './rule-kind';
import { mustHold, outsideLimits } from './rule-lint';

/** Trừ theo số lần: `start` minus `each` per occurrence, declared by the unit or counted from cases. May go below zero when `minScore` does. */
export interface DeductionRule {
  readonly kind: 'deduction';
  readonly start: ExactText;
  readonly each: ExactText;
  readonly counts: CountSource;
}

export const deduction: RuleKind<DeductionRule> = {
  kind: 'deduction',
  schema: {
    required: ['start', 'each', 'counts'],
    properties: {
      start: { $ref: '#/$defs/signedNumber' },
      each: { $ref: '#/$defs/number' },
      counts: { $ref: '#/$defs/countSource' },
    },
  },
  apply(rule, input, scope) {
    const occurrences = declaredCount(inputOfKind('count', input, scope).occurrences, 'số lần', scope);
    return scored(Rational.of(rule.start).minus(Rational.of(rule.each).times(occurrences)));
  },
  lint: (rule, limits) => [
    ...outsideLimits('/start', rule.start, limits),
    ...mustHold(!Rational.of(rule.each).isZero(), '/each', 'mỗi lần phải trừ nhiều hơn 0 điểm'),
    ...mustHold(
      limits.min.lt(Rational.of(rule.start)),
      '/minScore',
      'điểm tối thiểu phải thấp hơn điểm ban đầu, nếu không thì chẳng trừ được gì',
    ),
  ],
};
