import { type EventOf, eventSchema, type LocalDate } from '@app/kernel';
import { changeWithdrawn, membershipCorrected, tenureCorrected } from './correction.events';
import { type Decree, decreeInOneText } from './decree';
import { lineageRecorded, unitLevelChanged } from './lineage.events';
import type { UnitType } from './unit-type';

export * from './correction.events';
export * from './lineage.events';

/** A unit (đơn vị) came under assessment. Its id is permanent; official codes are never reused. Stream `unit-<unitId>`. */
export const unitRegistered = eventSchema('UnitRegistered')
  .startingAs<{
    unitId: string;
    name: string;
    type: UnitType;
    officialCode: string | null;
    registeredOn: LocalDate;
  }>()
  .upcastTo<{
    unitId: string;
    name: string;
    type: UnitType;
    /** The unit it belongs to (đơn vị cấp trên); null: none that is known here, as for those directly under the province. */
    parentId: string | null;
    officialCode: string | null;
    registeredOn: LocalDate;
  }>((v1) => ({ ...v1, parentId: null }));

/** Earlier results keep the name the unit had then. */
export const unitRenamed = eventSchema('UnitRenamed')
  .startingAs<{ unitId: string; name: string; effectiveOn: LocalDate; legalDocument: string }>()
  .upcastTo<{ unitId: string; name: string; effectiveOn: LocalDate; decree: Decree }>(({ legalDocument, ...v1 }) => ({
    ...v1,
    decree: decreeInOneText(legalDocument),
  }));

/** The unit ended: `effectiveOn` is the first day without it. Its results stay readable. */
export const unitDissolved = eventSchema('UnitDissolved')
  .startingAs<{ unitId: string; effectiveOn: LocalDate; legalDocument: string }>()
  .upcastTo<{ unitId: string; effectiveOn: LocalDate; decree: Decree }>(({ legalDocument, ...v1 }) => ({
    ...v1,
    decree: decreeInOneText(legalDocument),
  }));

/** Who headed the unit (head), or answered for CCHC (deputy), from a day on. */
export const officeTaken = eventSchema('OfficeTaken').startingAs<{
  unitId: string;
  office: 'head' | 'deputy';
  personId: string;
  personName: string;
  from: LocalDate;
}>();

export const officeLeft = eventSchema('OfficeLeft').startingAs<{
  unitId: string;
  office: 'head' | 'deputy';
  personId: string;
  /** The last day in office. */
  until: LocalDate;
}>();

/** Whose result counts as "last year" for the unit in `year`; null: nobody's. A person's ruling, with a reason. */
export const successionRuled = eventSchema('SuccessionRuled')
  .startingAs<{ unitId: string; year: number; predecessorId: string | null; reason: string }>()
  .upcastTo<{
    unitId: string;
    year: number;
    predecessorId: string | null;
    /** What the unit takes over of the predecessor's file beside that result, in words; null: nothing, or nothing was said. */
    takesOver: string | null;
    reason: string;
  }>((v1) => ({ ...v1, takesOver: null }));

/** A block (Khối): units compared with one another. Stream `block-<blockId>`. */
export const blockDefined = eventSchema('BlockDefined').startingAs<{ blockId: string; name: string }>();

export const unitJoinedBlock = eventSchema('UnitJoinedBlock').startingAs<{
  blockId: string;
  unitId: string;
  from: LocalDate;
}>();

export const unitLeftBlock = eventSchema('UnitLeftBlock').startingAs<{
  blockId: string;
  unitId: string;
  /** The last day in the block. */
  until: LocalDate;
}>();

export const unitEvents = [
  unitRegistered,
  unitRenamed,
  unitDissolved,
  unitLevelChanged,
  lineageRecorded,
  changeWithdrawn,
  officeTaken,
  officeLeft,
  tenureCorrected,
  successionRuled,
] as const;
export const blockEvents = [blockDefined, unitJoinedBlock, unitLeftBlock, membershipCorrected] as const;

export type UnitEvent = EventOf<(typeof unitEvents)[number]>;
export type BlockEvent = EventOf<(typeof blockEvents)[number]>;
