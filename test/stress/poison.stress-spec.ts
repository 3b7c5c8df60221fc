import { randomBytes, randomUUID } from 'node:crypto';
import { appraisalConfirmed, selfAssessmentSubmitted } from '@app/assessment';
import {
  ensureLogIdentity,
  EventRegistry,
  type EventStore,
  openEventStoreDb,
  pause,
  type Position,
} from '@app/event-store';
import { type DomainEvent, eventSchema, SystemClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import { ranking } from '@app/ranking';
import {
  type AnyProjection,
  ProjectionCatalogue,
  ProjectionHost,
  type ProjectionWriter,
  QuarantineDesk,
  ReadYourWrites,
} from '@app/read-store';
import { scorecard } from '@app/scorecard';
import {
  blockOfFour,
  component,
  type EventStoreDbServer,
  everySchema,
  newContext,
  ScoreHistory,
  smallRuleset,
  startEventStoreDbServer,
  testDatabase,
  type TestDatabase,
} from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { sized } from './kit/full';

Logger.overrideLogger(false);
jest.setTimeout(sized(120_000, 300_000));

const MS = sized(1_500, 10_000);
/** How far the others may be behind while one unit-year stands still, ms; the short form may share its machine. */
const LAG = sized(10_000, 1_000);
/** The poison comes after so many events. */
const SOUND_BEFORE = 12;

const HEALTHY = ['u1', 'u2', 'u3'];
const SICK = 'u4';
const FATAL = 'fatal';
const PROJECTIONS = ['ranking', 'scorecard'];
const categories = ['unit', 'block', 'period', 'assessment', 'survey', 'casework', 'results'];
const rulesets = { get: () => smallRuleset([component('1', { max: '10' })]) };

/** An upcaster that throws, where the real one does not. */
const faulty = eventSchema('SelfAssessmentSubmitted')
  .startingAs<object>()
  .upcastTo<object>(() => {
    throw new Error('no way up from here');
  });
const registry = new EventRegistry([...everySchema.filter(({ type }) => type !== faulty.type), faulty]);

/** The projection as it is, but that it throws at one component. */
function throwing(projection: AnyProjection): AnyProjection {
  const { AppraisalConfirmed: real } = projection.on;
  const AppraisalConfirmed = (event: { data: { component: string } }, write: ProjectionWriter<string>): void => {
    if (event.data.component === FATAL) throw new Error('this one is fatal');
    real?.(event as never, write);
  };
  return { ...projection, on: { ...projection.on, AppraisalConfirmed } };
}

let database: TestDatabase;
let server: EventStoreDbServer;
let store: EventStore;
let dataSource: DataSource;
let host: ProjectionHost;
let desk: QuarantineDesk;
let revisions: Map<string, bigint>;

beforeEach(async () => {
  [database, server] = await Promise.all([testDatabase(), startEventStoreDbServer()]);
  store = openEventStoreDb({ connectionString: server.connectionString, categories });
  revisions = new Map();
  await ensureLogIdentity(store, new SystemClock());
  const { frame, thisYear } = blockOfFour;
  for (const { stream, ...event } of [...frame, ...thisYear]) await append(stream, event);
  dataSource = await appDataSource(database.appUrl).initialize();
  const catalogue = new ProjectionCatalogue();
  for (const one of [scorecard(rulesets), ranking(rulesets)] as AnyProjection[]) catalogue.add(throwing(one));
  host = new ProjectionHost(dataSource, store, registry, catalogue, {});
  desk = new QuarantineDesk(dataSource, store, registry, catalogue);
  await host.start();
  await host.catchUp();
});
afterEach(async () => {
  await host.stop();
  await store.close();
  await dataSource.destroy();
  server.stop();
  await database.drop();
});

const metadata = (schemaVersion: number) => ({
  ...newContext(),
  schemaVersion,
  recordedAt: new SystemClock().now(),
  part: 1,
  parts: 1,
});

async function append(stream: string, { type, data }: DomainEvent, version = registry.versionOf(type)) {
  const last = revisions.get(stream);
  const event = { id: randomUUID(), type, data, metadata: metadata(version) };
  const { revision, position } = await store.append(stream, last ?? 'no-stream', [event]);
  revisions.set(stream, revision);
  return position;
}

/** Past everything that our own writing refuses. */
function appendForeign(type: string, data: string): void {
  const bytes = { data: Buffer.from(data), metadata: Buffer.from(JSON.stringify(metadata(registry.versionOf(type)))) };
  server.log.append(sheet, 'any', [{ id: randomUUID(), type, contentType: 'application/json', ...bytes }]);
}

const sheet = `assessment-2024.${SICK}`;
const confirmed = (code: string) =>
  appraisalConfirmed.of({ unitId: SICK, year: 2024, component: code, round: 1, points: '1' });

const poisons: Readonly<Record<string, () => unknown>> = {
  'of a type that nobody knows': () => append(sheet, { type: 'Stranger', data: {} }, 1),
  'whose data is no JSON': () => appendForeign('AppraisalConfirmed', '{"unitId":'),
  'whose upcaster throws': () => append(sheet, { type: selfAssessmentSubmitted.type, data: {} }, 1),
  'at which the projection throws': () => append(sheet, confirmed(FATAL)),
  // Random, or the database would shorten it until it fits.
  'of a megabyte, which no index takes': () =>
    appendForeign('AppraisalConfirmed', JSON.stringify(confirmed(randomBytes(520_000).toString('hex')).data)),
};

/** A complaint about the unit is received: an event that both projections handle, and a row of its own. */
function receive(unitId: string, number: number): Promise<Position> {
  const event = new ScoreHistory(unitId, 2024).caseReceived(`c${number}`, 'complaint').events[0] as DomainEvent;
  return append(`casework-2024.${unitId}`, event);
}

async function complaintsShown(): Promise<Record<string, number>> {
  const rows = await dataSource.query<{ unit_id: string; count: number }[]>(
    `SELECT unit_id, count(*)::int FROM read_model.scorecard_statement WHERE matter LIKE 'case/%' GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ unit_id, count }) => [unit_id, count]));
}

it.each(Object.keys(poisons))(
  'an event %s stops its own unit-year; all others are up to date meanwhile',
  async (what) => {
    const readYourWrites = new ReadYourWrites(dataSource);
    const lags: Promise<number>[] = [];
    const received: Record<string, number> = {};
    const seen = async (position: Position): Promise<number> => {
      const began = performance.now();
      await Promise.all(PROJECTIONS.map((name) => readYourWrites.waitFor(name, position, 60_000)));
      return performance.now() - began;
    };
    let [number, end] = [0, Infinity];
    for (; performance.now() < end; number += 1) {
      if (number === SOUND_BEFORE) {
        await host.catchUp();
        await poisons[what]?.();
        end = performance.now() + MS;
      }
      const unit = [...HEALTHY, SICK][number % 4] ?? SICK;
      const position = await receive(unit, number);
      if (unit !== SICK) lags.push(seen(position));
      if (unit !== SICK || number < SOUND_BEFORE) received[unit] = (received[unit] ?? 0) + 1;
      await pause(20);
    }
    expect(Math.max(...(await Promise.all(lags)))).toBeLessThan(LAG);
    expect(await complaintsShown()).toEqual(received);
    const stopped = await desk.list();
    expect(new Set(stopped.map(({ partition }) => partition))).toEqual(new Set([`2024.${SICK}`]));
    expect(stopped.map(({ projection }) => projection)).toContain('scorecard');
    for (const { waiting } of stopped) expect(waiting).toBeGreaterThan(1);
  },
);
