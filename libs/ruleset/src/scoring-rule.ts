import type { ExactText } from '@app/kernel';
import type { ruleKinds } from './rules';
import type { RuleKind } from './rules/rule-kind';

/** What a rule is applied to: a unit's declaration, a survey tally, a count of cases, or an external figure. Part of event data: only ever extended. */
export type RuleInput =
  | { readonly kind: 'choice'; readonly value: 'yes' | 'no' }
  | { readonly kind: 'ratio'; readonly numerator: ExactText; readonly denominator: ExactText }
  /** A figure in the unit the rule names (a percentage, an index value). */
  | { readonly kind: 'amount'; readonly value: ExactText }
  | { readonly kind: 'count'; readonly occurrences: number }
  | { readonly kind: 'parts'; readonly parts: Readonly<Record<string, RuleInput>> }
  /** Points chosen by a person within the rule's limits. */
  | { readonly kind: 'points'; readonly points: ExactText }
  /** Valid answers per option code of one survey question. */
  | { readonly kind: 'tally'; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: 'not-applicable' };

/** Applies to every rule. */
interface RuleLimits {
  /** Floor and ceiling of the component; default 0 and the component's max. A deduction may set a negative floor. */
  readonly minScore?: ExactText;
  readonly maxScore?: ExactText;
  /** Decimals the component itself is rounded to; default: not rounded. */
  readonly componentPlaces?: number;
  /** What N/A does, once approved by the appraiser: leave the maximum (`rebase`), or full points (`full`). Absent: N/A is refused. */
  readonly notApplicable?: 'rebase' | 'full';
}

/** What a ratio without a denominator means: "no feedback arose → full points" is a real rule. `manual`: a person decides. */
export type ZeroDenominator = 'full' | 'zero' | 'exclude' | 'manual';

/** Half-open: the first band whose `from` is ≤ the value gives its points. Ordered from the highest. */
export interface Band {
  readonly from: ExactText;
  readonly points: ExactText;
}

/** How a component's points follow from its input. Data, interpreted by our engine; each kind's own properties stand in `rules/`. */
export type ScoringRule = RuleLimits & RuleOf<(typeof ruleKinds)[number]>;

type RuleOf<Kind> = Kind extends RuleKind<infer Rule> ? Rule : never;

/** One part of a sum (phần), with its own max and rule; never itself a sum. */
export interface SumPart {
  readonly code: string;
  readonly name: string;
  readonly max: ExactText;
  readonly rule: ScoringRule;
}

/** Who counts the occurrences of a deduction: the unit declares them, or the system counts cases of a kind with an outcome. */
export type CountSource =
  | { readonly from: 'declaration' }
  | { readonly from: 'casework'; readonly caseKind: 'feedback' | 'complaint'; readonly outcome: 'upheld' };
