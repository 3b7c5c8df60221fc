import { fullPoints, pointLimits, type ScoringRule } from '../src';
import { ruleKindOf } from '../src/apply-rule';
import { componentUnder } from './worked-examples';

/** The places that a rule kind's own lint finds wrong. */
export function ruleProblems(rule: ScoringRule, max = '3'): string[] {
  const component = componentUnder(rule, max);
  const limits = { ...pointLimits(component), full: fullPoints(component) };
  return ruleKindOf(rule)
    .lint(rule, limits)
    .map(({ path }) => path);
}
