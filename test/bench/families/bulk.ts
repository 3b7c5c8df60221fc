import { randomUUID } from 'node:crypto';
import { importEvents, type NewEvent, PostgresEventStore } from '@app/event-store';
import { MAX_RESPONSES, surveyBatchRecorded } from '@app/survey';
import { copyLine, RawLog } from '../data/raw-log';
import { metadataOf, scoredEvents } from '../data/scored';
import { surveyBatch, surveyResponses } from '../data/survey';
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
    const answers = surveyResponses(1, scale.responses);
    const subjects: Subject[] = [
      {
        name: 'PAR Ledger',
        role: 'ours',
        run: (round) => imported(database, batches(round, answers), answers.length),
      },
      { name: 'PAR Ledger, one append each', role: 'ours', run: (round) => packed(store, round, answers, scale.slice) },
      ...(emmett ? [oneByOne(emmett, answers.slice(0, Math.ceil(answers.length / 10)))] : []),
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

/** All of them, 500 to an event. */
function batches(round: number, answers: readonly string[]): Append[] {
  const count = Math.ceil(answers.length / MAX_RESPONSES);
  return Array.from({ length: count }, (_, index) => batchOf(`r${round + 9}.${index}`, batchAt(index, answers)));
}

function batchAt(index: number, answers: readonly string[]): readonly string[] {
  return answers.slice(index * MAX_RESPONSES, (index + 1) * MAX_RESPONSES);
}

function batchOf(unitId: string, responses: readonly string[]): Append {
  const { type, data } = surveyBatchRecorded.of(surveyBatch(unitId, responses));
  const events = [{ id: randomUUID(), type, data, metadata: metadataOf() }];
  return { stream: `survey-2024.${unitId}`, expected: 'no-stream', events };
}

/** The same batches again and again, each event being compressed for itself. */
function packed(store: PostgresEventStore, round: number, answers: readonly string[], ms: number) {
  const different = Math.max(1, Math.floor(answers.length / MAX_RESPONSES));
  let made = 0;
  return closedLoop(16, ms, async () => {
    const responses = batchAt(made % different, answers);
    const { stream, expected, events } = batchOf(`c${round + 9}.${(made += 1)}`, responses);
    await store.append(stream, expected, events);
    return responses.length;
  });
}

/** The same answers, one event each; a thousand events per append, as many as go in well at once. */
function oneByOne(emmett: Emmett, answers: readonly string[]): Subject {
  const run = (round: number) => {
    const events = answers.map((answer, index) => {
      const { data } = surveyBatchRecorded.of(surveyBatch(`u${round + 9}.${index}`, [answer]));
      return { type: 'SurveyResponse', data, metadata: metadataOf() };
    });
    return rateOf(events.length, async () => {
      for (let done = 0; done < events.length; done += 1_000) {
        const stream = `survey-${round + 9}.${done}`;
        await emmett.append(stream, 'STREAM_DOES_NOT_EXIST', events.slice(done, done + 1_000));
      }
    });
  };
  return { name: 'Emmett 0.42.0', role: 'peer', run };
}

async function* asynchronously<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
  await Promise.resolve();
}
