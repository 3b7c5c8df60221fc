import type { RecordedEvent } from '@app/event-store';

type Rows = Record<string, unknown>[];

/** What an event of the bank says. */
interface Said {
  readonly account: string;
  readonly number: number;
  readonly amount: number;
  readonly fault: string | null;
}

/** An account as the events behind its last clearing tell it. */
interface Told {
  events: number;
  balance: number | null;
  trail: string;
  faulty: boolean | null;
  number: number;
  said: { amount: number } | null;
}

/**
 * What the books must hold in the end, by book and table: one event of the log after the other, in maps. It knows no batch, checkpoint,
 * part or generation, and shares no line with the engine or the books, so that a fault of either shows, however they were built.
 */
export function bookedByHand(log: readonly RecordedEvent[]): Record<string, Record<string, Rows>> {
  const accounts = new Map<string, Told>();
  const entry: Rows = [];
  for (const { id, type, position, data } of log) {
    const { account, number, amount, fault } = data as Said;
    if (type === 'Cleared') accounts.delete(account);
    if (type !== 'Paid' && type !== 'Stamped') continue;
    const told = accounts.get(account) ?? { events: 0, balance: null, trail: '', faulty: null, number, said: null };
    accounts.set(account, told);
    told.events += 1;
    told.trail = mixed(told.trail + id);
    told.number = number;
    if (type === 'Stamped') continue;
    told.balance = (told.balance ?? 0) + amount;
    told.faulty = told.faulty === true || fault === 'settle';
    told.said = { amount };
    entry.push({ event_id: id, position: String(position), amount });
  }
  const all = [...accounts].map(([account, told]) => ({ account, ...told, balance: textOf(told.balance) }));
  return {
    tally: {
      account: all.map(({ account, events, balance, trail, faulty }) => ({ account, events, balance, trail, faulty })),
      grade: all.map(({ account, events, balance }) => {
        return { account, grade: Number(balance) > 100 ? 'A' : 'B', events };
      }),
      board: ['branch 0', 'branch 1'].flatMap((branch) => {
        const own = all.filter(({ account }) => `branch ${Number(account.slice(1)) % 2}` === branch);
        if (own.length === 0) return [];
        const order = own.map(({ account, balance }) => `${String(balance).padStart(9)} ${account}`).sort();
        return [{ branch, order, events: own.reduce((sum, { events }) => sum + events, 0) }];
      }),
    },
    journal: { entry, latest: all.map(({ account, number, said }) => ({ account, number, said })) },
  };
}

const textOf = (balance: number | null): string | null => (balance === null ? null : String(balance));

/** FNV-1a in 32 bits. */
function mixed(text: string): string {
  let hash = 0x811c9dc5n;
  for (const letter of text) hash = ((hash ^ BigInt(letter.charCodeAt(0))) * 0x01000193n) % 2n ** 32n;
  return hash.toString(16);
}
