import type { TableDefinition } from '@app/read-store';

/** Where the event that set the row stands in the log, and when it was recorded: what was known at a moment is asked of these. */
const onRecord = { position: 'bigint', recorded_at: 'text' } as const;

const unitYear = { unit_id: 'text', year: 'integer' } as const;

/**
 * The file of a unit-year. `progress`: what the events up to `position` come to (see Progress); `standings`: every Standing since it was
 * opened, each with the event from which on it held (see KeptStanding); `standing`: the last of them. Null: something was said of a file that
 * nobody opened.
 */
const file: TableDefinition = {
  columns: {
    ...unitYear,
    block_id: 'text',
    position: 'bigint',
    progress: 'jsonb',
    standing: 'jsonb',
    standings: 'jsonb',
  },
  key: ['unit_id', 'year'],
  indexes: [['year']],
};

/**
 * What the unit itself holds against its score: an objection before, a complaint after the results are official; from when until when it is
 * open. `answer_by`: the instant with which the last day for its answer ends; from `answered_position` on it has one, and only its
 * conclusion is waited for.
 */
const objection: TableDefinition = {
  columns: {
    ...unitYear,
    case_id: 'text',
    component: 'text',
    answer_by: 'text',
    position: 'bigint',
    recorded_at: 'text',
    answered_position: 'bigint',
    answered_at: 'text',
    closed_position: 'bigint',
    closed_at: 'text',
  },
  key: ['unit_id', 'year', 'case_id'],
};

/** Every time that results of a block's year were announced (`provisional`), published or corrected (`official`). */
const results: TableDefinition = {
  columns: { year: 'integer', block_id: 'text', status: 'text', object_until: 'text', ...onRecord },
  key: ['year', 'block_id', 'position'],
};

/** Every name that a unit was given; as people search it, and as names are ordered. */
const name: TableDefinition = {
  columns: { unit_id: 'text', name: 'text', searched: 'text', sort_key: 'text', ...onRecord },
  key: ['unit_id', 'position'],
};

/**
 * The end of a unit as it was told: `ended_on` is the first day without it, null: that was withdrawn, it goes on; `ended_at` when that day
 * began, or when it was recorded if that was later.
 */
const ending: TableDefinition = {
  columns: { unit_id: 'text', ended_on: 'text', ended_at: 'text', ...onRecord },
  key: ['unit_id', 'position'],
};

const block: TableDefinition = { columns: { block_id: 'text', name: 'text', ...onRecord }, key: ['block_id'] };

/** To be raised with every change of these tables, or of what stands in them: the questions are asked of this version. */
export const fileRegisterVersion = 2;

export const fileRegisterTables = { file, objection, results, name, ending, block };
export type FileRegisterTable = keyof typeof fileRegisterTables;
