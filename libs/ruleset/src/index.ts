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
