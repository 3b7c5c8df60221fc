import { type ExactText, Rational } from '@app/kernel';
import type { RulesetProblem } from '../ruleset.errors';
import type { PointLimits } from './rule-kind';

/** A finding when points promised by a rule lie outside the component's limits: they could never be given. */
export function outsideLimits(path: string, points: ExactText, { min, max }: PointLimits): RulesetProblem[] {
  const value = Rational.of(points);
  if (value.gte(min) && value.lte(max)) return [];
  const range = `${min.toString()} đến ${max.toString()}`;
  return [
    { path, message: `mức ${points} điểm nằm ngoài giới hạn ${range} của tiêu chí: hãy sửa mức điểm hoặc giới hạn` },
  ];
}

/** A finding when `holds` is false. */
export function mustHold(holds: boolean, path: string, message: string): RulesetProblem[] {
  return holds ? [] : [{ path, message }];
}
