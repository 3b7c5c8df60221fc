import type { TableDefinition } from '@app/read-store';

/** `{exact, displayed}`: the exact value as text, and rounded once as the ruleset says (or as the source printed it). */
const amount = 'jsonb';

const facts: TableDefinition = {
  columns: { unit_id: 'text', year: 'integer', facts: 'jsonb' },
  key: ['unit_id', 'year'],
};

/** What ranking needs of a unit-year; `value` null while the unit cannot be ranked, `partial`: points are missing in the total. */
const standing: TableDefinition = {
  columns: {
    unit_id: 'text',
    year: 'integer',
    block_id: 'text',
    phase: 'text',
    ruleset: 'jsonb',
    total: amount,
    partial: 'boolean',
    index: amount,
    class_name: 'text',
    grade: 'text',
    value: 'text',
    tie_breakers: 'jsonb',
  },
  key: ['unit_id', 'year'],
  indexes: [['year', 'block_id']],
};

/** `dissolved_on`: the first day without the unit. */
const unit: TableDefinition = {
  columns: { unit_id: 'text', name: 'text', dissolved_on: 'text' },
  key: ['unit_id'],
};
const block: TableDefinition = { columns: { block_id: 'text', name: 'text' }, key: ['block_id'] };

/** `spans`: from and until (the last day, null while it lasts) of each membership, as all that was `told` of them comes to. */
const member: TableDefinition = {
  columns: { block_id: 'text', unit_id: 'text', told: 'jsonb', spans: 'jsonb' },
  key: ['block_id', 'unit_id'],
};

/** What the unit came out of, and from when on that does not stand any more; the predecessor is empty where there is none (created, another level). */
const lineage: TableDefinition = {
  columns: {
    unit_id: 'text',
    predecessor_id: 'text',
    event_id: 'text',
    kind: 'text',
    share: 'text',
    effective_on: 'text',
    decree: 'jsonb',
    position: 'bigint',
    recorded_at: 'text',
    withdrawn_position: 'bigint',
    withdrawn_at: 'text',
  },
  key: ['unit_id', 'predecessor_id', 'event_id'],
};

/** Every ruling on whose result counts as the unit's last year in a year (null: nobody's); the latest counts. */
const ruling: TableDefinition = {
  columns: {
    unit_id: 'text',
    year: 'integer',
    position: 'bigint',
    recorded_at: 'text',
    predecessor_id: 'text',
    reason: 'text',
    event_id: 'text',
  },
  key: ['unit_id', 'year', 'position'],
};

/** What was laid down for a block's year: the rules, or that it is skipped. */
const period: TableDefinition = {
  columns: { year: 'integer', block_id: 'text', ruleset: 'jsonb', skipped: 'text' },
  key: ['year', 'block_id'],
};

/**
 * Every edition of a block-year's results, from the event that brought it on: `kind` is `provisional`, `official` (published or corrected
 * here) or `imported`. Which one counts at a moment is said by `edition.ts`.
 */
const edition: TableDefinition = {
  columns: {
    year: 'integer',
    block_id: 'text',
    position: 'bigint',
    recorded_at: 'text',
    kind: 'text',
    event_id: 'text',
    head: 'jsonb',
    results: 'jsonb',
  },
  key: ['year', 'block_id', 'position'],
};

/** A block's year as readers see it. */
const blockYear: TableDefinition = {
  columns: {
    year: 'integer',
    block_id: 'text',
    state: 'text',
    block_name: 'text',
    n: 'integer',
    scheme: 'text',
    ruleset: 'jsonb',
    decision: 'jsonb',
    published_at: 'text',
    source: 'jsonb',
    reason: 'text',
    object_until: 'text',
    correction: 'jsonb',
    since: 'jsonb',
    event_id: 'text',
  },
  key: ['year', 'block_id'],
};

/** The stored rank of every unit in every year. */
const result: TableDefinition = {
  columns: {
    year: 'integer',
    block_id: 'text',
    unit_id: 'text',
    unit_name: 'text',
    state: 'text',
    rank: 'integer',
    tied: 'boolean',
    percentile: 'text',
    previous_rank: 'integer',
    previous_n: 'integer',
    total: amount,
    partial: 'boolean',
    index: amount,
    class_name: 'text',
    grade: 'text',
    note: 'text',
  },
  key: ['year', 'block_id', 'unit_id'],
  indexes: [['unit_id', 'year']],
};

/** To be raised with every change of these tables, or of what stands in them: the questions are asked of this version. */
export const rankingVersion = 6;

export const rankingTables = {
  facts,
  standing,
  unit,
  block,
  member,
  lineage,
  ruling,
  period,
  edition,
  block_year: blockYear,
  result,
};
export type RankingTable = keyof typeof rankingTables;
