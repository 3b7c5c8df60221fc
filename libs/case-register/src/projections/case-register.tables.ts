import type { TableDefinition } from '@app/read-store';

/**
 * One per case. Each of the four events that a case has sets its own columns, with where it stands in the log and when it was recorded: what
 * was known at a moment is asked of these.
 */
const registeredCase: TableDefinition = {
  columns: {
    ...{ year: 'integer', unit_id: 'text', case_id: 'text' },
    ...{ kind: 'text', component: 'text', external_number: 'text', channel: 'text' },
    ...{ received_on: 'text', due_on: 'text', asked_due_on: 'text', received_position: 'bigint', received_at: 'text' },
    ...{ registered_number: 'text', registered_position: 'bigint', registered_at: 'text' },
    ...{ answered_on: 'text', late: 'boolean', answered_position: 'bigint', answered_at: 'text' },
    ...{ outcome: 'text', closed_on: 'text', closed_position: 'bigint', closed_at: 'text' },
  },
  key: ['year', 'unit_id', 'case_id'],
  indexes: [['due_on', 'received_position']],
};

/** To be raised with every change of these tables, or of what stands in them: the questions are asked of this version. */
export const caseRegisterVersion = 1;

export const caseRegisterTables = { case: registeredCase };
export type CaseRegisterTable = keyof typeof caseRegisterTables;
