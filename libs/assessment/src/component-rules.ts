import { checkedNumber, type ExactText } from '@app/kernel';
import { type Component, componentOf, componentsOf, isCounted, pointLimits, type Ruleset } from '@app/ruleset';
import { PointsOutOfRange, UnknownComponent } from './assessment.errors';

export { countsCases, isCounted } from '@app/ruleset';

/** The component of a code. Throws UnknownComponent. */
export function componentIn(ruleset: Ruleset, code: string): Component {
  const component = componentOf(ruleset, code);
  if (component === undefined) throw new UnknownComponent(code);
  return component;
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
