import type { TableDefinition } from '@app/read-store';

/** What one event has for one unit: set once, by that event alone; see Notice. `block_id`: the block whose results it is about, else null. */
const notice: TableDefinition = {
  columns: {
    unit_id: 'text',
    position: 'bigint',
    kind: 'text',
    year: 'integer',
    block_id: 'text',
    event_id: 'text',
    recorded_at: 'text',
    correlation_id: 'text',
    deadline: 'text',
    says: 'jsonb',
  },
  key: ['unit_id', 'position', 'kind'],
};

/** Every unit that was registered: no notices of any other is a mistyped id. */
const unit: TableDefinition = { columns: { unit_id: 'text' }, key: ['unit_id'] };

/** To be raised with every change of these tables, or of what stands in them: the questions are asked of this version. */
export const noticesVersion = 1;

export const noticesTables = { notice, unit };
export type NoticesTable = keyof typeof noticesTables;
