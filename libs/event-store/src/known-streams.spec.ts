import { type Aggregate, type EventOf, eventSchema, ManualClock } from '@app/kernel';
import { InMemoryEventStore, newContext } from '@app/testing';
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

  it('refuses from memory, as from the log, a command id that was used for something else', async () => {
    const { read, mine, theirs } = twoProcesses();
    const context = newContext();
    const [first, other] = ['a', 'b'].map((digit) => ({ ...context, commandDigest: digit.repeat(64) }));
    if (!first || !other) throw new Error('two commands are needed');
    const result = await mine.execute(notes, 'note-1', first, note('first'));
    await expect(mine.execute(notes, 'note-1', other, note('other'))).rejects.toThrow(CommandIdReused);
    expect(await mine.execute(notes, 'note-1', first, note('first'))).toEqual(result);
    expect(read).toHaveBeenCalledTimes(1);
    await expect(theirs.execute(notes, 'note-1', other, note('other'))).rejects.toThrow(CommandIdReused);
    await expect(theirs.execute(notes, 'note-1', other, note('other'))).rejects.toThrow(CommandIdReused);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('forgets the stream that was not used for longest', () => {
    const known = new KnownStreams(2);
    const history = { state: null, revision: 0n, position: 1n, answers: new Map() };
    for (const stream of ['note-a', 'note-b', 'note-a', 'note-c']) known.remember(stream, history);
    expect(['note-a', 'note-b', 'note-c'].map((stream) => known.get(stream) !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });
});
