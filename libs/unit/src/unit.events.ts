import { type EventOf, eventSchema, type LocalDate } from '@app/kernel';

/** A unit (đơn vị) came under assessment. Its id is permanent; official codes are never reused. Stream `unit-<unitId>`. */
export const unitRegistered = eventSchema('UnitRegistered').startingAs<{
  unitId: string;
  name: string;
  type: 'department' | 'district' | 'commune';
  officialCode: string | null;
  registeredOn: LocalDate;
}>();

/** Earlier results keep the name the unit had then. */
export const unitRenamed = eventSchema('UnitRenamed').startingAs<{
  unitId: string;
  name: string;
  effectiveOn: LocalDate;
  legalDocument: string;
}>();

/** The unit ended; its results stay readable. */
export const unitDissolved = eventSchema('UnitDissolved').startingAs<{
  unitId: string;
  effectiveOn: LocalDate;
  legalDocument: string;
}>();

/** How the unit came out of others (lineage): decides that its history does not simply continue theirs. */
export const lineageRecorded = eventSchema('LineageRecorded').startingAs<{
  unitId: string;
  kind: 'created' | 'merged' | 'absorbed' | 'split' | 'partial-transfer' | 'level-change';
  predecessorIds: readonly string[];
  effectiveOn: LocalDate;
  legalDocument: string;
}>();

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
export const successionRuled = eventSchema('SuccessionRuled').startingAs<{
  unitId: string;
  year: number;
  predecessorId: string | null;
  reason: string;
}>();

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
  lineageRecorded,
  officeTaken,
  officeLeft,
  successionRuled,
] as const;
export const blockEvents = [blockDefined, unitJoinedBlock, unitLeftBlock] as const;

export type UnitEvent = EventOf<(typeof unitEvents)[number]>;
export type BlockEvent = EventOf<(typeof blockEvents)[number]>;
