import { Rational } from '@app/kernel';
import type { Component, Ruleset } from './ruleset';

/** Every component of the rubric, in the order of the decision's annex. */
export function componentsOf(ruleset: Ruleset): readonly Component[] {
  return ruleset.fields.flatMap(({ criteria }) => criteria.flatMap(({ components }) => components));
}

/** The component of a code; undefined when the ruleset has none. */
export function componentOf(ruleset: Ruleset, code: string): Component | undefined {
  return componentsOf(ruleset).find((component) => component.code === code);
}

/** The full maximum in points, before any component is found not applicable. Bonus and penalty lie outside. */
export function maximumOf(ruleset: Ruleset): Rational {
  return Rational.sum(componentsOf(ruleset).map(({ max }) => Rational.of(max)));
}
