export type {
  Citation,
  ClassScale,
  Component,
  ConsequenceRules,
  Criterion,
  Field,
  Grade,
  RankingRule,
  Ruleset,
  RulesetRef,
  WorkedExample,
} from './ruleset';
export type { Band, CountSource, RuleInput, ScoringRule, SumPart, ZeroDenominator } from './scoring-rule';
export { applyRule, fullPoints, pointLimits } from './apply-rule';
export type { PointLimits, RuleOutcome } from './rules/rule-kind';
export {
  DuplicateRuleset,
  InvalidRuleInput,
  InvalidRuleset,
  type RulesetProblem,
  UnknownRuleset,
} from './ruleset.errors';
