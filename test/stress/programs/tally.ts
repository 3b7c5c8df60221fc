import type { Projection } from '@app/read-store';
import type { Paid } from './payments';

/** Counts on purpose instead of setting: an event applied twice, or not at all, shows in the rows for ever. Two tables for one event. */
export const tally: Projection<Paid, 'account' | 'bank'> = {
  name: 'tally',
  version: 1,
  categories: ['account'],
  tables: {
    account: { columns: { account: 'text', total: 'bigint', events: 'integer' }, key: ['account'] },
    bank: { columns: { bank: 'text', total: 'bigint', events: 'integer' }, key: ['bank'] },
  },
  partition: ({ stream }) => stream,
  on: {
    Paid: ({ stream, data: { bank, amount } }, write) => {
      const counted = (row: Readonly<Record<string, unknown>> | undefined) => ({
        total: BigInt(Number(row?.total ?? 0) + amount),
        events: Number(row?.events ?? 0) + 1,
      });
      write.table('account').fold({ account: stream }, counted);
      write.table('bank').fold({ bank }, counted);
    },
  },
};
