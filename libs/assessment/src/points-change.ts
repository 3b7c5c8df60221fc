import { checkedNumber, type ExactText } from '@app/kernel';
import type { Component } from '@app/ruleset';
import { NotApplicableIsRefused, PointsHaveChanged } from './appraisal.errors';
import { pointsWithin } from './component-rules';

/** Points as somebody gives them: within the limits, or null where the rule lets the component be left out or has itself left it out. */
export function pointsGiven(
  component: Component,
  to: ExactText | null,
  standing: ExactText | null | undefined,
): ExactText | null {
  if (to !== null) return pointsWithin(component, to);
  if (component.rule.notApplicable === undefined && standing !== null) throw new NotApplicableIsRefused(component.code);
  return null;
}

/** What stands is still what was seen; the answer is how it is written. Null: not applicable, or nothing known yet. */
export function demandSeen(
  { code }: Pick<Component, 'code'>,
  seen: ExactText | null,
  standing: ExactText | null | undefined,
): ExactText | null {
  const present = standing ?? null;
  if (!samePoints(present, seen)) throw new PointsHaveChanged(code, seen, present);
  return present;
}

/** Whether two spellings mean the same points; null, which does not apply, is only itself. */
export function samePoints(a: ExactText | null, b: ExactText | null): boolean {
  if (a === null || b === null) return a === b;
  return checkedNumber('Điểm', a).equals(checkedNumber('Điểm', b));
}
