import { type Aggregate, type EventOf, eventSchema, ManualClock } from '@app/kernel';
import { InMemoryEventStore, newContext } from '@app/testing';
import { CarriedOut } from './carried-out';
import { CommandIdReused, StaleRevision } from './errors';
import { EventRegistry } from './event-registry';
import { KnownStreams } from './known-streams';
import { WritePath } from './write-path';

const noted = eventSchema('Noted').startingAs<{ text: string }>();
type Noted = EventOf<typeof noted>;
const notes: Aggregate<readonly string[], Noted> = {
  initial: [],
  evolve: (state, { data }) => [...state, data.text],
};
const note = (text: string) => (): Noted[] => [noted.of({ text })];

/** Two processes over one log, and how often each read a stream. */
function twoProcesses() {
  const store = new InMemoryEventStore();
  const read = jest.spyOn(store, 'read');
  const process = () => new WritePath(store, new EventRegistry([noted]), new ManualClock('2024-01-01T00:00:00.000Z'));
  return { read, mine: process(), theirs: process() };
}

describe('a process that remembers its streams', () => {
  it('reads a stream once, however many commands follow', async () => {
    const { read, mine } = twoProcesses();
    for (const text of ['a', 'b', 'c', 'd']) await mine.execute(notes, 'note-1', newContext(), note(text));
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('decides again on the log when another process wrote in between', async () => {
    const { mine, theirs } = twoProcesses();
    await mine.execute(notes, 'note-1', newContext(), note('mine'));
    await theirs.execute(notes, 'note-1', newContext(), note('theirs'));
    const seen: (readonly string[])[] = [];
    const result = await mine.execute(notes, 'note-1', newContext(), (state) => {
      seen.push(state);
      return [noted.of({ text: 'again' })];
    });
    expect(seen).toEqual([['mine'], ['mine', 'theirs']]);
    expect(result.revision).toBe(2n);
  });

  it('reads the log before it says that the stream is not as it was seen', async () => {
    const { mine, theirs } = twoProcesses();
    await mine.execute(notes, 'note-1', newContext(), note('mine'));
    await theirs.execute(notes, 'note-1', newContext(), note('theirs'));
    const acting = mine.execute(notes, 'note-1', newContext({ expectedRevision: 1n }), note('on both'));
    await expect(acting).resolves.toMatchObject({ revision: 2n });
  });

  it('does not act on what it remembers when something else was seen', async () => {
    const { mine } = twoProcesses();
    await mine.execute(notes, 'note-1', newContext(), note('first'));
    const acting = mine.execute(notes, 'note-1', newContext({ expectedRevision: 'no-stream' }), note('second'));
    await expect(acting).rejects.toThrow(StaleRevision);
  });

  it('never refuses from memory alone', async () => {
    const { mine, theirs } = twoProcesses();
    await mine.execute(notes, 'note-1', newContext(), note('closed'));
    await theirs.execute(notes, 'note-1', newContext(), note('opened'));
    const onlyWhenOpened = (state: readonly string[]): Noted[] => {
      if (!state.includes('opened')) throw new Error('refused');
      return [noted.of({ text: 'entered' })];
    };
    await expect(mine.execute(notes, 'note-1', newContext(), onlyWhenOpened)).resolves.toMatchObject({ revision: 2n });
  });

  it('answers a command that another process carried out with the first result', async () => {
    const { mine, theirs } = twoProcesses();
    const context = newContext();
    await mine.execute(notes, 'note-1', newContext(), note('before'));
    const first = await theirs.execute(notes, 'note-1', context, note('once'));
    expect(await mine.execute(notes, 'note-1', context, note('once'))).toEqual(first);
    expect(await mine.execute(notes, 'note-1', context, () => [])).toEqual(first);
  });

  it('looks into the log for a command that it may have carried out, and refuses an id that was used for something else', async () => {
    const { read, mine, theirs } = twoProcesses();
    const context = newContext();
    const [first, other] = ['a', 'b'].map((digit) => ({ ...context, commandDigest: digit.repeat(64) }));
    if (!first || !other) throw new Error('two commands are needed');
    const result = await mine.execute(notes, 'note-1', first, note('first'));
    await mine.execute(notes, 'note-1', newContext(), note('next'));
    await expect(mine.execute(notes, 'note-1', other, note('other'))).rejects.toThrow(CommandIdReused);
    expect(await mine.execute(notes, 'note-1', first, note('first'))).toEqual(result);
    expect(read).toHaveBeenCalledTimes(3);
    await expect(theirs.execute(notes, 'note-1', other, note('other'))).rejects.toThrow(CommandIdReused);
  });

  it('answers the last command again without the log, and refuses its id for something else', async () => {
    const { read, mine } = twoProcesses();
    const context = { ...newContext(), commandDigest: 'a'.repeat(64) };
    const result = await mine.execute(notes, 'note-1', context, note('last'));
    expect(await mine.execute(notes, 'note-1', context, note('last'))).toEqual(result);
    const other = { ...context, commandDigest: 'b'.repeat(64) };
    await expect(mine.execute(notes, 'note-1', other, note('other'))).rejects.toThrow(CommandIdReused);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is not misled by commands that it takes for repeats of others', async () => {
    const { read, mine } = twoProcesses();
    const mistaken = jest.spyOn(CarriedOut.prototype, 'mayHold').mockReturnValue(true);
    for (const text of ['a', 'b', 'c']) await mine.execute(notes, 'note-1', newContext(), note(text));
    mistaken.mockRestore();
    const { revision } = await mine.execute(notes, 'note-1', newContext(), note('d'));
    // Once to begin with; then for each mistake once to look for its first answer, and once to decide on what is there.
    expect([revision, read.mock.calls.length]).toEqual([3n, 1 + 2 * 2]);
  });
});

describe('what is known of streams', () => {
  const history = (events: number) => {
    const position = BigInt(events);
    return { state: null, revision: position - 1n, position, carriedOut: new CarriedOut() };
  };
  const streams = ['note-a', 'note-b', 'note-c'];
  const left = (known: KnownStreams) => streams.filter((stream) => known.get(stream) !== undefined);

  it('is forgotten of the one that was not used for longest', () => {
    const known = new KnownStreams({ streams: 2, events: 100 });
    for (const stream of ['note-a', 'note-b', 'note-a', 'note-c']) known.remember(stream, history(1));
    expect(left(known)).toEqual(['note-a', 'note-c']);
  });

  it('is forgotten when all together hold too many events, but of the one at hand', () => {
    const known = new KnownStreams({ streams: 10, events: 100 });
    for (const stream of streams) known.remember(stream, history(40));
    expect(left(known)).toEqual(['note-b', 'note-c']);
    known.remember('note-c', history(50));
    known.remember('note-c', history(60));
    expect(left(known)).toEqual(['note-b', 'note-c']);
    known.remember('note-b', history(41));
    expect(left(known)).toEqual(['note-b']);
    known.remember('note-b', history(1_000));
    expect(left(known)).toEqual(['note-b']);
    known.forget('note-b');
    known.remember('note-a', history(100));
    expect(left(known)).toEqual(['note-a']);
  });
});
