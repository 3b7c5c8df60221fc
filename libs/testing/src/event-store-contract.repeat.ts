import { WrongExpectedRevision } from '@app/event-store';
import { newEvents, newStream, numbersOf, readAll, type SubjectOf } from './event-store-contract.kit';

/** A retry after a lost acknowledgement: the same event ids at the same expected revision. */
export function repeatCases(subject: SubjectOf): void {
  describe('repeating an append', () => {
    answeredCases(subject);
    differentCases(subject);
  });
}

function answeredCases(subject: SubjectOf): void {
  it.each([
    ['a creation', false],
    ['a continuation', true],
  ])('answers %s with the first result and writes nothing', async (_, exists) => {
    const { store } = subject();
    const stream = newStream();
    if (exists) await store.append(stream, 'no-stream', newEvents(1));
    const [expected, events] = [exists ? 0n : ('no-stream' as const), newEvents(3)];
    const first = await store.append(stream, expected, events);
    expect(await store.append(stream, expected, events)).toMatchObject({
      revision: first.revision,
      position: first.position,
    });
    expect(await readAll(store, stream)).toHaveLength(exists ? 4 : 3);
  });

  it('answers with the first result also when the stream went on meanwhile', async () => {
    const { store } = subject();
    const [stream, events] = [newStream(), newEvents(2)];
    const first = await store.append(stream, 'no-stream', events);
    await store.append(stream, 1n, newEvents(5));
    expect(await store.append(stream, 'no-stream', events)).toMatchObject({ revision: 1n, position: first.position });
    expect(await readAll(store, stream)).toHaveLength(7);
  });

  it('answers with the first result also when other streams went on meanwhile', async () => {
    const { store } = subject();
    const [stream, events] = [newStream(), newEvents(1)];
    const first = await store.append(stream, 'no-stream', events);
    for (let more = 0; more < 20; more += 1) await store.append(newStream(), 'no-stream', newEvents(10));
    expect(await store.append(stream, 'no-stream', events)).toMatchObject({ revision: 0n, position: first.position });
  });

  it('answers another client with the first result', async () => {
    const { store, open } = subject();
    const [stream, events] = [newStream(), newEvents(2)];
    const first = await store.append(stream, 'no-stream', events);
    const other = await open();
    expect(await other.append(stream, 'no-stream', events)).toMatchObject({ revision: 1n, position: first.position });
  });

  it('answers 16 repeats at once with one result, and stores it once', async () => {
    const { store } = subject();
    const [stream, events] = [newStream(), newEvents(2)];
    const answers = await Promise.all(Array.from({ length: 16 }, () => store.append(stream, 'no-stream', events)));
    expect(new Set(answers.map(({ revision, position }) => `${revision} ${position}`)).size).toBe(1);
    expect(await readAll(store, stream)).toHaveLength(2);
  });

  it('answers the beginning of an earlier append with where that beginning ended', async () => {
    const { store } = subject();
    const stream = newStream();
    const events = newEvents(3);
    await store.append(stream, 'no-stream', events);
    const beginning = events.slice(0, 2).map((event) => ({ ...event, metadata: { ...event.metadata, parts: 2 } }));
    const { revision } = await store.append(stream, 'no-stream', beginning);
    expect(revision).toBe(1n);
    expect(await readAll(store, stream)).toHaveLength(3);
  });

  it('keeps what was stored first when a repeat carries other data', async () => {
    const { store } = subject();
    const [stream, events] = [newStream(), newEvents(1)];
    await store.append(stream, 'no-stream', events);
    const forged = events.map((event) => ({ ...event, type: 'Forged', data: { n: 99 } }));
    expect((await store.append(stream, 'no-stream', forged)).revision).toBe(0n);
    expect((await readAll(store, stream)).map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'Counted', data: { n: 1 } },
    ]);
  });
}

function differentCases(subject: SubjectOf): void {
  it('refuses an earlier append with one more event behind it', async () => {
    const { store } = subject();
    const stream = newStream();
    const longer = newEvents(3);
    const shorter = longer.slice(0, 2).map((event) => ({ ...event, metadata: { ...event.metadata, parts: 2 } }));
    await store.append(stream, 'no-stream', shorter);
    await expect(store.append(stream, 'no-stream', longer)).rejects.toThrow(WrongExpectedRevision);
    expect(numbersOf(await readAll(store, stream))).toEqual([1, 2]);
  });

  it('refuses the same events in another order', async () => {
    const { store } = subject();
    const stream = newStream();
    const [one, two] = newEvents(2);
    if (!one || !two) throw new Error('two events are needed');
    await store.append(stream, 'no-stream', [one, two]);
    const swapped = [
      { ...two, metadata: one.metadata },
      { ...one, metadata: two.metadata },
    ];
    await expect(store.append(stream, 'no-stream', swapped)).rejects.toThrow(WrongExpectedRevision);
  });

  it('refuses the same data under new ids', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(1));
    await expect(store.append(stream, 'no-stream', newEvents(1))).rejects.toThrow(WrongExpectedRevision);
    expect(await readAll(store, stream)).toHaveLength(1);
  });
}
