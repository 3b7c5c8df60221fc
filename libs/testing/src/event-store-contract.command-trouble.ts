import { randomUUID } from 'node:crypto';
import { ConcurrentChange, type EventStore, StoreUnavailable } from '@app/event-store';
import { counted, type Counter, type CounterEvent, run, totalOf } from './event-store-contract.counter';
import { newContext, newEvents, newStream, readAll, type SubjectOf } from './event-store-contract.kit';
import { LossyEventStore } from './lossy-event-store';

/** A log in which somebody else is always quicker, as often as told. */
class BeatenEventStore extends LossyEventStore {
  constructor(
    private readonly rival: EventStore,
    private times: number,
  ) {
    super(rival);
  }

  override async append(
    ...[stream, expected, events]: Parameters<EventStore['append']>
  ): ReturnType<EventStore['append']> {
    this.times -= 1;
    if (this.times >= 0)
      await this.rival.append(
        stream,
        expected,
        newEvents(1, () => ({ n: 100 })),
      );
    return super.append(stream, expected, events);
  }
}

export function commandTroubleCases(subject: SubjectOf): void {
  describe('losing a race', () => raceCases(subject));
  describe('losing an answer', () => lossCases(subject));
}

function raceCases(subject: SubjectOf): void {
  it.each([1, 2, 3])('decides again on the new state after %d lost races', async (times) => {
    const { store } = subject();
    const stream = newStream();
    const seen: number[] = [];
    const decide = (state: Counter): CounterEvent[] => (seen.push(state.total), [counted.of({ n: 1 })]);
    const result = await run(new BeatenEventStore(store, times), { stream, decide });
    expect(result.revision).toBe(BigInt(times));
    expect(seen).toEqual([0, 100, 200, 300].slice(0, times + 1));
  });

  it('gives up after three repeats, having written nothing', async () => {
    const { store } = subject();
    const stream = newStream();
    await expect(run(new BeatenEventStore(store, 4), { stream })).rejects.toThrow(ConcurrentChange);
    expect(await totalOf(store, stream)).toBe(400);
  });

  it('adds up what racing commands were told', async () => {
    const { store } = subject();
    const stream = newStream();
    const racing = Array.from({ length: 6 }, () => run(store, { stream }));
    const settled = await Promise.allSettled(racing);
    const refused = settled.filter((each) => each.status === 'rejected');
    expect(refused.every((each) => each.reason instanceof ConcurrentChange)).toBe(true);
    expect(await totalOf(store, stream)).toBe(6 - refused.length);
  });
}

function lossCases(subject: SubjectOf): void {
  it.each([
    ['one acknowledgement', ['acknowledgement'] as const],
    ['one request', ['request'] as const],
    ['a request and then an acknowledgement', ['request', 'acknowledgement'] as const],
    ['three acknowledgements', ['acknowledgement', 'acknowledgement', 'acknowledgement'] as const],
  ])('writes once though %s was lost', async (_, losses) => {
    const { store } = subject();
    const [lossy, stream] = [new LossyEventStore(store), newStream()];
    lossy.losses.push(...losses);
    const result = await run(lossy, { stream });
    const events = await readAll(store, stream);
    expect(events.map((event) => event.position)).toEqual([result.position]);
    expect(lossy.asked).toHaveLength(losses.length + 1);
    expect(new Set(lossy.asked.flat()).size).toBe(1);
  });

  it('gives up when no answer comes, and a later repeat of the command finds out that it arrived', async () => {
    const { store } = subject();
    const [lossy, stream, context] = [new LossyEventStore(store), newStream(), newContext()];
    lossy.losses.push('acknowledgement', 'acknowledgement', 'acknowledgement', 'acknowledgement');
    await expect(run(lossy, { stream, context })).rejects.toThrow(StoreUnavailable);
    expect((await run(store, { stream, context })).revision).toBe(0n);
    expect(await totalOf(store, stream)).toBe(1);
  });

  it('gives up when no request arrives, and a later repeat of the command carries it out', async () => {
    const { store } = subject();
    const [lossy, stream, context] = [new LossyEventStore(store), newStream(), newContext({ commandId: randomUUID() })];
    lossy.losses.push('request', 'request', 'request', 'request');
    await expect(run(lossy, { stream, context })).rejects.toThrow(StoreUnavailable);
    await run(store, { stream, context });
    expect(await totalOf(store, stream)).toBe(1);
  });
}
