import { type NewEvent, WrongExpectedRevision } from '@app/event-store';
import { mark, newEvents, newStream, numbersOf, outcomes, readAll, type SubjectOf } from './event-store-contract.kit';

export function appendCases(subject: SubjectOf): void {
  describe('appending at an expected revision', () => {
    acceptedCases(subject);
    refusedCases(subject);
  });
  describe('racing', () => raceCases(subject));
}

function acceptedCases(subject: SubjectOf): void {
  it('creates a stream with revision 0', async () => {
    const { revision } = await subject().store.append(newStream(), 'no-stream', newEvents(1));
    expect(revision).toBe(0n);
  });

  it('answers the revision of the last of several events', async () => {
    const { revision } = await subject().store.append(newStream(), 'no-stream', newEvents(3));
    expect(revision).toBe(2n);
  });

  it('answers the position of the last of several events', async () => {
    const { store } = subject();
    const stream = newStream();
    const { position } = await store.append(stream, 'no-stream', newEvents(3));
    expect((await readAll(store, stream)).at(-1)?.position).toBe(position);
  });

  it('continues a stream at its exact revision', async () => {
    const { store } = subject();
    const stream = newStream();
    const first = await store.append(stream, 'no-stream', newEvents(2));
    expect((await store.append(stream, first.revision, newEvents(2))).revision).toBe(3n);
  });

  it('gives later appends later positions, across streams', async () => {
    const { store } = subject();
    const positions = [await mark(store), await mark(store), await mark(store)];
    expect(positions.slice(1).every((position, index) => position > (positions[index] ?? position))).toBe(true);
  });

  it('takes 500 events in one append, all or nothing, in order', async () => {
    const { store } = subject();
    const stream = newStream();
    const { revision } = await store.append(stream, 'no-stream', newEvents(500));
    expect(revision).toBe(499n);
    expect(numbersOf(await readAll(store, stream))).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  });

  it('takes an append close to the limit of size', async () => {
    const { store } = subject();
    const stream = newStream();
    const text = 'x'.repeat(990_000);
    await store.append(
      stream,
      'no-stream',
      newEvents(1, () => ({ text })),
    );
    expect((await readAll(store, stream))[0]?.data).toEqual({ text });
  });
}

function refusedCases(subject: SubjectOf): void {
  const refusal = (append: Promise<unknown>): Promise<unknown> =>
    append.then(
      () => 'accepted',
      (error: unknown) => error,
    );

  it('refuses to create a stream that exists, and says where it is', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(2));
    const error = await refusal(store.append(stream, 'no-stream', newEvents(1)));
    expect(error).toBeInstanceOf(WrongExpectedRevision);
    expect(error).toMatchObject({ stream, expected: 'no-stream', actual: 1n });
  });

  it('refuses a revision of a stream that does not exist', async () => {
    const stream = newStream();
    const error = await refusal(subject().store.append(stream, 0n, newEvents(1)));
    expect(error).toBeInstanceOf(WrongExpectedRevision);
    expect(error).toMatchObject({ stream, expected: 0n, actual: 'no-stream' });
  });

  it.each([
    ['an earlier revision', 0n],
    ['a revision that was not reached yet', 7n],
  ])('refuses %s, and says where the stream is', async (_, expected) => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(3));
    const error = await refusal(store.append(stream, expected, newEvents(1)));
    expect(error).toBeInstanceOf(WrongExpectedRevision);
    expect(error).toMatchObject({ stream, expected, actual: 2n });
  });

  it('writes nothing of a refused append', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(1));
    await refusal(
      store.append(
        stream,
        'no-stream',
        newEvents(3, (n) => ({ n: n + 100 })),
      ),
    );
    expect(numbersOf(await readAll(store, stream))).toEqual([1]);
  });

  it('does not create a stream by a refused append', async () => {
    const { store } = subject();
    const stream = newStream();
    await refusal(store.append(stream, 4n, newEvents(2)));
    expect(await readAll(store, stream)).toEqual([]);
  });

  it('goes on at the right revision after a refusal', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(1));
    await refusal(store.append(stream, 5n, newEvents(1)));
    expect((await store.append(stream, 0n, newEvents(1))).revision).toBe(1n);
  });
}

function raceCases(subject: SubjectOf): void {
  it.each([
    ['continue one stream', true],
    ['create one stream', false],
  ])('accepts exactly 1 of 16 appends that %s', async (_, exists) => {
    const { store } = subject();
    const stream = newStream();
    if (exists) await store.append(stream, 'no-stream', newEvents(1));
    const expected = exists ? 0n : 'no-stream';
    const rivals = Array.from({ length: 16 }, () => store.append(stream, expected, newEvents(2)));
    const { accepted, refused } = await outcomes(rivals);
    expect(accepted).toBe(1);
    expect(refused.every((error) => error instanceof WrongExpectedRevision)).toBe(true);
    expect(await readAll(store, stream)).toHaveLength(exists ? 3 : 2);
  });

  it('accepts exactly 1 of 16 appends that come through two clients', async () => {
    const { store, open } = subject();
    const other = await open();
    const stream = newStream();
    const rivals = Array.from({ length: 16 }, (_, index) =>
      (index % 2 === 0 ? store : other).append(stream, 'no-stream', newEvents(1)),
    );
    expect((await outcomes(rivals)).accepted).toBe(1);
  });

  it('accepts all of 32 appends to different streams', async () => {
    const { store } = subject();
    const names = Array.from({ length: 32 }, () => newStream());
    const { accepted } = await outcomes(names.map((stream) => store.append(stream, 'no-stream', newEvents(2))));
    expect(accepted).toBe(32);
    for (const stream of names) expect(numbersOf(await readAll(store, stream))).toEqual([1, 2]);
  });

  it('never mixes the events of two appends within a stream', async () => {
    const { store } = subject();
    const stream = newStream();
    const persist = async (events: NewEvent[]): Promise<void> => {
      for (let expected: bigint | 'no-stream' = 'no-stream'; ;) {
        try {
          await store.append(stream, expected, events);
          return;
        } catch (error) {
          if (!(error instanceof WrongExpectedRevision)) throw error;
          expected = error.actual;
        }
      }
    };
    await Promise.all(Array.from({ length: 6 }, () => persist(newEvents(4))));
    const events = await readAll(store, stream);
    expect(events.map((event) => event.metadata.part)).toEqual(
      Array.from({ length: 24 }, (_, index) => (index % 4) + 1),
    );
    expect(new Set(events.map((event) => event.metadata.commandId)).size).toBe(6);
  });
}
