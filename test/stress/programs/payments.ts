import { type Aggregate, type EventOf, eventSchema } from '@app/kernel';

const paid = eventSchema('Paid').startingAs<{ bank: string; amount: number; note: string }>();

/** The world of the crash tests: accounts, one stream each; a payment is three events or none. */
export const paymentEvents = [paid] as const;
export type Paid = EventOf<(typeof paymentEvents)[number]>;

/** How many payments were booked: the state does not matter, only that it is folded. */
export const account: Aggregate<number, Paid> = { initial: 0, evolve: (count) => count + 1 };

export const PARTS = 3;

/** A payment of 1 + 2 + 3 to one account; `padding` bytes make the request long enough to be cut. */
export function pay(accountName: string, padding: number): Paid[] {
  const note = 'x'.repeat(padding);
  return Array.from({ length: PARTS }, (_, n) => paid.of({ bank: accountName.slice(0, 1), amount: n + 1, note }));
}
