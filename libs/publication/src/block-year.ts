import type { Position } from '@app/event-store';
import type { Instant, LocalDate } from '@app/kernel';
import type { RulesetRef } from '@app/ruleset';
import type { UnitYearFacts } from '@app/scoring';

/** An assessment year as one block sees it; null while the year is not open. */
export interface BlockPeriod {
  readonly submitBy: Instant;
  readonly appraiseBy: Instant;
  /** Null: the year binds no rules for this block. */
  readonly ruleset: RulesetRef | null;
  readonly skipped: boolean;
}

/** A unit that belonged to the block on some day of the year. */
export interface Candidate {
  readonly unitId: string;
  /** It still belonged on 31/12. */
  readonly atYearEnd: boolean;
}

/** The same, with its end. */
export interface DatedCandidate extends Candidate {
  /** The first day without the unit; null while nobody has said that it ends. */
  readonly endedOn: LocalDate | null;
}

/** What the log says, up to one position, about one unit's year. */
export interface UnitYearSnapshot extends DatedCandidate {
  readonly facts: UnitYearFacts;
  /** Until when the unit may submit; null while its file is not open. */
  readonly submitBy: Instant | null;
  /** Its file was submitted and sent back, and was not submitted again since. */
  readonly returned: boolean;
  /** Accounts that appraised it. */
  readonly appraisers: readonly string[];
  /** Cases that rulings on points name. */
  readonly ruledCases: readonly string[];
  /** The unit's names, each from a day on, in order. */
  readonly names: readonly { readonly name: string; readonly from: LocalDate }[];
  /** Last revision of each stream that was read, as text. */
  readonly used: Readonly<Record<string, string>>;
  /** Why the unit's events cannot be read; null when they can. */
  readonly unreadable: string | null;
}

/** Everything that a publication is decided on, read up to one position of the log. */
export interface BlockYearSnapshot {
  readonly year: number;
  readonly blockId: string;
  readonly blockName: string;
  readonly logPosition: Position;
  readonly period: BlockPeriod | null;
  readonly units: readonly UnitYearSnapshot[];
}
