import type { TableDefinition } from '@app/read-store';

/** Where the event that set the row stands in the log, and when it was recorded: what was known at a moment is asked of these. */
const onRecord = { position: 'bigint', recorded_at: 'text' } as const;

const unit: TableDefinition = {
  columns: { unit_id: 'text', official_code: 'text', registered_on: 'text', ...onRecord },
  key: ['unit_id'],
};

/** The end of a unit: `dissolved_on` is the first day without it. Of several one stands: the others were withdrawn before it was told. */
const ending: TableDefinition = {
  columns: { unit_id: 'text', event_id: 'text', dissolved_on: 'text', decree: 'jsonb', ...onRecord },
  key: ['unit_id', 'event_id'],
};

/** What it is called from a day on, of one day the one told last; as people search it, and as names are ordered. Without a decree: its first name. */
const name: TableDefinition = {
  columns: {
    ...{ unit_id: 'text', since: 'text', name: 'text', searched: 'text', sort_key: 'text', decree: 'jsonb' },
    ...{ event_id: 'text', ...onRecord },
  },
  key: ['unit_id', 'since', 'position'],
};

/** What it is from a day on, and to whom it belongs; of one day what was told last. */
const form: TableDefinition = {
  columns: {
    ...{ unit_id: 'text', since: 'text', type: 'text', level: 'text', parent_id: 'text', decree: 'jsonb' },
    ...{ event_id: 'text', ...onRecord },
  },
  key: ['unit_id', 'since', 'position'],
};

/** What passed from a predecessor to a unit; the predecessor is empty where there is none (created). */
const lineage: TableDefinition = {
  columns: {
    event_id: 'text',
    predecessor_id: 'text',
    unit_id: 'text',
    kind: 'text',
    share: 'text',
    effective_on: 'text',
    decree: 'jsonb',
    ...onRecord,
  },
  key: ['event_id', 'predecessor_id'],
  indexes: [['unit_id'], ['predecessor_id']],
};

/** A tenure as it was recorded, or corrected: then `until` is its last day as corrected, null while it lasts. */
const tenure: TableDefinition = {
  columns: {
    ...{ unit_id: 'text', office: 'text', person_id: 'text', since: 'text', until: 'text', person_name: 'text' },
    ...onRecord,
  },
  key: ['unit_id', 'office', 'person_id', 'since', 'position'],
};

/** The last day of a tenure as it was recorded: that of the same person and office which began last before it. */
const tenureEnd: TableDefinition = {
  columns: { unit_id: 'text', office: 'text', person_id: 'text', until: 'text', ...onRecord },
  key: ['unit_id', 'office', 'person_id', 'until'],
};

const block: TableDefinition = { columns: { block_id: 'text', name: 'text', ...onRecord }, key: ['block_id'] };

/** A membership as it was recorded, or corrected: then `until` is its last day as corrected, null while it lasts. */
const membership: TableDefinition = {
  columns: { unit_id: 'text', block_id: 'text', since: 'text', until: 'text', ...onRecord },
  key: ['block_id', 'unit_id', 'since', 'position'],
  indexes: [['unit_id']],
};

/** The last day of a membership as it was recorded: of that which began last before it. */
const membershipEnd: TableDefinition = {
  columns: { unit_id: 'text', block_id: 'text', until: 'text', ...onRecord },
  key: ['block_id', 'unit_id', 'until'],
};

/**
 * What was wrong and does not stand any more from then on, by whom and on what grounds: the tenure, or the membership, that began at `since`
 * (those told before it; `corrected`: what was so instead, null: nothing), or the change that `withdrawn` told, of this kind and that day.
 */
const correction: TableDefinition = {
  columns: {
    event_id: 'text',
    unit_id: 'text',
    subject: 'text',
    office: 'text',
    person_id: 'text',
    block_id: 'text',
    change: 'text',
    since: 'text',
    withdrawn: 'text',
    corrected: 'jsonb',
    reason: 'text',
    document_number: 'text',
    actor: 'text',
    on_behalf_of: 'text',
    ...onRecord,
  },
  key: ['event_id'],
  indexes: [['unit_id']],
};

/** To be raised with every change of these tables, or of what stands in them: the questions are asked of this version. */
export const unitRegisterVersion = 3;

export const unitRegisterTables = {
  unit,
  ending,
  name,
  form,
  lineage,
  tenure,
  tenure_end: tenureEnd,
  block,
  membership,
  membership_end: membershipEnd,
  correction,
};
export type UnitRegisterTable = keyof typeof unitRegisterTables;
