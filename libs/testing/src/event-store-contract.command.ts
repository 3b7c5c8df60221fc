import {
  add,
  counted,
  type Counter,
  type CounterEvent,
  NOW,
  renamed,
  run,
  totalOf,
} from './event-store-contract.counter';
import { newContext, newEvents, newStream, readAll, type SubjectOf } from './event-store-contract.kit';

/** What `WritePath` promises over any log. */
export function commandCases(subject: SubjectOf): void {
  describe('carrying out a command', () => resultCases(subject));
  describe('repeating a command', () => repeatCases(subject));
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
