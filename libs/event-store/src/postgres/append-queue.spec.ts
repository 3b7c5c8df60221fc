import { append, put, SlowLog, turn } from '../../test/slow-log';
import { InvalidAppend, LogIntegrityError, StoreBusy, StoreUnavailable, WrongExpectedRevision } from '../errors';
import { AppendQueue } from './append-queue';
import { CallUnavailable } from './store-errors';

const log = new SlowLog();
afterEach(() => log.calls.splice(0));

describe('the queue of appends', () => {
  it('sends a single append at once', async () => {
    await put(log.queue(), [append('a')]);
    expect(log.streams).toEqual([['a']]);
  });

  it('sends together what came together, and what came meanwhile after it', async () => {
    const queue = log.queue();
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
    const queue = log.queue();
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
    const queue = log.queue({ calls: 2 });
    for (const stream of ['a', 'b', 'c', 'd']) await put(queue, [append(stream)]);
    expect(log.streams).toEqual([['a'], ['b']]);
  });
});

describe('a queue that is full', () => {
  it.each([
    ['appends', { waiting: 2 }],
    ['characters', { waitingCharacters: 5 }],
  ])('says so at once, having sent nothing: too many %s', async (_, limits) => {
    const queue = log.queue(limits);
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
    const queue = log.queue();
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
    const queue = log.queue();
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
    const queue = log.queue();
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
