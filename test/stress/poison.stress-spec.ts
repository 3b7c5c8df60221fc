import { randomBytes, randomUUID } from 'node:crypto';
import { appraisalConfirmed, selfAssessmentSubmitted } from '@app/assessment';
import {
  ensureLogIdentity,
  EventRegistry,
  type EventStore,
  LogIntegrityError,
  openEventStoreDb,
  pause,
  type Position,
  type Recorded,
  type RecordedEvent,
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

/** The program of the day after: it knows the type and the way up, and what to read where somebody wrote what is no JSON. */
class MendedRegistry extends EventRegistry {
  constructor() {
    super([...everySchema, eventSchema('Stranger').startingAs<object>()]);
  }

  override decode<Event extends DomainEvent>(event: RecordedEvent): Recorded<Event> {
    try {
      return super.decode(event);
    } catch (error) {
      if (!(error instanceof LogIntegrityError)) throw error;
      const { id, stream, revision, position, type, metadata } = event;
      return super.decode({ id, stream, revision, position, type, metadata, data: confirmed('1').data });
    }
  }
}

/** The projection as it is, but for what `before` does with a confirmed component: throws, or answers whether it is passed over. */
function altered(projection: AnyProjection, before: (component: string) => boolean): AnyProjection {
  const { AppraisalConfirmed: real } = projection.on;
  const AppraisalConfirmed = (event: { data: { component: string } }, write: ProjectionWriter<string>): void => {
    if (!before(event.data.component)) real?.(event as never, write);
  };
  return { ...projection, on: { ...projection.on, AppraisalConfirmed } };
}

function throwing(component: string): boolean {
  if (component === FATAL) throw new Error('this one is fatal');
  return false;
}

const sheets = scorecard(rulesets) as AnyProjection;
const ranks = ranking(rulesets) as AnyProjection;
const poisoned: Program = { registry, projections: [altered(sheets, throwing), altered(ranks, throwing)] };
/** No component has a name so long that an index does not take it. */
const mended: Program = {
  registry: new MendedRegistry(),
  projections: [altered(sheets, (component) => component.length > 1_000), ranks],
};

interface Program {
  readonly registry: EventRegistry;
  readonly projections: readonly AnyProjection[];
}

/** The program at work on a database. */
function atWork({ registry: known, projections }: Program, within: DataSource) {
  const catalogue = new ProjectionCatalogue();
  for (const projection of projections) catalogue.add(projection);
  return {
    host: new ProjectionHost(within, store, known, catalogue, {}),
    desk: new QuarantineDesk(within, store, known, catalogue),
  };
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
  ({ host, desk } = atWork(poisoned, dataSource));
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
  'whose upcaster throws': () =>
    append(sheet, { type: selfAssessmentSubmitted.type, data: { unitId: SICK, year: 2024 } }, 1),
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

/** Every row of every table. */
async function rowsIn(within: DataSource): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const { name, tables } of mended.projections) {
    for (const table of Object.keys(tables)) {
      const view = `${name}_${table}`;
      const rows = await within.query<{ row: object }[]>(
        `SELECT to_jsonb(t) AS row FROM read_model.${view} t ORDER BY t::text`,
      );
      all[view] = rows.map(({ row }) => row);
    }
  }
  return all;
}

/** What the mended program makes of the same log where nothing ever stood still. */
async function rowsOfSoundBuild(): Promise<Record<string, unknown>> {
  const sound = await testDatabase();
  const within = await appDataSource(sound.appUrl).initialize();
  const { host: builder } = atWork(mended, within);
  try {
    await builder.start();
    await builder.catchUp();
    return await rowsIn(within);
  } finally {
    await builder.stop();
    await within.destroy();
    await sound.drop();
  }
}

/** The mended program takes over, and what waited is let go on, with what is appended from now on behind it. */
async function expectOrderRestored(complaints: number): Promise<void> {
  await receive(SICK, SOUND_BEFORE + 3); // Once more of a case that waits: of two words on it the last one counts.
  await host.catchUp();
  await host.stop();
  const stopped = await desk.list();
  ({ host, desk } = atWork(mended, dataSource));
  await host.start();
  for (const { projection, partition, waiting } of stopped) {
    const all = { projection, generation: 1, partition, applied: waiting, waiting: 0 };
    expect(await desk.retry(projection)).toEqual([all]);
  }
  expect(await desk.list()).toEqual([]);
  await receive(SICK, complaints);
  await host.catchUp();
  expect(await rowsIn(dataSource)).toEqual(await rowsOfSoundBuild());
}

it.each(Object.keys(poisons))(
  'an event %s stops its own unit-year; all others are up to date meanwhile; mended and tried again, it is as if it had never stood still',
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
    await expectOrderRestored(number);
  },
);
