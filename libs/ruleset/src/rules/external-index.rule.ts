import { type ExactText, Rational } from '@app/kernel';
import { declaredNumber, inputOfKind } from './rule-inputs';
import { type RuleKind, scored } from './rule-kind';
import { mustHold } from './rule-lint';

/** Chỉ số bên ngoài: value ÷ `best` × max, `best` being the top of the index's own scale (100 for SIPAS, 80 for PAPI). */
export interface ExternalIndexRule {
  readonly kind: 'external-index';
  readonly index: string;
  readonly best: ExactText;
}

export const externalIndex: RuleKind<ExternalIndexRule> = {
  kind: 'external-index',
  schema: {
    required: ['index', 'best'],
    properties: { index: { $ref: '#/$defs/text' }, best: { $ref: '#/$defs/number' } },
  },
  apply(rule, input, scope) {
    const best = Rational.of(rule.best);
    const value = declaredNumber(inputOfKind('amount', input, scope).value, `chỉ số ${rule.index}`, scope);
    if (value.gt(best)) {
      throw scope.refuse(
        `chỉ số ${rule.index} (${value.toString()}) vượt thang điểm ${rule.best}. Hãy kiểm tra lại nguồn.`,
      );
    }
    if (best.isZero())
      return { state: 'manual', reason: `Thang điểm của chỉ số ${rule.index} bằng 0: không tính được.` };
    return scored(value.dividedBy(best).times(scope.full));
  },
  lint: (rule) => mustHold(!Rational.of(rule.best).isZero(), '/best', 'thang điểm của chỉ số phải lớn hơn 0'),
};
