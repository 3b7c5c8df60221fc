import { randomUUID } from 'node:crypto';
import { importEvents, type NewEvent, PostgresEventStore } from '@app/event-store';
import { surveyBatchRecorded } from '@app/survey';
import { copyLine, RawLog } from '../data/raw-log';
import { metadataOf, scoredEvents } from '../data/scored';
import { surveyBatch } from '../data/unit-years';
import type { Experiment } from '../harness/bench';
import { interleaved, type Subject } from '../harness/contest';
import { closedLoop, rateOf } from '../harness/load';
import type { BenchDatabase } from '../harness/server';
import { type Emmett, emmettIsThere, openEmmett } from '../peers/emmett';

/** What importEvents takes. */
interface Append {
  readonly stream: string;
  readonly expected: 'no-stream';
  readonly events: readonly NewEvent[];
}

const PER_STREAM = 100;
const PER_TRANSACTION = 10_000;

/** Years that another system holds already, brought in at once. */
export const bulkImport: Experiment = {
  rows: ['B1'],
  run: async ({ server, scale, say }) => {
    const database = await server.database();
    const raw = await RawLog.open(database, 1);
    const emmett = emmettIsThere ? await openEmmett(database.ownerUrl, 4) : undefined;
    const subjects: Subject[] = [
      {
        name: 'PAR Ledger',
        role: 'ours',
        run: (round) => imported(database, histories('ours', round, scale.bulk), scale.bulk),
      },
      { name: 'COPY', role: 'limit', run: (round) => copied(raw, histories('raw', round, scale.bulk), scale.bulk) },
      ...(emmett ? [appendedByThousands(emmett, Math.ceil(scale.bulk / 5))] : []),
    ];
    try {
      const contest = { name: 'bulk import', units: { rate: 'events/s' }, subjects, rounds: scale.rounds };
      return await interleaved(contest, say);
    } finally {
      await Promise.all([raw.close(), emmett?.close()]);
      await database.drop();
    }
  },
};

/** Answers of citizens: 500 packed into one event with us, one event each elsewhere. */
export const surveys: Experiment = {
  rows: ['B2'],
  run: async ({ server, scale, say }) => {
    const database = await server.database();
    const store = PostgresEventStore.open({ url: database.appUrl });
    const emmett = emmettIsThere ? await openEmmett(database.ownerUrl, 16) : undefined;
    const { responses } = scale;
    const subjects: Subject[] = [
      { name: 'PAR Ledger', role: 'ours', run: (round) => imported(database, batches(round, responses), responses) },
      { name: 'PAR Ledger, one append each', role: 'ours', run: (round) => packed(store, round, scale.slice) },
      ...(emmett ? [oneByOne(emmett, Math.ceil(responses / 10))] : []),
    ];
    try {
      const contest = { name: 'survey responses', units: { rate: 'responses/s' }, subjects, rounds: scale.rounds };
      return await interleaved(contest, say);
    } finally {
      await Promise.all([store.close(), emmett?.close()]);
      await database.drop();
    }
  },
};

function histories(whose: string, round: number, count: number): Append[] {
  return Array.from({ length: Math.ceil(count / PER_STREAM) }, (_, index) => {
    const stream = `bench-${whose}.${round + 9}.${index}`;
    return { stream, expected: 'no-stream' as const, events: scoredEvents(stream, 0, PER_STREAM) };
  });
}

/** Timed with the checks and the JSON of every event; the events themselves are ready. */
function imported(database: BenchDatabase, appends: readonly Append[], units: number) {
  return rateOf(units, () => importEvents({ url: database.ownerUrl }, asynchronously(appends)));
}

/** Timed without making the lines: nobody could be faster in this table. */
function copied(raw: RawLog, appends: readonly Append[], units: number) {
  const lines = appends.flatMap(({ stream, events }) => events.map((event, index) => copyLine(stream, index, event)));
  const batches = Array.from({ length: Math.ceil(lines.length / PER_TRANSACTION) }, (_, batch) =>
    lines.slice(batch * PER_TRANSACTION, (batch + 1) * PER_TRANSACTION),
  );
  return rateOf(units, () => raw.copy(batches));
}

function appendedByThousands(emmett: Emmett, count: number): Subject {
  const run = (round: number) => {
    const appends = Array.from(
      { length: Math.ceil(count / 1_000) },
      (_, index) => `bench-emmett.${round + 9}.${index}`,
    );
    return rateOf(appends.length * 1_000, async () => {
      for (const stream of appends)
        await emmett.append(stream, 'STREAM_DOES_NOT_EXIST', scoredEvents(stream, 0, 1_000));
    });
  };
  return { name: 'Emmett 0.42.0', role: 'peer', run };
}

function batches(round: number, responses: number): Append[] {
  return Array.from({ length: Math.ceil(responses / 500) }, (_, index) => batchOf(`r${round + 9}.${index}`));
}

function batchOf(unitId: string): Append {
  const { type, data } = surveyBatchRecorded.of(surveyBatch(2024, unitId, 'dot-1'));
  const events = [{ id: randomUUID(), type, data, metadata: metadataOf() }];
  return { stream: `survey-2024.${unitId}`, expected: 'no-stream', events };
}

function packed(store: PostgresEventStore, round: number, ms: number) {
  let made = 0;
  return closedLoop(16, ms, async () => {
    const { stream, expected, events } = batchOf(`c${round + 9}.${(made += 1)}`);
    await store.append(stream, expected, events);
    return 500;
  });
}

/** A thousand events per append, as many as go in well at once. */
function oneByOne(emmett: Emmett, responses: number): Subject {
  const { data } = surveyBatchRecorded.of(surveyBatch(2024, 'u1', 'dot-1', 1));
  const run = (round: number) =>
    rateOf(Math.ceil(responses / 1_000) * 1_000, async () => {
      for (let done = 0; done < responses; done += 1_000) {
        const events = Array.from({ length: 1_000 }, () => ({ type: 'SurveyResponse', data, metadata: metadataOf() }));
        await emmett.append(`survey-${round + 9}.${done}`, 'STREAM_DOES_NOT_EXIST', events);
      }
    });
  return { name: 'Emmett 0.42.0', role: 'peer', run };
}

async function* asynchronously<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
  await Promise.resolve();
}
