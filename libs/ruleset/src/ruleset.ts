import type { ExactText, LocalDate } from '@app/kernel';
import type { RuleInput, ScoringRule } from './scoring-rule';

/** Where a rule comes from: document and clause (`Điều 5 khoản 2`). A sample says so and names what it imitates. */
export interface Citation {
  readonly document: string;
  readonly clause: string;
}

/** Names one frozen ruleset, down to its bytes. */
export interface RulesetRef {
  readonly id: string;
  readonly version: number;
  /** SHA-256 of the ruleset's canonical JSON, hex. */
  readonly sha256: string;
}

/** An immutable set of rules for one block and one or more years: what is scored, how, and what follows. */
export interface Ruleset {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** True when invented for demonstration (mẫu); shown wherever the ruleset is named. */
  readonly sample: boolean;
  readonly legalBasis: readonly Citation[];
  readonly effectiveFrom: LocalDate;
  /** Displayed values are rounded once, half away from zero, to this many decimals. */
  readonly displayPlaces: number;
  /** The value that decides class and rank: the displayed (rounded) index, or the exact one. */
  readonly decidedBy: 'displayed' | 'exact';
  readonly fields: readonly Field[];
  /** Caps on the sums of bonus and penalty components, in points. */
  readonly bonusCap: ExactText;
  readonly penaltyCap: ExactText;
  readonly classScale: ClassScale;
  readonly ranking: RankingRule;
  readonly consequences: ConsequenceRules;
}

/** Lĩnh vực. */
export interface Field {
  readonly code: string;
  readonly name: string;
  readonly criteria: readonly Criterion[];
}

/** Tiêu chí. */
export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly components: readonly Component[];
}

/** Tiêu chí thành phần: the leaf that gets points. */
export interface Component {
  /** Dotted, unique in the ruleset: `1.2.3`. */
  readonly code: string;
  readonly name: string;
  /**
   * Points at most; 0 for bonus and penalty components, which lie outside the maximum. A bonus names its ceiling as the rule's `maxScore`;
   * a penalty earns points ≤ 0 down to the rule's `minScore`, so that its points add to the total like any others.
   */
  readonly max: ExactText;
  /** `appraised`: declared and appraised; `survey`: from survey batches; `bonus`, `penalty`: outside the maximum, within the caps. */
  readonly part: 'appraised' | 'survey' | 'bonus' | 'penalty';
  readonly rule: ScoringRule;
  readonly citation: Citation;
  readonly evidence: 'required' | 'optional' | 'none';
  /** The lead agency (cơ quan chủ trì) that appraises it; null for survey components. */
  readonly leadAgency: string | null;
  /** Worked examples that run as tests. */
  readonly examples: readonly WorkedExample[];
}

/** One computed case of a rule. `points` is null where the component does not apply. */
export interface WorkedExample {
  readonly input: RuleInput;
  readonly points: ExactText | null;
}

/** Classes (xếp loại) from the best to the lowest; half-open intervals of the index %: [from, next better class's from). The lowest starts at 0. */
export interface ClassScale {
  readonly citation: Citation;
  readonly classes: readonly { readonly name: string; readonly from: ExactText; readonly grade: Grade }[];
}

/** What a class means to the consequence rules, so that scales with other names and cut-offs compare across years. */
export type Grade = 'excellent' | 'good' | 'fair' | 'average' | 'weak';

/** competition 1-2-2-4, dense 1-2-2-3, ordinal 1-2-3-4 with a declared tie-break list. */
export interface RankingRule {
  readonly citation: Citation;
  readonly scheme: 'competition' | 'dense' | 'ordinal';
  /** For `ordinal`: compared in turn, higher first; units still equal share the rank and need a human decision. */
  readonly tieBreak: readonly ('exact-index' | 'survey-points' | 'appraised-points')[];
}

/** Parameters of reward and discipline proposals. */
export interface ConsequenceRules {
  readonly reward: {
    readonly citation: Citation;
    /** Lowest grade that may be proposed. */
    readonly atLeast: Grade;
    /** Share of the ranked units of the block: floor(n × numerator ÷ denominator). */
    readonly quota: { readonly numerator: number; readonly denominator: number };
  };
  /** (A) two consecutive years at `atMost` or lower and a fall in rank within the block. */
  readonly disciplineA: {
    readonly citation: Citation;
    readonly atMost: Grade;
    /** `this-year`: rank fell from N−1 to N; `both-years`: fell in both years. The other reading is computed beside it. */
    readonly rankDrop: 'this-year' | 'both-years';
  };
  /** (B) class "Trung bình" in the year: `or-lower` (default) or the literal class only. */
  readonly disciplineB: {
    readonly citation: Citation;
    readonly grade: Grade;
    readonly reading: 'or-lower' | 'literal';
  };
}
