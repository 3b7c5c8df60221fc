import type { Recorded } from '@app/event-store';
import { type LocalDate, vietnameseSortKey, withoutDiacritics } from '@app/kernel';
import type { Projection, ProjectionWriter } from '@app/read-store';
import type { BlockEvent, Decree, UnitEvent, UnitLevel, UnitType } from '@app/unit';
import { type UnitRegisterTable, unitRegisterTables, unitRegisterVersion } from './unit-register.tables';

export type UnitRegisterEvent = Exclude<UnitEvent, { type: 'SuccessionRuled' }> | BlockEvent;
type Event<Type extends UnitRegisterEvent['type']> = Recorded<Extract<UnitRegisterEvent, { type: Type }>>;
type Write = ProjectionWriter<UnitRegisterTable>;

/** Every version of every unit and membership, each by its first day: what was true on a day is asked of the rows, never of their order. */
export const unitRegister: Projection<UnitRegisterEvent, UnitRegisterTable> = {
  name: 'unit_register',
  version: unitRegisterVersion,
  categories: ['unit', 'block'],
  tables: unitRegisterTables,
  partition: ({ stream }) => stream,
  on: {
    UnitRegistered: ({ data }, write) => {
      const { unitId, name, officialCode, registeredOn } = data;
      write.table('unit').set({ unit_id: unitId }, { official_code: officialCode, registered_on: registeredOn });
      called(write, unitId, registeredOn, name, null);
      formed(write, unitId, registeredOn, data, null);
    },
    UnitRenamed: ({ data: { unitId, effectiveOn, name, decree } }, write) =>
      called(write, unitId, effectiveOn, name, decree),
    UnitLevelChanged: ({ data }, write) => formed(write, data.unitId, data.effectiveOn, data, data.decree),
    UnitDissolved: ({ data: { unitId, effectiveOn, decree } }, write) =>
      write.table('unit').set({ unit_id: unitId }, { dissolved_on: effectiveOn, dissolution: decree }),
    LineageRecorded: cameOut,
    OfficeTaken: ({ data: { unitId, office, personId, personName, from } }, write) =>
      write
        .table('tenure')
        .set({ unit_id: unitId, office, person_id: personId, since: from }, { person_name: personName }),
    OfficeLeft: ({ data: { unitId, office, personId, until } }, write) =>
      write.table('tenure_end').set({ unit_id: unitId, office, person_id: personId, until }, {}),
    BlockDefined: ({ data: { blockId, name } }, write) => write.table('block').set({ block_id: blockId }, { name }),
    UnitJoinedBlock: ({ data: { blockId, unitId, from } }, write) =>
      write.table('membership').set({ block_id: blockId, unit_id: unitId, since: from }, {}),
    UnitLeftBlock: ({ data: { blockId, unitId, until } }, write) =>
      write.table('membership_end').set({ block_id: blockId, unit_id: unitId, until }, {}),
  },
};

function called(write: Write, unitId: string, since: LocalDate, name: string, decree: Decree | null): void {
  const forms = { name, searched: withoutDiacritics(name), sort_key: vietnameseSortKey(name) };
  write.table('name').set({ unit_id: unitId, since }, { ...forms, decree });
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
  write: Write,
  unitId: string,
  since: LocalDate,
  { type, parentId }: { readonly type: UnitType; readonly parentId: string | null },
  decree: Decree | null,
): void {
  write.table('form').set({ unit_id: unitId, since }, { type, level: LEVELS[type], parent_id: parentId, decree });
}

const NOBODY = [{ unitId: '', share: null }];

function cameOut({ id, data }: Event<'LineageRecorded'>, write: Write): void {
  const { unitId, kind, predecessors, effectiveOn, decree } = data;
  for (const { unitId: predecessorId, share } of predecessors.length === 0 ? NOBODY : predecessors) {
    const change = { unit_id: unitId, kind, share, effective_on: effectiveOn, decree };
    write.table('lineage').set({ event_id: id, predecessor_id: predecessorId }, change);
  }
}
