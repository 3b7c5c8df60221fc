import type { TableDefinition } from '@app/read-store';

/** Everything that consequences may rest on, one row per thing that an event said; see Fact. */
const fact: TableDefinition = {
  columns: {
    event_id: 'text',
    item: 'text',
    kind: 'text',
    position: 'bigint',
    recorded_at: 'text',
    unit_id: 'text',
    year: 'integer',
    block_id: 'text',
    predecessor_id: 'text',
    data: 'jsonb',
  },
  key: ['event_id', 'item'],
  indexes: [['unit_id'], ['block_id', 'year'], ['predecessor_id']],
};

/** A flag from one event until another: once raised it stays on record. */
const flag: TableDefinition = {
  columns: {
    unit_id: 'text',
    year: 'integer',
    block_id: 'text',
    kind: 'text',
    since_position: 'bigint',
    since_event: 'text',
    since_at: 'text',
    superseded_position: 'bigint',
    superseded_event: 'text',
    superseded_at: 'text',
    unit_name: 'text',
    block_name: 'text',
    ruleset: 'jsonb',
    pending: 'boolean',
    derivation: 'jsonb',
    caveats: 'jsonb',
    open_cases: 'jsonb',
    other_reading: 'text',
    event_ids: 'jsonb',
    tenures: 'jsonb',
  },
  key: ['unit_id', 'year', 'block_id', 'kind', 'since_position'],
  indexes: [['year', 'block_id']],
};

/** `unit/<id>` and `block/<id>` of all that the log ever named: an answer about anything else would be a false all-clear. */
const known: TableDefinition = { columns: { subject: 'text' }, key: ['subject'] };

/** To be raised with every change of these tables, or of what stands in them: the questions are asked of this version. */
export const accountabilityVersion = 5;

export const accountabilityTables = { fact, flag, known };
export type AccountabilityTable = keyof typeof accountabilityTables;
