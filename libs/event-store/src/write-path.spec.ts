import { InMemoryEventStore } from '@app/testing';
import { type Aggregate, Clock, type EventOf, eventSchema, ManualClock } from '@app/kernel';
import { Test } from '@nestjs/testing';
import { InvalidAppend, StaleRevision, UnknownEventType } from './errors';
import { eventIdOf } from './event-id';
import { EventRegistry } from './event-registry';
import { EventStore } from './event-store';
import type { CommandContext, RecordedEvent } from './recorded-event';
import { WritePath } from './write-path';

const noted = eventSchema('Noted').startingAs<{ text: string }>();
type Noted = EventOf<typeof noted>;
const notes: Aggregate<readonly string[], Noted> = {
  initial: [],
  evolve: (state, { data }) => [...state, data.text],
};

const COMMAND = '0190b7a4-0000-7000-8000-000000000001';
const context: CommandContext = {
  ...{ commandId: COMMAND, correlationId: COMMAND, causationId: COMMAND },
  ...{ actor: 'a', onBehalfOf: null, role: 'r' },
};

const store = new InMemoryEventStore();
const registry = new EventRegistry([noted]);
const writePath = new WritePath(store, registry, new ManualClock('2024-01-01T00:00:00.000Z'));
const note = (text: string) => (): Noted[] => [noted.of({ text })];

async function readAll(stream: string): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.read(stream)) events.push(event);
  return events;
}

describe('the write path', () => {
  it('is put together by Nest from the class tokens', async () => {
    const providers = [
      WritePath,
      { provide: EventStore, useValue: store },
      { provide: EventRegistry, useValue: registry },
      { provide: Clock, useValue: new ManualClock('2024-01-01T00:00:00.000Z') },
    ];
    const module = await Test.createTestingModule({ providers }).compile();
    const result = await module.get(WritePath).execute(notes, 'note-nest', context, note('x'));
    expect(result.revision).toBe(0n);
  });

  it('gives a command the same event ids in every process, for ever', async () => {
    await writePath.execute(notes, 'note-ids', context, () => [noted.of({ text: 'a' }), noted.of({ text: 'b' })]);
    const ids = (await readAll('note-ids')).map((event) => event.id);
    expect(ids).toEqual([eventIdOf(context, 'note-ids', 1), eventIdOf(context, 'note-ids', 2)]);
    expect(ids).toEqual(['a7e8ae66-b0ca-54e7-be82-01a8d5749e70', '2787f759-b197-554c-84bc-15083cd3b069']);
  });

  it('gives another command under the same command id other event ids', () => {
    const idOf = (commandDigest: string): string => eventIdOf({ commandId: COMMAND, commandDigest }, 'note-ids', 1);
    expect(idOf('a'.repeat(64))).toBe('ae26f6da-4385-5821-834a-81157f72a532');
    expect(idOf('b'.repeat(64))).not.toBe(idOf('a'.repeat(64)));
  });

  it('does not let a repeat hide behind the beginning of a longer command', async () => {
    const three = (): Noted[] => ['a', 'b', 'c'].map((text) => noted.of({ text }));
    const first = await writePath.execute(notes, 'note-long', context, three);
    expect(first.revision).toBe(2n);
    expect(await writePath.execute(notes, 'note-long', context, three)).toEqual(first);
  });

  it('writes nothing but the metadata it knows', async () => {
    const padded = { ...context, password: 'secret' };
    await writePath.execute(notes, 'note-padded', padded, note('x'));
    expect(JSON.stringify((await readAll('note-padded'))[0]?.metadata)).not.toContain('secret');
  });

  it('tells a decision at which revision it decides: read from the log, remembered, and after a lost race', async () => {
    const told: unknown[] = [];
    const noting = (text: string) => (_state: readonly string[], _now: string, revision: unknown) => {
      told.push(revision);
      return [noted.of({ text })];
    };
    const command = (last: number): CommandContext => ({ ...context, commandId: `${COMMAND.slice(0, -1)}${last}` });
    await writePath.execute(notes, 'note-revisions', command(2), noting('a'));
    await writePath.execute(notes, 'note-revisions', command(3), noting('b'));
    const elsewhere = new WritePath(store, registry, new ManualClock('2024-01-01T00:00:00.000Z'));
    await elsewhere.execute(notes, 'note-revisions', command(4), note('c'));
    await writePath.execute(notes, 'note-revisions', command(5), noting('d'));
    expect(told).toEqual(['no-stream', 0n, 1n, 2n]);
  });

  it('dry runs a command: refuses as it would, records nothing, and answers one that was carried out', async () => {
    const stream = 'note-dry';
    const dryRun = (decide: () => Noted[]) => writePath.dryRun(notes, stream, context, decide);
    expect(await dryRun(note('x'))).toBeUndefined();
    const refuse = () => {
      throw new RangeError('refused');
    };
    await expect(dryRun(refuse)).rejects.toThrow(RangeError);
    await expect(
      writePath.dryRun(notes, stream, { ...context, expectedRevision: 3n }, note('x')),
    ).rejects.toBeInstanceOf(StaleRevision);
    expect(await readAll(stream)).toEqual([]);
    const result = await writePath.execute(notes, stream, context, note('x'));
    expect(await dryRun(refuse)).toEqual(result);
  });

  it('folds nothing for a repeat of a command that is not the last one', async () => {
    const read = jest.spyOn(store, 'read');
    const evolve = jest.fn(notes.evolve);
    const counted = { ...notes, evolve };
    const command = (last: number): CommandContext => ({ ...context, commandId: `${COMMAND.slice(0, -1)}${last}` });
    const first = await writePath.execute(counted, 'note-repeats', command(2), note('a'));
    for (const later of [3, 4]) await writePath.execute(counted, 'note-repeats', command(later), note('b'));
    [read, evolve].forEach((spy) => spy.mockClear());
    expect(await writePath.execute(counted, 'note-repeats', command(2), note('a'))).toEqual(first);
    expect([evolve.mock.calls.length, read.mock.calls.length]).toEqual([0, 1]);
    read.mockRestore();
  });

  it('refuses a command id that is no UUID', async () => {
    const writing = writePath.execute(notes, 'note-bad', { ...context, commandId: 'c1' }, note('x'));
    await expect(writing).rejects.toThrow(InvalidAppend);
  });

  it('refuses an event that nobody registered', async () => {
    const unknown = eventSchema('Unknown').startingAs<{ text: string }>() as unknown as typeof noted;
    const writing = writePath.execute(notes, 'note-unknown', context, () => [unknown.of({ text: 'x' })]);
    await expect(writing).rejects.toThrow(UnknownEventType);
  });
});
