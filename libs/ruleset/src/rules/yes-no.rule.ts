import { type ExactText, Rational } from '@app/kernel';
import { inputOfKind } from './rule-inputs';
import { type RuleKind, scored } from './rule-kind';
import { outsideLimits } from './rule-lint';

/** Có/Không: fixed points for either answer. */
export interface YesNoRule {
  readonly kind: 'yes-no';
  readonly yes: ExactText;
  readonly no: ExactText;
}

export const yesNo: RuleKind<YesNoRule> = {
  kind: 'yes-no',
  schema: {
    required: ['yes', 'no'],
    properties: { yes: { $ref: '#/$defs/signedNumber' }, no: { $ref: '#/$defs/signedNumber' } },
  },
  apply(rule, input, scope) {
    const { value } = inputOfKind('choice', input, scope);
    if (value === 'yes') return scored(Rational.of(rule.yes));
    if (value === 'no') return scored(Rational.of(rule.no));
    throw scope.refuse('câu trả lời phải là “yes” (Có) hoặc “no” (Không).');
  },
  lint: (rule, limits) => [...outsideLimits('/yes', rule.yes, limits), ...outsideLimits('/no', rule.no, limits)],
};
