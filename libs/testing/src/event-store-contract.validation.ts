import { randomUUID } from 'node:crypto';
import { type ExpectedRevision, InvalidAppend, type NewEvent } from '@app/event-store';
import { newEvents, newStream, readAll, type SubjectOf } from './event-store-contract.kit';

type Change = (event: NewEvent) => object;

const data =
  (value: unknown): Change =>
  () => ({ data: value });
const metadata =
  (changes: object): Change =>
  (event) => ({ metadata: { ...event.metadata, ...changes } });

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;

/** What is wrong with the event, the change that makes it so, and a word that the message must hold. */
const FAULTY_EVENTS: readonly (readonly [string, Change, RegExp])[] = [
  ['an empty type', () => ({ type: '' }), /type/],
  ['a missing type', () => ({ type: undefined }), /type/],
  ['the type of a system event', () => ({ type: '$metadata' }), /type/],
  ['an empty id', () => ({ id: '' }), /UUID/],
  ['an id that is no UUID', () => ({ id: 'event-1' }), /UUID/],
  ['the nil UUID', () => ({ id: '00000000-0000-0000-0000-000000000000' }), /UUID/],
  ['no data', data(undefined), /data/],
  ['data that is a list', data([1]), /plain object/],
  ['data that is a text', data('{}'), /plain object/],
  ['a BigInt', data({ n: 1n }), /data\.n .*bigint/],
  ['undefined', data({ a: [{ n: undefined }] }), /data\.a\[0\]\.n .*undefined/],
  ['a Date', data({ on: new Date(0) }), /data\.on .*Date/],
  ['NaN', data({ n: NaN }), /data\.n .*NaN/],
  ['Infinity', data({ n: -Infinity }), /data\.n .*Infinity/],
  ['a function', data({ n: () => 1 }), /data\.n .*function/],
  ['a Map', data({ n: new Map() }), /data\.n .*Map/],
  ['a hole in a list', data({ list: new Array(2) }), /data\.list\[0\]/],
  ['data that contains itself', data(cyclic), /contains itself/],
  ['no metadata', () => ({ metadata: undefined }), /metadata/],
  ['no command id', metadata({ commandId: undefined }), /commandId/],
  ['a command id that is no UUID', metadata({ commandId: 'c1' }), /commandId/],
  ['no correlation id', metadata({ correlationId: undefined }), /correlationId/],
  ['no causation id', metadata({ causationId: '' }), /causationId/],
  ['no actor', metadata({ actor: ' ' }), /actor/],
  ['nobody named as the one acted for', metadata({ onBehalfOf: undefined }), /onBehalfOf/],
  ['no role', metadata({ role: undefined }), /role/],
  ['a command digest that is no SHA-256', metadata({ commandDigest: 'abc' }), /commandDigest/],
  ['an undefined command digest', metadata({ commandDigest: undefined }), /commandDigest/],
  ['schema version 0', metadata({ schemaVersion: 0 }), /schemaVersion/],
  ['a time without a zone', metadata({ recordedAt: '2024-01-31 16:59' }), /recordedAt/],
  ['the wrong part', metadata({ part: 2, parts: 2 }), /part 1 of 1/],
  ['the wrong count of parts', metadata({ parts: 3 }), /part 1 of 1/],
];

const WRONG_NAMES: readonly (readonly [string, string])[] = [
  ['an empty name', ''],
  ['no category', '-2024.u1'],
  ['no key', 'assessment-'],
  ['no "-"', 'assessment'],
  ['two "-"', 'assessment-2024-u1'],
  ['a system stream', '$settings-a'],
  ['a space', 'assessment-2024 u1'],
  ['a line break', 'assessment-2024\nu1'],
  ['decomposed diacritics', `unit-${'Đà Nẵng'.normalize('NFD').replace(' ', '_')}`],
  ['251 characters', `unit-${'u'.repeat(246)}`],
];

export function validationCases(subject: SubjectOf): void {
  describe('refusing what could never be stored', () => {
    it.each(FAULTY_EVENTS)('refuses an event with %s', async (_, change, word) => {
      const { store } = subject();
      const stream = newStream();
      const events = newEvents(1).map((event) => ({ ...event, ...change(event) }));
      const appending = store.append(stream, 'no-stream', events);
      await expect(appending).rejects.toThrow(InvalidAppend);
      await expect(appending).rejects.toThrow(word);
      expect(await readAll(store, stream)).toEqual([]);
    });

    it.each(WRONG_NAMES)('refuses a stream name with %s', async (_, name) => {
      await expect(subject().store.append(name, 'no-stream', newEvents(1))).rejects.toThrow(InvalidAppend);
    });

    wholeAppendCases(subject);
  });
}

function wholeAppendCases(subject: SubjectOf): void {
  const refused = async (events: readonly NewEvent[], expected: ExpectedRevision = 'no-stream'): Promise<void> => {
    const stream = newStream();
    await expect(subject().store.append(stream, expected, events)).rejects.toThrow(InvalidAppend);
    expect(await readAll(subject().store, stream)).toEqual([]);
  };

  it('refuses an append without events', () => refused([]));

  it('refuses a negative revision', () => refused(newEvents(1), -1n));

  it('refuses one id twice within an append', () => {
    const id = randomUUID();
    return refused(newEvents(2).map((event) => ({ ...event, id })));
  });

  it('refuses all of an append when its last event is wrong', () =>
    refused(newEvents(3, (n) => (n === 3 ? { n: 1n } : { n }))));

  it.each([
    ['one event', 1, 1_000_000],
    ['all events together', 4, 250_000],
  ])('refuses 1,000,000 bytes in %s', (_, count, bytes) =>
    refused(newEvents(count, () => ({ text: 'x'.repeat(bytes) }))),
  );

  it('counts bytes, not characters', () => refused(newEvents(1, () => ({ text: 'ữ'.repeat(340_000) }))));

  it('counts the metadata too', () => {
    const [event] = newEvents(1, () => ({ text: 'x'.repeat(600_000) }));
    if (!event) throw new Error('one event is needed');
    return refused([{ ...event, metadata: { ...event.metadata, actor: 'y'.repeat(400_000) } }]);
  });

  it('stays usable after refusals', async () => {
    const { store } = subject();
    await expect(
      store.append(
        newStream(),
        'no-stream',
        newEvents(1, () => ({ n: 1n })),
      ),
    ).rejects.toThrow();
    expect((await store.append(newStream(), 'no-stream', newEvents(1))).revision).toBe(0n);
  });
}
