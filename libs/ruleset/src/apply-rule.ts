import { Rational } from '@app/kernel';
import type { Component } from './ruleset';
import { InvalidRuleInput } from './ruleset.errors';
import { ruleKinds } from './rules';
import type { PointLimits, RuleKind, RuleOutcome, RuleScope } from './rules/rule-kind';
import type { RuleInput, ScoringRule, SumPart } from './scoring-rule';

/** What scoring needs of a component or of a part of a sum. */
type Scorable = Pick<Component, 'code' | 'name' | 'max' | 'rule'>;

const kinds = new Map<string, RuleKind<ScoringRule>>(
  ruleKinds.map((kind) => [kind.kind, kind as unknown as RuleKind<ScoringRule>]),
);

/**
 * The points a component earns for an input: clip(round(rule(input))). Exact; rounded only when the rule sets `componentPlaces`.
 * Throws InvalidRuleInput (Vietnamese, naming the component) for figures that cannot be, another kind of input, or N/A where it is not allowed.
 */
export function applyRule(component: Scorable, input: RuleInput): RuleOutcome {
  const scope = scopeOf(component);
  if (typeof input !== 'object' || input === null) throw scope.refuse('thiếu số liệu kê khai.');
  const outcome =
    input.kind === 'not-applicable' ? notApplicable(component.rule, scope) : apply(component.rule, input, scope);
  return outcome.state === 'scored'
    ? { ...outcome, points: settle(component.rule, outcome.points, scope.limits) }
    : outcome;
}

/** Points at least and at most that a component may get: `minScore` (default 0) and `maxScore` (default `max`). */
export function pointLimits({ max, rule }: Pick<Component, 'max' | 'rule'>): PointLimits {
  return { min: Rational.of(rule.minScore ?? '0'), max: Rational.of(rule.maxScore ?? max) };
}

/** The rule kind's own definition. Throws when the ruleset was not checked against its schema. */
export function ruleKindOf(rule: ScoringRule): RuleKind<ScoringRule> {
  const kind = kinds.get(rule.kind);
  if (!kind) throw new TypeError(`No rule kind is named ${JSON.stringify(rule.kind)}`);
  return kind;
}

/** Points of a perfect input: the maximum; for a component outside the maximum (max 0), its ceiling. */
export function fullPoints(component: Pick<Component, 'max' | 'rule'>): Rational {
  const max = Rational.of(component.max);
  return max.isZero() ? pointLimits(component).max : max;
}

function apply(rule: ScoringRule, input: RuleInput, scope: RuleScope): RuleOutcome {
  return ruleKindOf(rule).apply(rule, input, scope);
}

function notApplicable(rule: ScoringRule, scope: RuleScope): RuleOutcome {
  if (rule.notApplicable === 'rebase') return { state: 'not-applicable' };
  if (rule.notApplicable === 'full') return { state: 'scored', points: scope.full };
  throw scope.refuse('không được khai “không áp dụng”. Hãy kê khai số liệu.');
}

function settle(rule: ScoringRule, points: Rational, { min, max }: PointLimits): Rational {
  const rounded = rule.componentPlaces === undefined ? points : points.rounded(rule.componentPlaces);
  return Rational.max(min, Rational.min(max, rounded));
}

function scopeOf(component: Scorable): RuleScope {
  return {
    full: fullPoints(component),
    limits: pointLimits(component),
    part: (part: SumPart, input) => applyRule({ ...part, code: `${component.code}/${part.code}` }, input),
    refuse: (problem) => new InvalidRuleInput(component, problem),
  };
}
