import type { Rational } from '@app/kernel';
import { exactOf, inputOfKind } from './rule-inputs';
import { type RuleKind, type RuleScope, scored } from './rule-kind';

/** Chấm tay: a person gives the points, within the component's limits; points outside are refused, never clipped. */
export interface ManualRule {
  readonly kind: 'manual';
}

export const manual: RuleKind<ManualRule> = {
  kind: 'manual',
  schema: { required: [], properties: {} },
  apply: (_rule, input, scope) => scored(givenPoints(inputOfKind('points', input, scope).points, scope)),
  lint: () => [],
};

function givenPoints(text: string, scope: RuleScope): Rational {
  const points = exactOf(text);
  if (!points) throw scope.refuse('số điểm không phải là số. Hãy ghi số thập phân như "1.25" hoặc phân số như "2/3".');
  const { min, max } = scope.limits;
  if (points.gte(min) && points.lte(max)) return points;
  throw scope.refuse(
    `${points.toString()} điểm nằm ngoài giới hạn ${min.toString()} đến ${max.toString()}. Hãy chấm lại.`,
  );
}
