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
export { canonicalJson } from './canonical-json';
export { classOf, compareGrades, gradeAtLeast, gradeAtMost, GRADES, type ScaleClass } from './class-scale';
export { type LintFinding, lintRuleset } from './lint';
export { nationalSizeRuleset } from './national-size-ruleset';
export { parseRuleset } from './parse-ruleset';
export { RANKING_SCHEMES, type RankingScheme, TIE_BREAKERS } from './ranking-scheme';
export { componentOf, componentsIn, componentsOf, countsCases, isCounted, judgedIn, maximumOf } from './rubric';
export { RulesetCatalog, rulesetRef } from './ruleset-catalog';
export { rulesetSchema } from './ruleset-schema';
export { sampleRulesets } from './sample-rulesets';
