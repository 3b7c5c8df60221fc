import type { LocalDate } from '@app/kernel';
import type { ConsequenceRules, Grade, RankingRule } from '@app/ruleset';

/** One unit's result in one year, as published or imported; null where the source does not say. */
export interface YearResult {
  readonly year: number;
  readonly blockId: string;
  readonly unitId: string;
  readonly grade: Grade | null;
  readonly className: string | null;
  readonly rank: number | null;
  readonly n: number | null;
  readonly tied: boolean;
  /** `ranked`, or why there is no rank. */
  readonly state: 'ranked' | 'not-submitted' | 'not-resubmitted' | 'not-assessed' | 'ended';
  readonly eventId: string;
  /** How ties are numbered; null where the source does not say, absent where it does not matter. Ranks of two schemes do not compare. */
  readonly scheme?: RankingRule['scheme'] | null;
}

/** Who held an office, from–until (the last day; null: still in office). */
export interface Tenure {
  readonly office: 'head' | 'deputy';
  readonly personId: string;
  readonly personName: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** All that consequences for one unit and year are judged by. */
export interface ConsequenceInput {
  readonly year: number;
  readonly blockId: string;
  readonly unitId: string;
  readonly rules: ConsequenceRules;
  /** All results of the block in the year: the quota is taken over them. */
  readonly block: readonly YearResult[];
  /** The unit's own (or its ruled predecessor's) results of N−1 and N−2 in any block, when there are any. */
  readonly previous: YearResult | null;
  readonly beforePrevious: YearResult | null;
  /** The block as a whole was skipped in N−1. */
  readonly blockSkippedLastYear: boolean;
  /** The newest lineage change that took effect in N−1 or N, other than plain creation long before. */
  readonly lineage: { readonly kind: string; readonly effectiveOn: LocalDate; readonly eventId: string } | null;
  readonly ruling: {
    readonly predecessorId: string | null;
    readonly reason: string;
    readonly eventId: string;
    /** What the unit takes over of the predecessor's file, in words. */
    readonly takesOver?: string | null;
  } | null;
  /** Open complaints or objections of N or N−1. */
  readonly openCases: readonly {
    readonly caseId: string;
    readonly kind: string;
    readonly year: number;
    readonly eventId: string;
    /** Number in the register it comes from; null: not given yet. */
    readonly externalNumber?: string | null;
  }[];
  readonly tenures: readonly Tenure[];
  /** The first day without the unit; null: it goes on. */
  readonly endedOn: LocalDate | null;
}

/** What one reading of a rule says; `unknown` where a figure it needs was not published. */
export type Reading = 'holds' | 'fails' | 'unknown';

export type FlagKind =
  'reward-candidate' | 'beyond-quota' | 'discipline-a' | 'discipline-b' | 'insufficient-data' | 'needs-human-decision';

/** A proposal (đề xuất xem xét), never a sanction: what the rule says, what it rests on, what speaks against it. */
export interface Flag {
  readonly kind: FlagKind;
  readonly year: number;
  readonly blockId: string;
  readonly unitId: string;
  /** An open complaint or objection could still change it. */
  readonly pending: boolean;
  /** Vietnamese sentences, in order: the clause, each premise with its figures, the conclusion. */
  readonly derivation: readonly string[];
  /** Vietnamese; what a person must weigh: new head, changed n, the other reading of the rule, how many cases are open. */
  readonly caveats: readonly string[];
  /** Vietnamese; names them. Not for the unit's own people. */
  readonly openCases: readonly string[];
  /** Discipline only: what the reading of the rule that was not chosen would say. Null for every other kind. */
  readonly otherReading: Reading | null;
  readonly eventIds: readonly string[];
  /** Who answered for the unit in each part of each year. */
  readonly tenures: readonly Tenure[];
}
