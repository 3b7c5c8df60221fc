import { type Aggregate, DomainError, type EventOf, eventSchema } from '@app/kernel';

/** What in an event the program of the first day cannot cope with; the mended program can. */
export type Fault = (typeof EVERY_FAULT)[number];
export const EVERY_FAULT = ['type', 'handle', 'fold', 'write', 'settle'] as const;

type Entry = { account: string; number: number; amount: number; fault: Fault | null };

const paid = eventSchema('Paid').startingAs<Entry>();
const cleared = eventSchema('Cleared').startingAs<{ account: string; number: number }>();
/** A type that only the mended program knows. */
const stamped = eventSchema('Stamped').startingAs<{ account: string; number: number }>();

/** A small world with rules that a lost race breaks: numbers without gaps, balances never below zero. */
export const bankSchemas = [paid, cleared, stamped] as const;
export type BankEvent = EventOf<(typeof bankSchemas)[number]>;

export interface Account {
  readonly count: number;
  readonly balance: number;
}

export const account: Aggregate<Account, BankEvent> = {
  initial: { count: 0, balance: 0 },
  evolve({ count, balance }, event) {
    if (event.type === 'Paid') return { count: count + 1, balance: balance + event.data.amount };
    return { count: count + 1, balance: event.type === 'Cleared' ? 0 : balance };
  },
};

/** Nothing can be taken that is not there. */
export class NotEnough extends DomainError {
  readonly code = 'simulation.not-enough';
  readonly kind = 'invalid';
}

/** What somebody wants of one account: amounts to pay in or take out, and what else. */
export interface Order {
  readonly account: string;
  readonly amounts: readonly number[];
  readonly clear: boolean;
  /** Of the first payment; `type`: an event of an unknown type follows. */
  readonly fault: Fault | null;
}

/** Throws NotEnough. */
export function carryOut({ count, balance }: Account, order: Order): BankEvent[] {
  const total = order.amounts.reduce((sum, amount) => sum + amount, balance);
  if (total < 0) throw new NotEnough(`${order.account} has ${balance}`);
  const of = (place: number) => ({ account: order.account, number: count + place + 1 });
  const events: BankEvent[] = order.amounts.map((amount, place) =>
    paid.of({ ...of(place), amount, fault: place === 0 ? order.fault : null }),
  );
  if (order.fault === 'type') events.push(stamped.of(of(events.length)));
  if (order.clear) events.push(cleared.of(of(events.length)));
  return events;
}
