import type { TableDefinition } from '@app/read-store';

/** `{exact, displayed}`: the exact value as text, and rounded once as the ruleset says. */
const amount = 'jsonb';

const unitYear = { unit_id: 'text', year: 'integer' } as const;

/** The folded facts of a unit-year: what the sheet is computed from. */
const facts: TableDefinition = { columns: { ...unitYear, facts: 'jsonb' }, key: ['unit_id', 'year'] };

/** The totals of a unit-year as its facts stand now. */
const sheet: TableDefinition = {
  columns: {
    ...unitYear,
    block_id: 'text',
    phase: 'text',
    ruleset: 'jsonb',
    appraised: amount,
    survey: amount,
    bonus: amount,
    penalty: amount,
    self: amount,
    total: amount,
    maximum: amount,
    index: amount,
    class_name: 'text',
    grade: 'text',
    missing: 'jsonb',
    fields: 'jsonb',
    criteria: 'jsonb',
  },
  key: ['unit_id', 'year'],
  indexes: [['year', 'block_id']],
};

/** One row per component of a sheet, in the order of the ruleset. */
const component: TableDefinition = {
  columns: {
    ...unitYear,
    code: 'text',
    place: 'integer',
    name: 'text',
    criterion: 'text',
    field: 'text',
    part: 'text',
    state: 'text',
    self: amount,
    appraised: 'text',
    points: amount,
    maximum: amount,
    reason: 'text',
    citation: 'jsonb',
    declaration: 'jsonb',
    evidence: 'jsonb',
    event_ids: 'jsonb',
  },
  key: ['unit_id', 'year', 'code'],
};

/** Who recorded what and when: one row per event that a sheet may rest on. */
const event: TableDefinition = {
  columns: {
    event_id: 'text',
    type: 'text',
    actor: 'text',
    on_behalf_of: 'text',
    role: 'text',
    recorded_at: 'text',
    position: 'bigint',
  },
  key: ['event_id'],
};

/** Which publication of a block's year counts. */
const publication: TableDefinition = {
  columns: { year: 'integer', block_id: 'text', event_id: 'text', decision: 'jsonb', published_at: 'text' },
  key: ['year', 'block_id'],
};

/** A unit's year as published; counts while `event_id` is the publication's. */
const official: TableDefinition = {
  columns: {
    ...unitYear,
    block_id: 'text',
    event_id: 'text',
    total: amount,
    index: amount,
    class_name: 'text',
    rank: 'integer',
    tied: 'boolean',
    n: 'integer',
    points: 'jsonb',
  },
  key: ['unit_id', 'year', 'block_id'],
};

const unit: TableDefinition = { columns: { unit_id: 'text', name: 'text' }, key: ['unit_id'] };

export const scorecardTables = { facts, sheet, component, event, publication, official, unit };
export type ScorecardTable = keyof typeof scorecardTables;
