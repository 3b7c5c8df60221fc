import type { Instant, LocalDate } from '@app/kernel';
import type { RulesetRef } from '@app/ruleset';
import type { Tenure, YearResult } from '@app/scoring';

/** What each kind of fact says beside its unit, year and block. */
export interface FactData {
  /** Results of a block's year were published (`ruleset` named) or imported. */
  readonly results: { readonly blockName: string; readonly ruleset: RulesetRef | null };
  /** One unit in those results. */
  readonly result: Pick<YearResult, 'grade' | 'className' | 'rank' | 'n' | 'tied' | 'state' | 'scheme'> & {
    readonly unitName: string;
  };
  readonly skipped: Readonly<Record<string, never>>;
  readonly lineage: { readonly kind: string; readonly effectiveOn: LocalDate };
  /** The unit ends: `endedOn` is the first day without it. */
  readonly ended: { readonly endedOn: LocalDate };
  readonly ruling: {
    readonly predecessorId: string | null;
    readonly takesOver: string | null;
    readonly reason: string;
  };
  readonly 'office-taken': Omit<Tenure, 'until'>;
  readonly 'office-left': Pick<Tenure, 'office' | 'personId'> & { readonly until: LocalDate };
  /** The tenure that stood on record under this office, person and first day was wrong; null: there was none. */
  readonly 'tenure-corrected': Pick<Tenure, 'office' | 'personId' | 'from'> & {
    readonly corrected: Omit<Tenure, 'office'> | null;
  };
  /** What an event said of lineage, or of the unit's end, does not stand any more. */
  readonly withdrawn: { readonly eventId: string };
  /** `externalNumber` null: given later, which is a fact of its own. */
  readonly 'case-open': { readonly caseId: string; readonly kind: string; readonly externalNumber: string | null };
  readonly 'case-number': { readonly caseId: string; readonly externalNumber: string };
  readonly 'case-closed': { readonly caseId: string };
}

export type FactKind = keyof FactData;

/** One thing that consequences may rest on, as one event said it. Never changed; what counts is decided by position. */
export type FactOf<Kind extends FactKind> = {
  readonly kind: Kind;
  readonly eventId: string;
  readonly position: bigint;
  readonly recordedAt: Instant;
  /** Empty where the fact is about a block as a whole. */
  readonly unitId: string;
  /** 0 where the fact is about no single year. */
  readonly year: number;
  /** Empty where the fact is about no block. */
  readonly blockId: string;
  readonly data: FactData[Kind];
};

export type Fact = { [Kind in FactKind]: FactOf<Kind> }[FactKind];

/** An event that may have changed what follows from a unit's year. */
export interface Turn {
  readonly position: bigint;
  readonly eventId: string;
  readonly at: Instant;
}
