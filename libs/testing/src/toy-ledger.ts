import { type EventOf, eventSchema } from '@app/kernel';
import type { Projection } from '@app/read-store';
import { type HistoryEvent, inStream } from './history';

const paid = eventSchema('Paid').startingAs<{ account: string; amount: number }>();
const closed = eventSchema('Closed').startingAs<{ account: string }>();
const noted = eventSchema('Noted').startingAs<{ account: string; text: string }>();

/** A small world for tests of the runner itself: accounts, one stream each, and their sum per bank. */
export const toySchemas = [paid, closed, noted] as const;
type ToyEvent = EventOf<(typeof toySchemas)[number]>;

export const pay = (account: string, amount: number): HistoryEvent =>
  inStream(`account-${account}`, paid.of({ account, amount }));
export const close = (account: string): HistoryEvent => inStream(`account-${account}`, closed.of({ account }));
export const note = (account: string, text: string): HistoryEvent =>
  inStream(`account-${account}`, noted.of({ account, text }));

/** Payments, notes and closings of some accounts, each account again and again. */
export function longToyHistory(length: number): HistoryEvent[] {
  return Array.from({ length }, (_, number) => {
    const account = `${'abcd'.charAt(number % 4)}${number % 37}`;
    if (number % 41 === 40) return close(account);
    return number % 5 === 4 ? note(account, `ghi chú\t${number}\\\n`) : pay(account, number);
  });
}

/** What a test wants to go wrong; change it between runs to mend it. */
export interface ToyFaults {
  handle?: (event: ToyEvent) => void;
  fold?: (amount: number) => void;
  settle?: (bank: string) => void;
}

type Toy = 'account' | 'bank';

/** Balances per account, and per bank (the account's first letter) by settling. A balance names the payments behind it: repeats count once. */
export function toyProjection(faults: ToyFaults = {}, version = 1): Projection<ToyEvent, Toy> {
  return {
    name: 'toy',
    version,
    categories: ['account'],
    tables: {
      account: { columns: { account: 'text', payments: 'jsonb', balance: 'bigint', note: 'text' }, key: ['account'] },
      bank: { columns: { bank: 'text', balance: 'bigint', accounts: 'integer' }, key: ['bank'] },
    },
    partition: ({ stream }) => stream,
    on: {
      Paid: (event, write) => {
        faults.handle?.(event);
        const { account, amount } = event.data;
        write.table('account').fold({ account }, (row) => {
          faults.fold?.(amount);
          const payments = { ...(row?.payments as Record<string, number> | null), [event.id]: amount };
          return { payments, balance: BigInt(Object.values(payments).reduce((sum, one) => sum + one, 0)) };
        });
        write.touch(account.slice(0, 1));
      },
      Closed: (event, write) => {
        faults.handle?.(event);
        write.table('account').delete({ account: event.data.account });
        write.touch(event.data.account.slice(0, 1));
      },
      Noted: (event, write) => {
        faults.handle?.(event);
        write.table('account').set({ account: event.data.account }, { note: event.data.text });
        write.touch(event.data.account.slice(0, 1));
      },
    },
    settle: async (banks, { query, tableOf, table }) => {
      banks.forEach((bank) => faults.settle?.(bank));
      const sums = await query<{ bank: string; balance: string; accounts: number }>(
        `SELECT bank, coalesce(sum(balance), 0)::text AS balance, count(account)::int AS accounts
         FROM unnest($1::text[]) AS bank LEFT JOIN ${tableOf('account')} ON left(account, 1) = bank GROUP BY bank`,
        [banks],
      );
      for (const { bank, balance, accounts } of sums) table('bank').set({ bank }, { balance, accounts });
    },
  };
}
