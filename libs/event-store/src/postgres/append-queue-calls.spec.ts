import { append, put, SlowLog, turn } from '../../test/slow-log';

const log = new SlowLog();
afterEach(() => log.calls.splice(0));

describe('much that waits', () => {
  it('is shared by the calls that are free', async () => {
    await put(
      log.queue({ calls: 2, worthSharing: 10 }),
      ['a', 'b', 'c', 'd'].map((stream) => append(stream, 8)),
    );
    expect(log.streams).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('is not shared when it is little', async () => {
    await put(
      log.queue({ calls: 2, worthSharing: 10 }),
      ['a', 'b', 'c', 'd'].map((stream) => append(stream, 2)),
    );
    expect(log.streams).toEqual([['a', 'b', 'c', 'd']]);
  });
});

describe('one stream', () => {
  it('has one append in a call, in the order in which they came, also past others', async () => {
    const queue = log.queue();
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
    const queue = log.queue({ calls: 4 });
    await put(queue, [append('a')]);
    await put(queue, [append('a'), append('b')]);
    expect(log.streams).toEqual([['a'], ['b']]);
  });

  it('keeps its order when an earlier append is too large for the call at hand', async () => {
    const queue = log.queue({ events: 10 });
    await put(queue, [append('a', 6), append('b', 6), append('b', 1), append('c', 2)]);
    expect(log.streams).toEqual([['a', 'c']]);
  });
});

describe('the limits of a call', () => {
  it('are so many appends', async () => {
    await put(log.queue({ appends: 2 }), [append('a'), append('b'), append('c')]);
    expect(log.streams).toEqual([['a', 'b']]);
  });

  it('are so many events', async () => {
    await put(log.queue({ events: 5 }), [append('a', 3), append('b', 3), append('c', 2)]);
    expect(log.streams).toEqual([['a', 'c']]);
  });

  it('are so many characters', async () => {
    await put(log.queue({ characters: 100 }), [
      append('a', 1, 'x'.repeat(60)),
      append('b', 1, 'x'.repeat(60)),
      append('c'),
    ]);
    expect(log.streams).toEqual([['a', 'c']]);
  });

  it('let an append that is larger by itself travel alone', async () => {
    await put(log.queue({ events: 5 }), [append('a', 9), append('b')]);
    expect(log.streams).toEqual([['a']]);
  });
});
