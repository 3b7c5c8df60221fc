import { randomUUID } from 'node:crypto';
import {
  type CommandContext,
  type CommandResult,
  ConcurrentChange,
  EventRegistry,
  type EventStore,
  StoreUnavailable,
  WritePath,
} from '@app/event-store';
import { type Aggregate, assertNever, type EventOf, eventSchema, ManualClock } from '@app/kernel';
import { newContext, newEvents, newStream, readAll, type SubjectOf } from './event-store-contract.kit';
import { LossyEventStore } from './lossy-event-store';

const counted = eventSchema('Counted').startingAs<{ n: number }>();
const renamed = eventSchema('Renamed')
  .startingAs<{ name: string }>()
  .upcastTo<{ name: string; reason: string }>((v1) => ({ ...v1, reason: 'unknown' }));
export type CounterEvent = EventOf<typeof counted> | EventOf<typeof renamed>;

interface Counter {
  readonly total: number;
  readonly reasons: readonly string[];
}

const counter: Aggregate<Counter, CounterEvent> = {
  initial: { total: 0, reasons: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'Counted':
        return { ...state, total: state.total + event.data.n };
      case 'Renamed':
        return { ...state, reasons: [...state.reasons, event.data.reason] };
      default:
        return assertNever(event);
    }
  },
};

const NOW = '2024-03-01T02:03:04.005Z';
const registry = new EventRegistry([counted, renamed]);
/** Adds n. */
export const add = (n: number) => (): CounterEvent[] => [counted.of({ n })];

interface Run {
  readonly stream?: string;
  readonly context?: CommandContext;
  readonly decide?: (state: Counter, now: string) => readonly CounterEvent[];
}

/** Carries out a command as a process would that has just started. */
export function run(
  store: EventStore,
  { stream = newStream(), context = newContext(), decide = add(1) }: Run,
): Promise<CommandResult> {
  return new WritePath(store, registry, new ManualClock(NOW)).execute(counter, stream, context, decide);
}

/** What the stream adds up to. */
export async function totalOf(store: EventStore, stream: string): Promise<number> {
  const events = await readAll(store, stream);
  return events.reduce((total, event) => total + ((event.data as { n?: number }).n ?? 0), 0);
}

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

export function writePathCases(subject: SubjectOf): void {
  describe('carrying out a command', () => resultCases(subject));
  describe('repeating a command', () => repeatCases(subject));
  describe('losing a race', () => raceCases(subject));
  describe('losing an answer', () => lossCases(subject));
}

function resultCases(subject: SubjectOf): void {
  it('answers where the stream stands after it', async () => {
    const { store } = subject();
    const stream = newStream();
    const decide = (): CounterEvent[] => [counted.of({ n: 1 }), counted.of({ n: 2 })];
    const result = await run(store, { stream, decide });
    const last = (await readAll(store, stream)).at(-1);
    expect(result).toEqual({ stream, revision: 1n, position: last?.position });
  });

  it('stamps who, why, when, which shape and which part', async () => {
    const { store } = subject();
    const [stream, context] = [newStream(), newContext({ onBehalfOf: 'le.van.c' })];
    const decide = (): CounterEvent[] => [counted.of({ n: 1 }), renamed.of({ name: 'x', reason: 'y' })];
    await run(store, { stream, context, decide });
    expect((await readAll(store, stream)).map((event) => event.metadata)).toEqual([
      { ...context, schemaVersion: 1, recordedAt: NOW, part: 1, parts: 2 },
      { ...context, schemaVersion: 2, recordedAt: NOW, part: 2, parts: 2 },
    ]);
  });

  it('decides on the folded state and the present instant', async () => {
    const { store } = subject();
    const stream = newStream();
    await run(store, { stream, decide: add(40) });
    await run(store, { stream, decide: add(2) });
    const seen: unknown[] = [];
    await run(store, { stream, decide: (state, now) => (seen.push(state.total, now), []) });
    expect(seen).toEqual([42, NOW]);
  });

  it('folds older shapes of an event in its newest shape', async () => {
    const { store } = subject();
    const stream = newStream();
    const old = newEvents(1, () => ({ name: 'x' })).map((event) => ({ ...event, type: 'Renamed' }));
    await store.append(stream, 'no-stream', old);
    const seen: Counter[] = [];
    await run(store, { stream, decide: (state) => (seen.push(state), []) });
    expect(seen[0]?.reasons).toEqual(['unknown']);
  });

  it('answers where the stream stands when there is nothing to change', async () => {
    const { store } = subject();
    const stream = newStream();
    const first = await run(store, { stream });
    expect(await run(store, { stream, decide: () => [] })).toEqual(first);
    expect(await readAll(store, stream)).toHaveLength(1);
  });

  it('answers revision -1 when there is nothing to change and no stream', async () => {
    const result = await run(subject().store, { decide: () => [] });
    expect(result).toMatchObject({ revision: -1n, position: 0n });
  });

  it('writes nothing when the decision refuses', async () => {
    const { store } = subject();
    const stream = newStream();
    const decide = (): never => {
      throw new RangeError('refused');
    };
    await expect(run(store, { stream, decide })).rejects.toThrow(RangeError);
    expect(await readAll(store, stream)).toEqual([]);
  });
}

function repeatCases(subject: SubjectOf): void {
  it('answers with the first result and adds nothing', async () => {
    const { store } = subject();
    const [stream, context] = [newStream(), newContext()];
    const first = await run(store, { stream, context });
    expect(await run(store, { stream, context })).toEqual(first);
    expect(await totalOf(store, stream)).toBe(1);
  });

  it('answers with the first result also after others changed the stream', async () => {
    const { store } = subject();
    const [stream, context] = [newStream(), newContext()];
    const decide = (): CounterEvent[] => [counted.of({ n: 1 }), counted.of({ n: 1 })];
    const first = await run(store, { stream, context, decide });
    await run(store, { stream, decide: add(10) });
    expect(await run(store, { stream, context, decide })).toEqual(first);
    expect(await totalOf(store, stream)).toBe(12);
  });

  it('answers with the first result also when it would now be refused', async () => {
    const { store } = subject();
    const [stream, context] = [newStream(), newContext()];
    const first = await run(store, { stream, context });
    const decide = (): never => {
      throw new RangeError('locked by now');
    };
    expect(await run(store, { stream, context, decide })).toEqual(first);
  });

  it('answers with the first result also when it would now decide otherwise', async () => {
    const { store } = subject();
    const [stream, context] = [newStream(), newContext()];
    const first = await run(store, { stream, context });
    expect(await run(store, { stream, context, decide: add(7) })).toEqual(first);
    expect(await totalOf(store, stream)).toBe(1);
  });

  it('carries out one command once when it arrives 8 times at once, through two clients', async () => {
    const { store, open } = subject();
    const [stream, context, other] = [newStream(), newContext(), await open()];
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => run(index % 2 ? store : other, { stream, context })),
    );
    for (const result of results) expect(result).toEqual(results[0]);
    expect(await totalOf(store, stream)).toBe(1);
  });

  it('takes one command id on two streams for two effects', async () => {
    const { store } = subject();
    const [one, two, context] = [newStream(), newStream(), newContext()];
    await run(store, { stream: one, context });
    await run(store, { stream: two, context });
    expect([await totalOf(store, one), await totalOf(store, two)]).toEqual([1, 1]);
  });

  it('carries out the same decision again under a new command id', async () => {
    const { store } = subject();
    const stream = newStream();
    await run(store, { stream });
    await run(store, { stream });
    expect(await totalOf(store, stream)).toBe(2);
  });
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
