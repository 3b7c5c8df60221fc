import { randomUUID } from 'node:crypto';
import type { EventStore, RecordedEvent } from '@app/event-store';
import { Child, type Said } from './child';
import type { LogAddress } from '../programs/log';
import type { Death, Payment } from '../programs/clerk';
import { PARTS } from '../programs/payments';

type Answer = Said & { readonly id: string; readonly revision: string; readonly position: string };

/** What was asked of clerks that come and die, and what they answered: the memory of the people who wait at the counter. */
export class LedgerOfPayments {
  readonly asked: Payment[] = [];
  readonly answers = new Map<string, Pick<Answer, 'revision' | 'position'>>();
  /** Answers to one payment that differ. */
  readonly contradictions: string[] = [];
  /** How long each new clerk took to be of use again, ms. */
  readonly readyAfter: number[] = [];

  constructor(private readonly log: LogAddress) {}

  newPayment(): Payment {
    const payment = { id: randomUUID(), account: `${'ab'[this.asked.length % 2]}${this.asked.length % 5}` };
    this.asked.push(payment);
    return payment;
  }

  get unanswered(): Payment[] {
    return this.asked.filter(({ id }) => !this.answers.has(id));
  }

  /** One clerk: is asked again what was left unanswered, and something answered, and some payments more. Answers how it ended. */
  async serve(more: number, death?: Death, padding = 0): Promise<string> {
    const began = Date.now();
    const clerk = new Child('clerk', { log: this.log, death, padding });
    const known = this.asked.find(({ id }) => this.answers.has(id));
    for (const payment of [...(known ? [known] : []), ...this.unanswered]) clerk.tell(payment);
    for (let n = 0; n < more; n += 1) clerk.tell(this.newPayment());
    const first = clerk.next('acknowledged').then(
      () => this.readyAfter.push(Date.now() - began),
      () => undefined, // It died at its very first append.
    );
    const end = death ? await clerk.ended : await clerk.finish().then(() => 'finished');
    await first;
    for (const answer of clerk.ofKind<Answer>('acknowledged')) this.keep(answer);
    return end;
  }

  private keep({ id, revision, position }: Answer): void {
    const first = this.answers.get(id);
    if (first && (first.revision !== revision || first.position !== position)) this.contradictions.push(id);
    this.answers.set(id, { revision, position });
  }

  /** How many of the unanswered payments stand in the log all the same. */
  async storedUnanswered(store: EventStore): Promise<number> {
    const stored = new Set((await allEvents(store)).map(({ metadata }) => metadata.commandId));
    return this.unanswered.filter(({ id }) => stored.has(id)).length;
  }

  /** What of the log does not agree with what was asked and answered; empty when all is well. */
  async faults(store: EventStore): Promise<string[]> {
    const events = await allEvents(store);
    return this.asked.flatMap(({ id, account }) => {
      const own = events.filter(({ metadata }) => metadata.commandId === id);
      const parts = own.map(({ metadata: { part } }) => part).join();
      const whole = parts === Array.from({ length: PARTS }, (_, n) => n + 1).join();
      const stays = own.every(({ stream }) => stream === `account-${account}`);
      const answer = this.answers.get(id);
      const last = own.at(-1);
      const same = answer?.position === String(last?.position) && answer.revision === String(last?.revision);
      return whole && stays && same ? [] : [`${id}: parts ${parts}, answered ${JSON.stringify(answer)}`];
    });
  }
}

export async function allEvents(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let after: bigint | undefined; ;) {
    const page = await store.page(after, 1000);
    events.push(...page.events);
    after = page.next;
    if (page.atEnd) return events;
  }
}
