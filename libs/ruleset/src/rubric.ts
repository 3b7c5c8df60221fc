import { Rational } from '@app/kernel';
import type { Component, Field, Ruleset } from './ruleset';

/** A component and where it stands in the ruleset file (JSON pointer). */
export interface PlacedComponent {
  readonly component: Component;
  readonly path: string;
}

/** Components by code, in order; rulesets are frozen, so each is walked once. */
const indexes = new WeakMap<Ruleset, ReadonlyMap<string, Component>>();

const lists = new WeakMap<Ruleset, readonly Component[]>();

/** Every component of the rubric, in the order of the decision's annex. */
export function componentsOf(ruleset: Ruleset): readonly Component[] {
  const known = lists.get(ruleset);
  if (known) return known;
  const list = ruleset.fields.flatMap(({ criteria }) => criteria.flatMap(({ components }) => components));
  lists.set(ruleset, list);
  return list;
}

/** The component of a code; undefined when the ruleset has none. */
export function componentOf(ruleset: Ruleset, code: string): Component | undefined {
  let index = indexes.get(ruleset);
  if (!index) {
    index = new Map(componentsOf(ruleset).map((component) => [component.code, component]));
    indexes.set(ruleset, index);
  }
  return index.get(code);
}

/** All components of the field. */
export function componentsIn({ criteria }: Field): readonly Component[] {
  return criteria.flatMap(({ components }) => components);
}

/** Those of the field that an appraiser judges; the system counts the others. */
export function judgedIn(field: Field): readonly Component[] {
  return componentsIn(field).filter((component) => !isCounted(component));
}

/** The system supplies the input itself: answers of a survey, or cases with an outcome. */
export function isCounted({ part, rule }: Pick<Component, 'part' | 'rule'>): boolean {
  return part === 'survey' || countsCases({ rule });
}

/** Cases with an outcome are counted from the log; no word of an appraiser changes them. */
export function countsCases({ rule }: Pick<Component, 'rule'>): boolean {
  return rule.kind === 'deduction' && rule.counts.from === 'casework';
}

/** The full maximum in points, before any component is found not applicable. Bonus and penalty lie outside. */
export function maximumOf(ruleset: Ruleset): Rational {
  return Rational.sum(componentsOf(ruleset).map(({ max }) => Rational.of(max)));
}

/** Every component with its place. */
export function placedComponents(ruleset: Ruleset): readonly PlacedComponent[] {
  return ruleset.fields.flatMap(({ criteria }, f) =>
    criteria.flatMap(({ components }, c) =>
      components.map((component, i) => ({ component, path: `/fields/${f}/criteria/${c}/components/${i}` })),
    ),
  );
}
