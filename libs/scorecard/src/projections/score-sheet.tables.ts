import type { TableDefinition } from '@app/read-store';

/** `{exact, displayed}`: the exact value as text, and rounded once as the ruleset says. */
const amount = 'jsonb';

const unitYear = { unit_id: 'text', year: 'integer' } as const;

/**
 * The file of a unit-year: how far it has come; without a ruleset it was not opened yet. `position`: of the last event of the unit-year, so
 * that one row tells whether anything was said since.
 */
const file: TableDefinition = {
  columns: { ...unitYear, block_id: 'text', ruleset: 'jsonb', phase: 'text', position: 'bigint' },
  key: ['unit_id', 'year'],
};

/**
 * The last word on each matter of a unit-year (see `said.ts`), and who recorded it when: all that its sheet is scored from, when somebody
 * asks. `said` null: taken back.
 */
const statement: TableDefinition = {
  columns: {
    ...unitYear,
    matter: 'text',
    said: 'jsonb',
    type: 'text',
    actor: 'text',
    on_behalf_of: 'text',
    role: 'text',
    recorded_at: 'text',
    position: 'bigint',
  },
  key: ['unit_id', 'year', 'matter'],
};

/**
 * Which results of a block's year count: of the kind `official`, as published or last corrected (`reason`: why), and of the kind
 * `provisional`, as last announced.
 */
const publication: TableDefinition = {
  columns: {
    year: 'integer',
    block_id: 'text',
    kind: 'text',
    event_id: 'text',
    decision: 'jsonb',
    at: 'text',
    object_until: 'text',
    reason: 'text',
  },
  key: ['year', 'block_id', 'kind'],
};

/** A unit's year in them; counts while `event_id` is the publication's. */
const result: TableDefinition = {
  columns: {
    ...unitYear,
    block_id: 'text',
    kind: 'text',
    event_id: 'text',
    total: amount,
    index: amount,
    class_name: 'text',
    rank: 'integer',
    tied: 'boolean',
    n: 'integer',
    points: 'jsonb',
  },
  key: ['unit_id', 'year', 'block_id', 'kind'],
};

const unit: TableDefinition = { columns: { unit_id: 'text', name: 'text' }, key: ['unit_id'] };

/**
 * To be raised with every change of these tables, or of what stands in them: the questions are asked of this version, and sheets that are
 * kept rest on its rows being the same wherever they hold the same events.
 */
export const scorecardVersion = 5;

export const scorecardTables = { file, statement, publication, result, unit };
export type ScorecardTable = keyof typeof scorecardTables;
