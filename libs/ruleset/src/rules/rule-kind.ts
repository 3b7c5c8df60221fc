import type { Rational } from '@app/kernel';
import type { InvalidRuleInput, RulesetProblem } from '../ruleset.errors';
import type { RuleInput, SumPart } from '../scoring-rule';

/**
 * What a rule says about one input. `scored`: exact points within the component's limits; `not-applicable`: the component leaves the
 * maximum; `manual`: the rule gives no points here, a person decides (`reason` is Vietnamese).
 */
export type RuleOutcome =
  | { readonly state: 'scored'; readonly points: Rational }
  | { readonly state: 'not-applicable' }
  | { readonly state: 'manual'; readonly reason: string };

/** Points at least and at most that a component may get. */
export interface PointLimits {
  readonly min: Rational;
  readonly max: Rational;
}

/** What a rule kind knows about the component it scores. */
export interface RuleScope {
  /** The points that a perfect input earns. */
  readonly full: Rational;
  readonly limits: PointLimits;
  /** Applies a part's own rule, within the part's own limits. */
  part(part: SumPart, input: RuleInput): RuleOutcome;
  /** The refusal to throw, naming the component. `problem`: Vietnamese, what is wrong and what to mend. */
  refuse(problem: string): InvalidRuleInput;
}

/** A fragment of JSON Schema (draft 2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One kind of scoring rule: its own properties, how points follow, and what the schema alone cannot check. */
export interface RuleKind<Rule extends { readonly kind: string }> {
  readonly kind: Rule['kind'];
  /** JSON Schema of the rule's own properties besides `kind` and the limits that every rule has. */
  readonly schema: { readonly required: readonly string[]; readonly properties: JsonSchema };
  /** Points before limits and rounding, or why there are none. Throws InvalidRuleInput. Pure, exact, time linear in the rule. */
  apply(this: void, rule: Rule, input: RuleInput, scope: RuleScope): RuleOutcome;
  /** Mistakes in the rule itself; paths relative to the rule. */
  lint(this: void, rule: Rule, limits: PointLimits & { readonly full: Rational }): readonly RulesetProblem[];
}

/** The outcome with points. */
export function scored(points: Rational): RuleOutcome {
  return { state: 'scored', points };
}
