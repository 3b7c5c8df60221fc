import { checkedNumber, type ExactText } from '@app/kernel';
import { type Component, componentOf, componentsOf, pointLimits, type Ruleset } from '@app/ruleset';
import { PointsOutOfRange, UnknownComponent } from './assessment.errors';

/** The component of a code. Throws UnknownComponent. */
export function componentIn(ruleset: Ruleset, code: string): Component {
  const component = componentOf(ruleset, code);
  if (component === undefined) throw new UnknownComponent(code);
  return component;
}

/** The system supplies the input itself: answers of a survey, or cases with an outcome. */
export function isCounted({ part, rule }: Component): boolean {
  return part === 'survey' || countsCases({ rule });
}

/** Cases with an outcome are counted from the log; no word of an appraiser changes them. */
export function countsCases({ rule }: Pick<Component, 'rule'>): boolean {
  return rule.kind === 'deduction' && rule.counts.from === 'casework';
}

/** Codes of all components that a unit declares and an appraiser judges, in the order of the annex. */
export function declarableCodes(ruleset: Ruleset): string[] {
  return componentsOf(ruleset)
    .filter((component) => !isCounted(component))
    .map(({ code }) => code);
}

/** The points in their shortest exact spelling. Throws NumberIsInvalid, PointsOutOfRange. */
export function pointsWithin(component: Component, points: ExactText): ExactText {
  const exact = checkedNumber('Điểm', points);
  const { min, max } = pointLimits(component);
  if (exact.lt(min) || exact.gt(max))
    throw new PointsOutOfRange(component.code, exact.toString(), min.toString(), max.toString());
  return exact.toString();
}
