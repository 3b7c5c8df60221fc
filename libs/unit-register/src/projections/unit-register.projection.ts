import type { EventEnvelope, Recorded } from '@app/event-store';
import { type LocalDate, vietnameseSortKey, withoutDiacritics } from '@app/kernel';
import type { Projection, ProjectionWriter, Row } from '@app/read-store';
import type { BlockEvent, Decree, UnitEvent, UnitLevel, UnitType } from '@app/unit';
import { type UnitRegisterTable, unitRegisterTables, unitRegisterVersion } from './unit-register.tables';

export type UnitRegisterEvent = Exclude<UnitEvent, { type: 'SuccessionRuled' }> | BlockEvent;
type Event<Type extends UnitRegisterEvent['type']> = Recorded<Extract<UnitRegisterEvent, { type: Type }>>;
type Write = ProjectionWriter<UnitRegisterTable>;

/**
 * Every version of every unit and membership, each by its first day and with the event that told it: what was true on a day, and what was
 * known of it at a moment, is asked of the rows, never of their order.
 */
export const unitRegister: Projection<UnitRegisterEvent, UnitRegisterTable> = {
  name: 'unit_register',
  version: unitRegisterVersion,
  categories: ['unit', 'block'],
  tables: unitRegisterTables,
  partition: ({ stream }) => stream,
  on: {
    UnitRegistered: (event, write) => {
      const { unitId, name, officialCode, registeredOn } = event.data;
      const about = { official_code: officialCode, registered_on: registeredOn };
      write.table('unit').set({ unit_id: unitId }, { ...about, ...onRecord(event) });
      called(event, write, { unitId, since: registeredOn, name, decree: null });
      formed(event, write, { ...event.data, since: registeredOn, decree: null });
    },
    UnitRenamed: (event, write) => called(event, write, { ...event.data, since: event.data.effectiveOn }),
    UnitLevelChanged: (event, write) => formed(event, write, { ...event.data, since: event.data.effectiveOn }),
    UnitDissolved: (event, write) => {
      const { unitId, effectiveOn, decree } = event.data;
      const key = { unit_id: unitId, event_id: event.id };
      write.table('ending').set(key, { dissolved_on: effectiveOn, decree, ...onRecord(event) });
    },
    LineageRecorded: cameOut,
    OfficeTaken: (event, write) => {
      const { unitId, office, personId, personName, from } = event.data;
      served(event, write, { unitId, office, personId, personName, from, until: null });
    },
    OfficeLeft: (event, write) => {
      const { unitId, office, personId, until } = event.data;
      write.table('tenure_end').set({ unit_id: unitId, office, person_id: personId, until }, onRecord(event));
    },
    TenureCorrected: (event, write) => {
      const { unitId, office, personId, from, corrected } = event.data;
      const wrong = { office, person_id: personId, since: from };
      corrects(event, write, { unit_id: unitId, subject: 'tenure', ...wrong, corrected });
      if (corrected !== null) served(event, write, { unitId, office, ...corrected });
    },
    BlockDefined: (event, write) => {
      const { blockId, name } = event.data;
      write.table('block').set({ block_id: blockId }, { name, ...onRecord(event) });
    },
    UnitJoinedBlock: (event, write) => {
      const { blockId, unitId, from } = event.data;
      belonged(event, write, { blockId, unitId, from, until: null });
    },
    UnitLeftBlock: (event, write) => {
      const { blockId, unitId, until } = event.data;
      write.table('membership_end').set({ block_id: blockId, unit_id: unitId, until }, onRecord(event));
    },
    MembershipCorrected: (event, write) => {
      const { blockId, unitId, from, corrected } = event.data;
      const days = corrected && { personId: null, personName: null, ...corrected };
      const wrong = { block_id: blockId, since: from };
      corrects(event, write, { unit_id: unitId, subject: 'membership', ...wrong, corrected: days });
      if (corrected !== null) belonged(event, write, { blockId, unitId, ...corrected });
    },
    ChangeWithdrawn: (event, write) => {
      const { unitId, kind, effectiveOn, eventId } = event.data;
      const wrong = { change: kind, since: effectiveOn, withdrawn: eventId };
      corrects(event, write, { unit_id: unitId, subject: 'change', ...wrong, corrected: null });
    },
  },
};

function onRecord({ position, metadata }: EventEnvelope) {
  return { position, recorded_at: metadata.recordedAt };
}

type Correction = Event<'TenureCorrected' | 'MembershipCorrected' | 'ChangeWithdrawn'>;

/** Whatever is not named of what was wrong is not what it is about. */
function corrects(event: Correction, write: Write, wrong: Row): void {
  const { reason, documentNumber } = event.data;
  const { actor, onBehalfOf } = event.metadata;
  const by = { reason, document_number: documentNumber, actor, on_behalf_of: onBehalfOf };
  write.table('correction').set({ event_id: event.id }, { ...wrong, ...by, ...onRecord(event) });
}

interface Days {
  readonly unitId: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}
type Served = Days & { readonly office: string; readonly personId: string; readonly personName: string };

function served(
  event: EventEnvelope,
  write: Write,
  { unitId, office, personId, personName, from, until }: Served,
): void {
  const { position, recorded_at } = onRecord(event);
  const key = { unit_id: unitId, office, person_id: personId, since: from, position };
  write.table('tenure').set(key, { person_name: personName, until, recorded_at });
}

function belonged(
  event: EventEnvelope,
  write: Write,
  { blockId, unitId, from, until }: Days & { blockId: string },
): void {
  const { position, recorded_at } = onRecord(event);
  write.table('membership').set({ block_id: blockId, unit_id: unitId, since: from, position }, { until, recorded_at });
}

interface Version {
  readonly unitId: string;
  readonly since: LocalDate;
  readonly decree: Decree | null;
}

function called(event: EventEnvelope, write: Write, { unitId, since, name, decree }: Version & { name: string }): void {
  const { position, recorded_at } = onRecord(event);
  const forms = { name, searched: withoutDiacritics(name), sort_key: vietnameseSortKey(name) };
  write.table('name').set({ unit_id: unitId, since, position }, { ...forms, decree, event_id: event.id, recorded_at });
}

/** The level of government that each type of unit stands on. */
const LEVELS: Readonly<Record<UnitType, UnitLevel>> = {
  department: 'province',
  district: 'district',
  ward: 'commune',
  commune: 'commune',
  'special-zone': 'commune',
};

function formed(
  event: EventEnvelope,
  write: Write,
  { unitId, since, type, parentId, decree }: Version & { type: UnitType; parentId: string | null },
): void {
  const { position, recorded_at } = onRecord(event);
  const form = { type, level: LEVELS[type], parent_id: parentId, decree, event_id: event.id, recorded_at };
  write.table('form').set({ unit_id: unitId, since, position }, form);
}

const NOBODY = [{ unitId: '', share: null }];

function cameOut(event: Event<'LineageRecorded'>, write: Write): void {
  const { unitId, kind, predecessors, effectiveOn, decree } = event.data;
  for (const { unitId: predecessorId, share } of predecessors.length === 0 ? NOBODY : predecessors) {
    const change = { unit_id: unitId, kind, share, effective_on: effectiveOn, decree };
    write
      .table('lineage')
      .set({ event_id: event.id, predecessor_id: predecessorId }, { ...change, ...onRecord(event) });
  }
}
