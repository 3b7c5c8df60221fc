import {
  type AcrossContext,
  keyOf,
  type Projection,
  type Row,
  type SettleContext,
  type TableDefinition,
} from '@app/read-store';
import type { BankEvent, Fault } from './bank';

type Tables = 'account' | 'grade' | 'board';

/** Whoever divides the work: by account; what is about none is nobody's. */
const dividedBy = (stream: string): string | undefined => (stream.startsWith('account-') ? keyOf(stream) : undefined);
/** Accounts are compared within their branch, of which there are two. */
const branchOf = (account: string): string => `branch ${Number(account.slice(1)) % 2}`;

const TABLES: Record<Tables, TableDefinition> = {
  account: {
    columns: { account: 'text', events: 'integer', balance: 'bigint', trail: 'text', faulty: 'boolean' },
    key: ['account'],
  },
  grade: { columns: { account: 'text', grade: 'text', events: 'integer' }, key: ['account'] },
  board: { columns: { branch: 'text', order: 'jsonb', events: 'integer' }, key: ['branch'] },
};

/**
 * Counts and chains on purpose, as no real projection should: an event that is applied twice, left out or applied out of order shows for
 * ever. `mended`: whether it copes with every event.
 */
export function tally(mended: boolean): Projection<BankEvent, Tables> {
  const breaksOn = (fault: Fault, event: Fault | null) => {
    if (!mended && event === fault) throw new Error(`cannot ${fault}`);
  };
  return {
    name: 'tally',
    version: 1,
    categories: ['account'],
    tables: TABLES,
    partition: ({ stream }) => stream,
    dividedBy,
    on: {
      Paid({ id, data }, write) {
        breaksOn('handle', data.fault);
        write.touch(data.account);
        write.table('account').fold({ account: data.account }, (row) => {
          breaksOn('fold', data.fault);
          const faulty = row?.faulty === true || data.fault === 'settle';
          return { ...next(row, id), balance: Number(row?.balance ?? 0) + data.amount, faulty };
        });
      },
      Stamped({ id, data }, write) {
        write.touch(data.account);
        write.table('account').fold({ account: data.account }, (row) => next(row, id));
      },
      Cleared({ data }, write) {
        write.touch(data.account);
        write.table('account').delete({ account: data.account });
      },
    },
    settle: (accounts, context) => grade(accounts, context, mended),
    across: compareWithin,
  };
}

/** What stands on the board of a branch: its accounts, the poorest first; undefined where there are none. */
export function boardOf(branch: string, accounts: readonly Row[]): Row | undefined {
  const own = accounts.filter(({ account }) => branchOf(account as string) === branch);
  if (own.length === 0) return undefined;
  const text = ({ account, balance }: Row) => `${String(balance).padStart(9)} ${account as string}`;
  return { order: own.map(text).sort(), events: own.reduce((sum, { events }) => sum + Number(events), 0) };
}

async function compareWithin(branches: readonly string[], { query, tableOf, table }: AcrossContext<Tables>) {
  const accounts = await query(`SELECT * FROM ${tableOf('account')}`);
  for (const branch of branches) {
    const board = boardOf(branch, accounts);
    if (board) table('board').set({ branch }, board);
    else table('board').delete({ branch });
  }
}

async function grade(
  accounts: readonly string[],
  { rows, table, touch }: SettleContext<Tables>,
  mended: boolean,
): Promise<void> {
  const keys = accounts.map((account) => ({ account }));
  const present = new Map((await rows('account', keys)).map(({ row }) => [row.account, row]));
  for (const account of accounts) {
    touch(branchOf(account));
    const row = present.get(account);
    if (row?.faulty === true && !mended) throw new Error('cannot settle');
    if (!row) table('grade').delete({ account });
    else table('grade').set({ account }, { grade: Number(row.balance) > 100 ? 'A' : 'B', events: row.events });
  }
}

function next(row: Row | undefined, eventId: string): Row {
  return { events: Number(row?.events ?? 0) + 1, trail: chained((row?.trail as string | undefined) ?? '', eventId) };
}

/** A short hash of everything before and this: FNV-1a. */
function chained(trail: string, eventId: string): string {
  let hash = 0x811c9dc5;
  for (const letter of trail + eventId) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16);
}

/** Only sets and deletes, so its batches go to the store in one step. */
export function journal(mended: boolean): Projection<BankEvent, 'entry' | 'latest'> {
  return {
    name: 'journal',
    version: 1,
    categories: ['account'],
    tables: {
      entry: { columns: { event_id: 'text', position: 'bigint', amount: 'integer' }, key: ['event_id'] },
      latest: { columns: { account: 'text', number: 'integer', said: 'jsonb' }, key: ['account'] },
    },
    partition: ({ stream }) => stream,
    dividedBy,
    on: {
      Paid({ id, position, data }, write) {
        const amount = !mended && data.fault === 'write' ? 'không phải số' : data.amount;
        write.table('entry').set({ event_id: id }, { position, amount });
        write.table('latest').set({ account: data.account }, { number: data.number, said: { amount: data.amount } });
      },
      Stamped({ data }, write) {
        write.table('latest').set({ account: data.account }, { number: data.number });
      },
      Cleared({ data }, write) {
        write.table('latest').delete({ account: data.account });
      },
    },
  };
}
