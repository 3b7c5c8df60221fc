import { type ExactText, eventSchema, type LocalDate } from '@app/kernel';
import { type Decree, decreeInOneText } from './decree';
import type { UnitType } from './unit-type';

/** `level-change` stands only in events of before `UnitLevelChanged`. */
export type LineageKind = 'created' | 'merged' | 'absorbed' | 'split' | 'partial-transfer' | 'level-change';

/** A unit that the change came out of, and which share of it (exact, of 1) passed over; null: the decree states none. */
export interface Predecessor {
  readonly unitId: string;
  readonly share: ExactText | null;
}

/**
 * How the unit came out of others (lineage): decides that its history does not simply continue theirs. Each successor has its own; what
 * one predecessor handed to many units stands in many of them.
 */
export const lineageRecorded = eventSchema('LineageRecorded')
  .startingAs<{
    unitId: string;
    kind: LineageKind;
    predecessorIds: readonly string[];
    effectiveOn: LocalDate;
    legalDocument: string;
  }>()
  .upcastTo<{
    unitId: string;
    kind: LineageKind;
    predecessors: readonly Predecessor[];
    effectiveOn: LocalDate;
    decree: Decree;
  }>(({ unitId, kind, predecessorIds, effectiveOn, legalDocument }) => ({
    unitId,
    kind,
    predecessors: predecessorIds.map((id) => ({ unitId: id, share: PARTS.has(kind) ? null : '1' })),
    effectiveOn,
    decree: decreeInOneText(legalDocument),
  }));

/** Kinds by which only a part of the predecessor passes over. */
const PARTS: ReadonlySet<LineageKind> = new Set(['split', 'partial-transfer']);

/** The unit went on under another type, level or parent (đổi loại, đổi cấp): its last year is not simply comparable any more. */
export const unitLevelChanged = eventSchema('UnitLevelChanged').startingAs<{
  unitId: string;
  type: UnitType;
  /** The unit it belongs to from then on; null: none that is known here. */
  parentId: string | null;
  effectiveOn: LocalDate;
  decree: Decree;
}>();
