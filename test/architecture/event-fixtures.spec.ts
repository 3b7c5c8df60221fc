import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accessEvents,
  accountAccess,
  listViewingEvents,
  listViewings,
  providerLogoutEvents,
  providerLogouts,
  viewingEvents,
  viewings,
} from '@app/access';
import { assessment, assessmentEvents } from '@app/assessment';
import { casework, caseworkEvents } from '@app/casework';
import { EventRegistry, type RecordedEvent, validateAppend } from '@app/event-store';
import { type Aggregate, type DomainEvent, fold } from '@app/kernel';
import { calendar, calendarEvents, period, periodEvents } from '@app/period';
import { eventSchemas } from '@app/platform';
import { openingEvents, openings, publicationEvents, results, resultsDigest } from '@app/publication';
import { survey, surveyEvents } from '@app/survey';
import { block, blockEvents, officialCode, officialCodeEvents, unit, unitEvents } from '@app/unit';
import { eventSamples } from './event-samples';
import { shapeOf, withoutUnsaid } from './shape-of';

const folder = join(__dirname, '../fixtures/events');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const bytesOf = (file: string) => readFileSync(join(folder, file));
type Stored = Pick<RecordedEvent, 'type' | 'data' | 'metadata'>;
const stored = (file: string) => JSON.parse(bytesOf(file).toString('utf8')) as Stored;
const registry = new EventRegistry(eventSchemas);
const recorded = (file: string): RecordedEvent => {
  const id = '01930b5c-7a4e-7c3a-9d55-0242ac120099';
  return { ...stored(file), id, stream: 'unit-u1', revision: 0n, position: 1n };
};
const versionsOf = (newest: number) => Array.from({ length: newest }, (_, index) => index + 1);
const expected = eventSchemas.flatMap(({ type, version }) => versionsOf(version).map((v) => `${type}.v${v}.json`));

describe('golden events', () => {
  it('exist for every event type in every version ever stored, and for nothing else', () =>
    expect(files.sort()).toEqual([...expected].sort()));

  it.each(files)('%s is an event as stored: type, data and complete metadata', (file) => {
    const event = stored(file);
    const [type, version] = file.replace('.json', '').split('.v');
    expect(Object.keys(event)).toEqual(['type', 'data', 'metadata']);
    expect(event.type).toBe(type);
    expect(event.metadata.schemaVersion).toBe(Number(version));
    expect(() => validateAppend('unit-u1', 'no-stream', [{ ...recorded(file) }])).not.toThrow();
  });

  it.each(files)('%s decodes to the newest shape of its type, no property more or less', (file) => {
    const { type, data, metadata } = registry.decode(recorded(file));
    const shape = shapeOf(data);
    const unsaid = metadata.schemaVersion === registry.versionOf(type) ? [] : shape;
    const sample = shapeOf(eventSamples.find((event) => event.type === type)?.data ?? {});
    expect(withoutUnsaid(shape, unsaid)).toEqual(withoutUnsaid(sample, unsaid));
  });

  it('may leave unsaid, in an old shape, what was not recorded then, and nothing else', () => {
    const [newest, old] = [shapeOf({ a: 'x', b: { c: 1, d: 2 } }), shapeOf({ a: 'x', b: null })];
    expect(withoutUnsaid(newest, old)).toEqual(withoutUnsaid(old, old));
    expect(withoutUnsaid(newest, shapeOf({ b: null }))).not.toEqual(withoutUnsaid(shapeOf({ b: null }), old));
    const [people, nobody] = [shapeOf({ by: ['x'] }), shapeOf({ by: [] })];
    expect(withoutUnsaid(people, nobody)).toEqual(nobody);
    expect(withoutUnsaid(people, shapeOf({ by: [1] }))).toEqual(people);
  });

  it('in their newest version say exactly what the program would store', () => {
    for (const { type, data } of eventSamples) {
      expect(stored(`${type}.v${registry.versionOf(type)}.json`).data).toStrictEqual(data);
    }
    expect(eventSamples.map(({ type }) => type).sort()).toEqual([...registry.types].sort());
  });

  it('are frozen: each is byte for byte what it was when it was written', () => {
    const line = (file: string) => `${createHash('sha256').update(bytesOf(file)).digest('hex')}  ${file}`;
    expect(files.sort().map(line).join('\n')).toBe(readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim());
  });

  const features: readonly [string, Aggregate<unknown, never>, readonly { readonly type: string }[]][] = [
    ['unit', unit, unitEvents],
    ['official code', officialCode, officialCodeEvents],
    ['block', block, blockEvents],
    ['period', period, periodEvents],
    ['working calendar', calendar, calendarEvents],
    ['assessment', assessment, assessmentEvents],
    ['survey', survey, surveyEvents],
    ['casework', casework, caseworkEvents],
    ['openings', openings, openingEvents],
    ['results', results, publicationEvents],
    ['access', accountAccess, accessEvents],
    ['provider logouts', providerLogouts, providerLogoutEvents],
    ['viewings', viewings, viewingEvents],
    ['list viewings', listViewings, listViewingEvents],
  ];
  it.each(features)('of %s change its state', (_, aggregate, schemas) => {
    for (const { type } of schemas) {
      const history = files
        .filter((file) => file.startsWith(`${type}.v`))
        .map((file) => registry.decode(recorded(file)));
      expect(fold(aggregate as Aggregate<unknown, DomainEvent>, history)).toBeDefined();
    }
  });

  it.each(['ProvisionalResultsAnnounced', 'ResultsPublished', 'ResultsCorrected'])('carry the digest: %s', (type) => {
    const { data } = registry.decode(recorded(`${type}.v1.json`)) as { data: { digest: string } };
    expect(resultsDigest(data as unknown as Parameters<typeof resultsDigest>[0])).toBe(data.digest);
  });
});
