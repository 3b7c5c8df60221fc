import { Rational } from '@app/kernel';
import { applyRule, type Component } from '@app/ruleset';
import type { ComponentFinding } from './score-sheet';
import { spoken } from './vietnamese';

/** It was agreed that the component does not apply: by its rule it leaves the maximum, or earns full points. */
export function notApplicable(component: Component, agreed: string): Omit<ComponentFinding, 'eventIds'> {
  const { notApplicable: meaning } = component.rule;
  const outcome = meaning === undefined ? undefined : applyRule(component, { kind: 'not-applicable' });
  if (outcome?.state === 'scored') {
    return { state: 'scored', points: outcome.points, reasonOf: () => `${agreed}; theo quy tắc được đủ điểm.` };
  }
  const left = spoken(Rational.of(component.max));
  return {
    state: 'not-applicable',
    points: null,
    reasonOf: () => `${agreed}; ${left} điểm được rút khỏi điểm tối đa.`,
  };
}
