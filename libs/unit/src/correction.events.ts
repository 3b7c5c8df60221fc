import { eventSchema, type LocalDate } from '@app/kernel';
import type { LineageKind } from './lineage.events';

/** Why what is on record was wrong, and the number of the document (văn bản) by which it is corrected. */
export interface CorrectionGrounds {
  readonly reason: string;
  readonly documentNumber: string;
}

/**
 * A tenure was recorded wrongly: the one that stands on record for the office under this person and first day. `corrected` is what was so
 * instead; null: nothing, nobody took that office then. What was recorded stays in the log.
 */
export const tenureCorrected = eventSchema('TenureCorrected').startingAs<
  {
    unitId: string;
    office: 'head' | 'deputy';
    personId: string;
    from: LocalDate;
    corrected: {
      readonly personId: string;
      readonly personName: string;
      readonly from: LocalDate;
      /** The last day in office; null: still in office. */
      readonly until: LocalDate | null;
    } | null;
  } & CorrectionGrounds
>();

/** The same of a membership: the one that stands on record for the unit under this first day. Null: it never belonged to this block then. */
export const membershipCorrected = eventSchema('MembershipCorrected').startingAs<
  {
    blockId: string;
    unitId: string;
    from: LocalDate;
    corrected: {
      readonly from: LocalDate;
      /** The last day in the block; null: it still belongs to it. */
      readonly until: LocalDate | null;
    } | null;
  } & CorrectionGrounds
>();

/** What a change of a unit was: how it came out of others, or that it was given another name, or ended. */
export type UnitChangeKind = LineageKind | 'renaming' | 'dissolution';

/** Names a change among those that stand on record of a unit; the last one told, where there are several. */
export interface UnitChange {
  readonly kind: UnitChangeKind;
  readonly effectiveOn: LocalDate;
  /** What it came out of by that change, in the order of the ids; none of what concerns the unit alone. */
  readonly predecessorIds: readonly string[];
}

/** A change of the unit was recorded that was not to be: from then on all is as if nobody had told it. What was told stays in the log. */
export const changeWithdrawn = eventSchema('ChangeWithdrawn').startingAs<
  {
    unitId: string;
    /** The event of this unit's stream that told the change. */
    eventId: string;
    /** What the unit is called without it. */
    name: string;
  } & UnitChange &
    CorrectionGrounds
>();
