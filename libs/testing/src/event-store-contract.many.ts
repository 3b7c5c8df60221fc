import { type Appended, type NewEvent, WrongExpectedRevision } from '@app/event-store';
import { mark, newEvents, newStream, numbersOf, outcomes, readAll, type SubjectOf } from './event-store-contract.kit';

/** Appends that arrive together: an adapter may carry them together, nobody may notice. */
export function manyCases(subject: SubjectOf): void {
  describe('many appends at once', () => {
    togetherCases(subject);
    mixedCases(subject);
    sameStreamCases(subject);
  });
}

function togetherCases(subject: SubjectOf): void {
  it('accepts 300 creations of 1 to 3 events, and answers each with its own place', async () => {
    const { store } = subject();
    const names = Array.from({ length: 300 }, () => newStream());
    const answers = await Promise.all(
      names.map((stream, index) => store.append(stream, 'no-stream', newEvents(1 + (index % 3)))),
    );
    expect(answers.map(({ revision }) => revision)).toEqual(names.map((_, index) => BigInt(index % 3)));
    expect(new Set(answers.map(({ position }) => position)).size).toBe(300);
    for (const index of [0, 1, 2, 150, 299]) {
      const events = await readAll(store, names[index] ?? '');
      expect(events.at(-1)?.position).toBe(answers[index]?.position);
    }
  });

  it('lets 20 writers go on with a stream each, all in order', async () => {
    const { store } = subject();
    const names = Array.from({ length: 20 }, () => newStream());
    const write = async (stream: string): Promise<void> => {
      for (let at = -1; at < 9; at += 1) {
        const events = newEvents(1, () => ({ n: at + 1 }));
        await store.append(stream, at < 0 ? 'no-stream' : BigInt(at), events);
      }
    };
    await Promise.all(names.map(write));
    for (const stream of names) expect(numbersOf(await readAll(store, stream))).toEqual([...Array(10).keys()]);
  });

  it('carries large and small ones side by side', async () => {
    const { store } = subject();
    const sizes = [1, 400, 2, 150, 1, 1, 99, 100, 101, 3];
    const names = sizes.map(() => newStream());
    const answers = await Promise.all(
      sizes.map((size, index) => store.append(names[index] ?? '', 'no-stream', newEvents(size))),
    );
    expect(answers.map(({ revision }) => Number(revision) + 1)).toEqual(sizes);
    for (const [index, stream] of names.entries()) expect(await readAll(store, stream)).toHaveLength(sizes[index] ?? 0);
  });
}

function mixedCases(subject: SubjectOf): void {
  it('accepts, refuses and recognises each on its own', async () => {
    const { store } = subject();
    const [repeated, refused, unknown] = [newStream(), newStream(), newStream()];
    const again = newEvents(2);
    const first = await store.append(repeated, 'no-stream', again);
    await store.append(refused, 'no-stream', newEvents(3));
    const good = Array.from({ length: 10 }, () => newStream());
    const append = (stream: string): Promise<Appended> => store.append(stream, 'no-stream', newEvents(2));
    const results = await Promise.allSettled([
      ...good.slice(0, 5).map(append),
      store.append(repeated, 'no-stream', again),
      append(refused),
      store.append(unknown, 4n, newEvents(1)),
      ...good.slice(5).map(append),
    ]);
    const [again_, wrong, missing] = results.slice(5, 8);
    expect(again_).toMatchObject({ status: 'fulfilled', value: { revision: 1n, position: first.position } });
    expect(wrong).toMatchObject({ status: 'rejected', reason: { stream: refused, expected: 'no-stream', actual: 2n } });
    expect(missing).toMatchObject({
      status: 'rejected',
      reason: { stream: unknown, expected: 4n, actual: 'no-stream' },
    });
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(11);
    for (const stream of good) expect(numbersOf(await readAll(store, stream))).toEqual([1, 2]);
    expect(await readAll(store, refused)).toHaveLength(3);
    expect(await readAll(store, unknown)).toEqual([]);
  });

  it('answers positions that are those of the events, whatever was refused in between', async () => {
    const { store } = subject();
    const taken = newStream();
    await store.append(taken, 'no-stream', newEvents(1));
    const names = Array.from({ length: 12 }, (_, index) => (index % 3 === 1 ? taken : newStream()));
    const results = await Promise.allSettled(
      names.map((stream, index) => store.append(stream, 'no-stream', newEvents(1 + (index % 4)))),
    );
    for (const [index, result] of results.entries()) {
      const stream = names[index] ?? '';
      expect(result.status).toBe(stream === taken ? 'rejected' : 'fulfilled');
      if (result.status === 'fulfilled')
        expect((await readAll(store, stream)).at(-1)?.position).toBe(result.value.position);
    }
  });
}

function sameStreamCases(subject: SubjectOf): void {
  it('accepts exactly 1 of 2 creations in a crowd of others', async () => {
    const { store } = subject();
    const stream = newStream();
    const crowd = (): Promise<unknown>[] => Array.from({ length: 10 }, () => mark(store));
    const create = (): Promise<Appended> => store.append(stream, 'no-stream', newEvents(1));
    const [one, , two] = [create(), crowd(), create(), crowd()];
    const { accepted, refused } = await outcomes([one, two]);
    expect(accepted).toBe(1);
    expect(refused[0]).toBeInstanceOf(WrongExpectedRevision);
    expect(await readAll(store, stream)).toHaveLength(1);
  });

  it('accepts exactly 1 of 16 continuations in a crowd of others, and tells the rest where the stream is', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(2));
    const rivals = Array.from({ length: 16 }, () => [store.append(stream, 1n, newEvents(1)), mark(store)] as const);
    const { accepted, refused } = await outcomes(rivals.map(([rival]) => rival));
    await Promise.all(rivals.map(([, other]) => other));
    expect(accepted).toBe(1);
    expect(refused).toHaveLength(15);
    for (const error of refused) expect(error).toMatchObject({ stream, actual: 2n });
  });

  it('gives one append its place once, however often it arrives at the same time', async () => {
    const { store } = subject();
    const [stream, events] = [newStream(), newEvents(3)];
    const answers = await Promise.all(Array.from({ length: 12 }, () => store.append(stream, 'no-stream', events)));
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect((await readAll(store, stream)).map(({ id }) => id)).toEqual(events.map((event: NewEvent) => event.id));
  });
}
