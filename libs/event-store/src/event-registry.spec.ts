import { type EventOf, eventSchema, UnsupportedEventVersion } from '@app/kernel';
import { UnknownEventType } from './errors';
import { EventRegistry } from './event-registry';
import type { RecordedEvent } from './recorded-event';

const noted = eventSchema('Noted')
  .startingAs<{ text: string }>()
  .upcastTo<{ text: string; by: string | null }>((v1) => ({ ...v1, by: null }))
  .upcastTo<{ lines: readonly string[]; by: string | null }>(({ text, by }) => ({ lines: text.split('\n'), by }));
const closed = eventSchema('Closed').startingAs<{ reason: string }>();

const registry = new EventRegistry([noted, closed]);

function stored(type: string, schemaVersion: number, data: object): RecordedEvent {
  const who = { commandId: 'c', correlationId: 'c', causationId: 'c', actor: 'a', onBehalfOf: null, role: 'r' };
  const metadata = { ...who, schemaVersion, recordedAt: '2024-01-01T00:00:00.000Z', part: 1, parts: 1 };
  return { id: 'e', stream: 'note-1', revision: 0n, position: 7n, type, data, metadata };
}

describe('the event registry', () => {
  it('names every type and the newest version of each', () => {
    expect(registry.types).toEqual(['Noted', 'Closed']);
    expect([registry.versionOf('Noted'), registry.versionOf('Closed')]).toEqual([3, 1]);
  });

  it.each([
    [1, { text: 'a\nb' }, { lines: ['a', 'b'], by: null }],
    [2, { text: 'a\nb', by: 'x' }, { lines: ['a', 'b'], by: 'x' }],
    [3, { lines: ['a'], by: 'x' }, { lines: ['a'], by: 'x' }],
  ])('decodes version %d to the newest shape', (version, data, newest) => {
    expect(registry.decode<EventOf<typeof noted>>(stored('Noted', version, data)).data).toEqual(newest);
  });

  it('keeps what the log added to the event', () => {
    const event = stored('Closed', 1, { reason: 'done' });
    expect(registry.decode(event)).toEqual(event);
  });

  it.each([0, 4, 1.5])('refuses version %d, which this program never wrote', (version) => {
    expect(() => registry.decode(stored('Noted', version, { text: '' }))).toThrow(UnsupportedEventVersion);
  });

  it('refuses a type that nobody registered, for writing and for reading', () => {
    expect(() => registry.versionOf('Forgotten')).toThrow(UnknownEventType);
    expect(() => registry.decode(stored('Forgotten', 1, {}))).toThrow(/Forgotten/);
  });

  it('refuses two schemas of one name', () => {
    expect(() => new EventRegistry([closed, eventSchema('Closed').startingAs<{ other: number }>()])).toThrow(/Closed/);
  });
});
