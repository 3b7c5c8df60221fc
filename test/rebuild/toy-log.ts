import { randomUUID } from 'node:crypto';
import { type BulkAppend, ensureLogIdentity, type EventStore, importEvents, type NewEvent } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { close, note, pay, type TestDatabase } from '@app/testing';
import { allEvents } from '../stress/kit/ledger-of-payments';
import { logBeside } from '../stress/kit/logs';
import { type LogAddress, openLog } from '../stress/programs/log';

/** A log of the toy's events. */
export interface ToyLog {
  readonly address: LogAddress;
  readonly store: EventStore;
  close(): Promise<void>;
}

/** Whole histories of so many accounts, over either adapter; read models live in `database`. */
export async function toyLog(
  adapter: LogAddress['adapter'],
  database: TestDatabase,
  accounts: number,
): Promise<ToyLog> {
  const { address, server } = await logBeside(database, adapter);
  const store = openLog(address);
  await ensureLogIdentity(store, new SystemClock());
  if (server) for (let number = 0; number < accounts; number += 1) await openAccount(store, number);
  else await importEvents({ url: database.ownerUrl }, histories(accounts));
  const end = async (): Promise<void> => {
    await store.close();
    server?.stop();
  };
  return { address, store, close: end };
}

/** Appends the whole history of the account of this number. */
export async function openAccount(store: EventStore, number: number): Promise<void> {
  const { stream, expected, events } = history(number);
  await store.append(stream, expected, events);
}

async function* histories(accounts: number): AsyncGenerator<BulkAppend> {
  for (let number = 0; number < accounts; number += 1) yield await Promise.resolve(history(number));
}

/** Five payments or notes, one account in fifty closed in the end. */
function history(number: number): BulkAppend {
  const account = `${'abcdefgh'.charAt(number % 8)}${number}`;
  const last = number % 50 === 49 ? close(account) : pay(account, 5);
  const commandId = randomUUID();
  const events = [pay(account, 1), pay(account, number), note(account, `ghi chú ${number}`), pay(account, 3), last];
  return {
    stream: `account-${account}`,
    expected: 'no-stream' as const,
    events: events.map(({ type, data }, index): NewEvent => {
      const id = randomUUID();
      const cause = { commandId, correlationId: commandId, causationId: commandId };
      const who = { ...cause, actor: 'a', onBehalfOf: null, role: 'clerk' };
      const place = { part: index + 1, parts: events.length };
      return {
        id,
        type,
        data,
        metadata: { ...who, ...place, schemaVersion: 1, recordedAt: '2024-01-01T00:00:00.000Z' },
      };
    }),
  };
}

interface AccountRow {
  readonly account: string;
  readonly payments: Record<string, number>;
  readonly balance: number;
  readonly note: string | null;
}

/** What the toy's tables hold when the log is added up with a pencil, up to a position. */
export async function toyByHand(store: EventStore, upTo: bigint): Promise<{ accounts: AccountRow[]; banks: object[] }> {
  const accounts = new Map<string, AccountRow>();
  const banks = new Map<string, { balance: number; accounts: number }>();
  for (const { id, type, position, data } of await allEvents(store)) {
    if (position > upTo || !['Paid', 'Noted', 'Closed'].includes(type)) continue;
    const { account, amount, text } = data as { account: string; amount: number; text: string };
    banks.set(account.charAt(0), { balance: 0, accounts: 0 });
    const row = accounts.get(account) ?? { account, payments: {}, balance: 0, note: null };
    if (type === 'Closed') accounts.delete(account);
    else if (type === 'Noted') accounts.set(account, { ...row, note: text });
    else accounts.set(account, { ...row, payments: { ...row.payments, [id]: amount }, balance: row.balance + amount });
  }
  for (const { account, balance } of accounts.values()) {
    const bank = banks.get(account.charAt(0)) ?? { balance: 0, accounts: 0 };
    banks.set(account.charAt(0), { balance: bank.balance + balance, accounts: bank.accounts + 1 });
  }
  const byName = [...banks].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    accounts: [...accounts.values()].sort((one, other) => (one.account < other.account ? -1 : 1)),
    banks: byName.map(([bank, sums]) => ({ bank, ...sums })),
  };
}
