import { setTimeout as sleep } from 'node:timers/promises';
import { type BulkAppend, importEvents, type NewEvent, type Position } from '@app/event-store';
import { ProjectionHost } from '@app/read-store';
import { dice, newEvents } from '@app/testing';
import { unitRegistered } from '@app/unit';
import type { FoundUnits } from '@app/unit-register';
import { RunningApi } from '../../apps/api/test/running-api';
import { sized } from './kit/full';

const EVENTS = sized(5_000, 1_000_000);
const UNITS = sized(300, 3_300);
const PER_SECOND = 300;
/** So many are appended while pages are read, at least. */
const MEANWHILE = sized(300, 9_000);
const UNIT_EVERY = 30;
const EVERY_MS = 10;
const PATIENCE_MS = sized(120_000, 1_200_000);

let api: RunningApi;
beforeAll(async () => {
  api = await RunningApi.start({ calendars: [], now: '2024-06-01T00:00:00.000Z' });
  const { lastPosition } = await importEvents({ url: api.beneath.database.ownerUrl }, history());
  expect(lastPosition).toBeGreaterThanOrEqual(BigInt(EVENTS));
  await api.app.get(ProjectionHost).catchUp(() => undefined);
}, PATIENCE_MS);
afterAll(() => api.stop());

const roll = dice(4);
let registered = 0;

/** A unit whose name stands anywhere among the others. */
function newUnit(): { readonly stream: string; readonly events: readonly NewEvent[] } {
  const unitId = `xa_${(registered += 1)}`;
  const letter = String.fromCharCode(97 + roll(26));
  const about = { type: 'commune', parentId: null, officialCode: null, registeredOn: '2020-01-01' } as const;
  const { data } = unitRegistered.of({ unitId, name: `Xã ${letter}${roll(1_000)}`, ...about });
  const events = newEvents(1, () => data).map((event) => ({
    ...event,
    type: unitRegistered.type,
    metadata: { ...event.metadata, schemaVersion: unitRegistered.version },
  }));
  return { stream: `unit-${unitId}`, events };
}

let others = 0;

/** So many events of something else. */
function counted(count: number): ReturnType<typeof newUnit> {
  return { stream: `counted-${(others += 1)}`, events: newEvents(count) };
}

/** Appends of one to three events, the units spread among them. */
async function* history(): AsyncIterable<BulkAppend> {
  for (let written = 0, next = 0; written < EVENTS;) {
    const isUnit = next < UNITS && written >= (next * EVENTS) / UNITS;
    const { stream, events } = isUnit ? newUnit() : counted(1 + (written % 3));
    if (isUnit) next += 1;
    written += events.length;
    yield { stream, expected: 'no-stream', events };
  }
  await Promise.resolve();
}

/** Appends 300 events a second, some of them units, while `work` goes on; `work` is told how many there are so far. */
async function whileAppending<Result>(work: (appended: readonly Position[]) => Promise<Result>): Promise<Result> {
  const appended: Position[] = [];
  let over = false;
  const begun = Date.now();
  const write = async (): Promise<void> => {
    while (!over) {
      // As many as are due, so that a slow turn is made up for.
      const due = Math.ceil(((Date.now() - begun) * PER_SECOND) / 1_000 - appended.length);
      const batch = Array.from({ length: Math.min(Math.max(due, 1), 150) }, (_, place) =>
        (appended.length + place) % UNIT_EVERY === 0 ? newUnit() : counted(1),
      );
      const landed = await Promise.all(
        batch.map(({ stream, events }) => api.store.append(stream, 'no-stream', events)),
      );
      appended.push(...landed.map(({ position }) => position));
      await sleep(EVERY_MS);
    }
  };
  const working = work(appended).finally(() => {
    over = true;
  });
  const [result] = await Promise.all([working, write()]);
  return result;
}

it(
  `pages through a log of ${EVENTS} events while 300 a second are appended: no gap, no repeat, no half command`,
  async () => {
    const begun = Date.now();
    await whileAppending(async (appended) => {
      let [after, seen, part]: [Position | undefined, bigint, number] = [undefined, 0n, 0];
      for (let atEnd = false; !atEnd || appended.length < MEANWHILE;) {
        const page = await api.store.page(after, 500);
        const amiss = page.events.filter(({ position, metadata }) => {
          const isNext = position === (seen += 1n) && metadata.part === (part += 1);
          if (metadata.part === metadata.parts) part = 0;
          return !isNext;
        });
        expect([amiss, part, page.next]).toEqual([[], 0, seen]);
        ({ next: after, atEnd } = page);
        if (atEnd) await sleep(EVERY_MS);
      }
      const known = appended.filter((position) => position <= seen).length;
      expect(known).toBeGreaterThan(MEANWHILE / 2);
      process.stderr.write(`${seen} events in pages of 500, ${appended.length} appended in ${Date.now() - begun} ms\n`);
    });
  },
  PATIENCE_MS,
);

/** The units of all pages of a list, one page after the other, as their Link headers say. */
async function unitsOn(first: string): Promise<string[]> {
  const met: string[] = [];
  for (let address: string | undefined = first; address !== undefined;) {
    const answer = await api.question(undefined, address);
    expect(answer.status).toBe(200);
    met.push(...(answer.body as FoundUnits).units.map(({ unitId }) => unitId));
    address = /^<([^>]+)>; rel="next"$/.exec((answer.headers as { link?: string }).link ?? '')?.[1];
  }
  return met;
}

it(
  'pages through a list of units meanwhile: each that was there once, in one order; as of a position nothing else',
  async () => {
    await api.app.get(ProjectionHost).catchUp(() => undefined);
    const there = await unitsOn('/units?limit=500');
    expect(there.length).toBeGreaterThanOrEqual(UNITS);
    const head = (await api.store.head()) ?? 0n;
    await whileAppending(async (appended) => {
      for (let rounds = 0; rounds < 3 || appended.length < MEANWHILE; rounds += 1) {
        const met = await unitsOn(`/units?limit=${rounds % 2 === 0 ? sized(50, 500) : sized(37, 199)}`);
        expect(new Set(met).size).toBe(met.length);
        const before = new Set(there);
        expect(met.filter((unitId) => before.has(unitId))).toEqual(there);
        if (rounds > 0) expect(met.length).toBeGreaterThan(there.length);
      }
      expect(await unitsOn(`/units?limit=${sized(50, 500)}&asOf=${head}&on=2024-06-01`)).toEqual(there);
    });
  },
  PATIENCE_MS,
);
