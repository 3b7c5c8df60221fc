import { InvalidAppend, LogIntegrityError, StoreBusy, StoreUnavailable, WrongExpectedRevision } from '../errors';
import { CallUnavailable } from './store-errors';
import { AppendQueue, LIMITS, type Outcome, type QueuedAppend, type QueueLimits } from './append-queue';

/** A log that answers when told to, and remembers what came in which call. */
class SlowLog {
  readonly calls: { appends: readonly QueuedAppend[]; answer(): void; fail(error: Error): void }[] = [];

  readonly send = (appends: readonly QueuedAppend[]): Promise<readonly Outcome[]> =>
    new Promise((resolve, reject) => {
      const answer = (): void =>
        resolve(appends.map((_, index) => ({ accepted: true, revision: 0n, position: BigInt(index + 1) })));
      this.calls.push({ appends, answer, fail: reject });
    });

  /** The streams of each call so far. */
  get streams(): string[][] {
    return this.calls.map(({ appends }) => appends.map(({ stream }) => stream));
  }
}

const log = new SlowLog();
afterEach(() => log.calls.splice(0));

function queueOf(limits: Partial<QueueLimits> = {}): AppendQueue {
  return new AppendQueue(log.send, { ...LIMITS, calls: 1, ...limits });
}

function append(stream: string, count = 1, data = '{}'): QueuedAppend {
  const events = Array.from({ length: count }, () => ({ id: stream, type: 'Noted', data, metadata: '{}' }));
  return { stream, expected: 'no-stream', events };
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Puts appends into the queue, forgetting their answers, and lets the queue send what it will. */
async function put(queue: AppendQueue, appends: readonly QueuedAppend[]): Promise<void> {
  for (const each of appends) queue.append(each).catch(() => undefined);
  await turn();
}

describe('the queue of appends', () => {
  it('sends a single append at once', async () => {
    await put(queueOf(), [append('a')]);
    expect(log.streams).toEqual([['a']]);
  });

  it('sends together what came together, and what came meanwhile after it', async () => {
    const queue = queueOf();
    await put(queue, [append('a'), append('b')]);
    await put(queue, [append('c')]);
    await put(queue, [append('d')]);
    expect(log.streams).toEqual([['a', 'b']]);
    log.calls[0]?.answer();
    await turn();
    await turn();
    expect(log.streams).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('answers each append with its own outcome', async () => {
    const queue = queueOf();
    const answers = ['a', 'b', 'c'].map((stream) => queue.append(append(stream)));
    await turn();
    log.calls[0]?.answer();
    expect((await Promise.all(answers)).map(({ position }) => position)).toEqual([1n, 2n, 3n]);
  });

  it('says where the stream is when it is not where it was expected', async () => {
    const queue = new AppendQueue(() =>
      Promise.resolve([
        { accepted: false, revision: -1n },
        { accepted: false, revision: 4n },
      ]),
    );
    const [one, two] = [queue.append(append('a')), queue.append(append('b'))];
    await expect(one).rejects.toMatchObject({ stream: 'a', actual: 'no-stream' });
    await expect(two).rejects.toThrow(WrongExpectedRevision);
    await expect(two).rejects.toMatchObject({ stream: 'b', actual: 4n });
  });

  it('calls it a broken log when it is not told what became of an append', async () => {
    const queue = new AppendQueue(() => Promise.resolve([{ accepted: true, revision: 0n, position: 1n }]));
    const [one, two] = [queue.append(append('a')), queue.append(append('b'))];
    expect(await one).toEqual({ revision: 0n, position: 1n });
    await expect(two).rejects.toThrow(LogIntegrityError);
  });

  it('has no more calls in flight than allowed', async () => {
    const queue = queueOf({ calls: 2 });
    for (const stream of ['a', 'b', 'c', 'd']) await put(queue, [append(stream)]);
    expect(log.streams).toEqual([['a'], ['b']]);
  });
});

describe('much that waits', () => {
  it('is shared by the calls that are free', async () => {
    await put(
      queueOf({ calls: 2, worthSharing: 10 }),
      ['a', 'b', 'c', 'd'].map((stream) => append(stream, 8)),
    );
    expect(log.streams).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('is not shared when it is little', async () => {
    await put(
      queueOf({ calls: 2, worthSharing: 10 }),
      ['a', 'b', 'c', 'd'].map((stream) => append(stream, 2)),
    );
    expect(log.streams).toEqual([['a', 'b', 'c', 'd']]);
  });
});

describe('one stream', () => {
  it('has one append in a call, in the order in which they came, also past others', async () => {
    const queue = queueOf();
    const [one, two, three] = [append('a', 1), append('a', 2), append('a', 3)];
    await put(queue, [one, two, append('b'), three]);
    for (let call = 0; call < 3; call += 1) {
      log.calls[call]?.answer();
      await turn();
      await turn();
    }
    expect(log.streams).toEqual([['a', 'b'], ['a'], ['a']]);
    expect(log.calls.map(({ appends }) => appends[0]?.events.length)).toEqual([1, 2, 3]);
  });

  it('is never in two calls at the same time', async () => {
    const queue = queueOf({ calls: 4 });
    await put(queue, [append('a')]);
    await put(queue, [append('a'), append('b')]);
    expect(log.streams).toEqual([['a'], ['b']]);
  });

  it('keeps its order when an earlier append is too large for the call at hand', async () => {
    const queue = queueOf({ events: 10 });
    await put(queue, [append('a', 6), append('b', 6), append('b', 1), append('c', 2)]);
    expect(log.streams).toEqual([['a', 'c']]);
  });
});

describe('the limits of a call', () => {
  it('are so many appends', async () => {
    await put(queueOf({ appends: 2 }), [append('a'), append('b'), append('c')]);
    expect(log.streams).toEqual([['a', 'b']]);
  });

  it('are so many events', async () => {
    await put(queueOf({ events: 5 }), [append('a', 3), append('b', 3), append('c', 2)]);
    expect(log.streams).toEqual([['a', 'c']]);
  });

  it('are so many characters', async () => {
    await put(queueOf({ characters: 100 }), [
      append('a', 1, 'x'.repeat(60)),
      append('b', 1, 'x'.repeat(60)),
      append('c'),
    ]);
    expect(log.streams).toEqual([['a', 'c']]);
  });

  it('let an append that is larger by itself travel alone', async () => {
    await put(queueOf({ events: 5 }), [append('a', 9), append('b')]);
    expect(log.streams).toEqual([['a']]);
  });
});

describe('a queue that is full', () => {
  it.each([
    ['appends', { waiting: 2 }],
    ['characters', { waitingCharacters: 5 }],
  ])('says so at once, having sent nothing: too many %s', async (_, limits) => {
    const queue = queueOf(limits);
    await put(queue, [append('a')]);
    const waiting = [queue.append(append('b')), queue.append(append('c'))];
    await expect(queue.append(append('d'))).rejects.toThrow(StoreBusy);
    log.calls[0]?.answer();
    await turn();
    await turn();
    log.calls[1]?.answer();
    await Promise.all(waiting);
    const later = queue.append(append('e'));
    await turn();
    log.calls[2]?.answer();
    await later;
    expect(log.streams).toEqual([['a'], ['b', 'c'], ['e']]);
  });
});

describe('a call that fails', () => {
  it('for the data of one is repeated one by one, so that only that one fails', async () => {
    const seen: string[][] = [];
    const queue = new AppendQueue((appends) => {
      seen.push(appends.map(({ stream }) => stream));
      if (appends.some(({ stream }) => stream === 'poison')) return Promise.reject(new InvalidAppend('poison'));
      return Promise.resolve(appends.map(() => ({ accepted: true, revision: 0n, position: 1n })));
    });
    const results = await Promise.allSettled(['a', 'poison', 'b'].map((stream) => queue.append(append(stream))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: expect.any(InvalidAppend) as unknown });
    expect(seen).toEqual([['a', 'poison', 'b'], ['a'], ['poison'], ['b']]);
  });

  it('for want of an answer fails for all, and for those that wait', async () => {
    const queue = queueOf();
    const answers = [queue.append(append('a')), queue.append(append('b'))];
    await turn();
    answers.push(queue.append(append('c')));
    log.calls[0]?.fail(new StoreUnavailable('silence'));
    for (const answer of answers) await expect(answer).rejects.toThrow(StoreUnavailable);
    await turn();
    expect(log.streams).toEqual([['a', 'b']]);
    await put(queue, [append('d')]);
    expect(log.streams).toEqual([['a', 'b'], ['d']]);
  });

  it('for a lock that is not to be had fails alone: what waits goes in the next call', async () => {
    const queue = queueOf();
    const [one, two] = [queue.append(append('a')), queue.append(append('b'))];
    await turn();
    const later = queue.append(append('c'));
    log.calls[0]?.fail(new CallUnavailable('lock timeout'));
    for (const answer of [one, two]) await expect(answer).rejects.toThrow(StoreUnavailable);
    await turn();
    log.calls[1]?.answer();
    expect(await later).toEqual({ revision: 0n, position: 1n });
    expect(log.streams).toEqual([['a', 'b'], ['c']]);
  });

  it('for want of an answer while its appends are repeated fails for the rest of them', async () => {
    let calls = 0;
    const queue = new AppendQueue(() => {
      calls += 1;
      return Promise.reject(calls === 1 ? new InvalidAppend('one of them') : new StoreUnavailable('silence'));
    });
    const results = await Promise.allSettled(['a', 'b', 'c'].map((stream) => queue.append(append(stream))));
    for (const result of results) expect(result).toMatchObject({ reason: expect.any(StoreUnavailable) as unknown });
    expect(calls).toBe(2);
  });
});

describe('a queue that is closed', () => {
  it('rejects what waits and what comes, and answers what is in flight', async () => {
    const queue = queueOf();
    const inFlight = queue.append(append('a'));
    await turn();
    const waiting = Array.from({ length: 100 }, (_, index) => queue.append(append(`s${index}`)));
    queue.close();
    for (const each of waiting) await expect(each).rejects.toThrow(StoreUnavailable);
    await expect(queue.append(append('b'))).rejects.toThrow(StoreUnavailable);
    log.calls[0]?.answer();
    expect(await inFlight).toEqual({ revision: 0n, position: 1n });
    await turn();
    expect(log.streams).toEqual([['a']]);
  });
});
