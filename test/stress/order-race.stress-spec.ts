import { setTimeout as sleep } from 'node:timers/promises';
import { follow, type Position, PostgresEventStore, type RecordedEvent } from '@app/event-store';
import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';
import { Child, type Said } from './kit/child';
import { sized } from './kit/full';
import { naiveLog } from './kit/naive-log';
import { dawdlingLog, slowLog } from './kit/slow-log';

const ROUNDS = sized(1, 5);
const MS = sized(1_000, 2_000);

let database: TestDatabase;
let store: PostgresEventStore;
let children: Child[];

beforeEach(async () => {
  database = await testDatabase();
  store = PostgresEventStore.open({ url: database.appUrl });
  children = [];
});
afterEach(async () => {
  for (const child of children) child.signal('SIGKILL');
  await store.close();
  await database.drop();
});

async function writers(count: number): Promise<Child[]> {
  const started = Array.from(
    { length: count },
    (_, n) => new Child('writers', { url: database.appUrl, name: `w${n}` }),
  );
  children.push(...started);
  await Promise.all(started.map((child) => child.next('ready')));
  return started;
}

/** What a reader of the tail sees until the writers are done and the head is reached. */
async function seenWhile(work: Promise<unknown>): Promise<RecordedEvent[]> {
  const [seen, over] = [[] as RecordedEvent[], new AbortController()];
  const reading = (async () => {
    for await (const { events } of follow(store, { signal: over.signal, limit: 50, idleMs: 50 })) seen.push(...events);
  })();
  try {
    await work;
    const head = await store.head();
    const deadline = Date.now() + 60_000;
    while ((seen.at(-1)?.position ?? 0n) < (head ?? 0n) && Date.now() < deadline) await sleep(10);
  } finally {
    over.abort();
    await reading;
  }
  return seen;
}

/** Ends a writer's connection now and then, in the middle of whatever it is doing. */
async function cutting(ms: number): Promise<void> {
  const client = new Client({ connectionString: database.appUrl.replace(/[?].*/, '') });
  await client.connect();
  for (const end = Date.now() + ms; Date.now() < end; await sleep(150)) {
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'w%' AND state <> 'idle' ORDER BY random() LIMIT 1`,
    );
  }
  await client.end();
}

async function extent(): Promise<{ count: string; max: string }> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ count: string; max: string }>('SELECT count(*), max(position) FROM log.events');
  await client.end();
  return rows[0] ?? { count: '', max: '' };
}

const idsOf = (from: readonly Child[], kind: string): string[] =>
  from.flatMap((child) => child.ofKind<Said & { ids: string[] }>(kind)).flatMap(({ ids }) => ids);

/** Streams whose revisions do not come as 0, 1, 2 … */
function outOfOrder(events: readonly RecordedEvent[]): string[] {
  const next = new Map<string, bigint>();
  return events.flatMap(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0n;
    next.set(stream, revision + 1n);
    return revision === expected ? [] : [`${stream}@${revision}`];
  });
}

/** Appends that were not seen as one piece. */
function torn(events: readonly RecordedEvent[]): Position[] {
  return events.flatMap(({ metadata: { part, parts }, position }, index) => {
    const next = events[index + 1]?.metadata.part ?? 1;
    return next === (part === parts ? 1 : part + 1) ? [] : [position];
  });
}

/** Whether all three outcomes came about, and many were acknowledged: on a busy machine that may take up to five times the rounds. */
const raced = (writing: readonly Child[]): boolean =>
  idsOf(writing, 'acknowledged').length > 50 &&
  ['rolled-back', 'unknown'].every((kind) => idsOf(writing, kind).length > 0);

/** 16 writers in so many processes race, a reader of the tail beside them: what became of their events, and what he saw. */
async function race(processes: number) {
  const started = await writers(processes);
  const work = async (): Promise<void> => {
    for (let round = 0; round < ROUNDS || (round < 5 * ROUNDS && !raced(started)); round += 1) {
      const from = started.map(({ said }) => said.length);
      for (const child of started) child.tell({ do: 'write', writers: 16 / processes, ms: MS });
      await Promise.all([cutting(MS), ...started.map((child, n) => child.next('done', from[n]))]);
    }
  };
  const seen = await seenWhile(work());
  expect(raced(started)).toBe(true);
  const ids = new Set(seen.map(({ id }) => id));
  const unseen = idsOf(started, 'acknowledged').filter((id) => !ids.has(id));
  return { seen, unseen, rolledBack: idsOf(started, 'rolled-back') };
}

describe.each([1, 2])('16 writers in %i process(es) that dawdle, give up and are cut off', (processes) => {
  it('lose nothing for a reader of the tail, double nothing, and leave no gap', async () => {
    await slowLog(database.ownerUrl, 50);
    const { seen, unseen, rolledBack } = await race(processes);
    const ids = seen.map(({ id }) => id);
    const { count, max } = await extent();
    expect(unseen).toEqual([]);
    expect(rolledBack.filter((id) => ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(outOfOrder(seen)).toEqual([]);
    expect(torn(seen)).toEqual([]);
    expect(seen.map(({ position }) => Number(position))).toEqual(Array.from(seen, (_, index) => index + 1));
    expect([count, max]).toEqual([String(seen.length), String(seen.length)]);
  });
});

it('the same race, writers and reader lose events where positions come from a sequence: the control', async () => {
  await slowLog(database.ownerUrl, 50);
  await naiveLog(database.ownerUrl);
  const { unseen } = await race(2);
  expect(unseen).not.toEqual([]);
});

it.each(['the same database', 'another database of the server'])(
  'a transaction left open in %s hides none of 100 acknowledged events',
  async (place) => {
    const other = await testDatabase();
    const foreign = new Client({
      connectionString: place === 'the same database' ? database.ownerUrl : other.ownerUrl,
    });
    await foreign.connect();
    await foreign.query('BEGIN; CREATE TABLE public.unfinished (n int); INSERT INTO public.unfinished VALUES (1)');
    let after = await store.head();
    for (let n = 0; n < 100; n += 1) {
      const [event] = newEvents(1);
      await store.append(`open-s${n % 7}`, revisionOf(n), event ? [event] : []);
      const page = await store.page(after, 10);
      expect(page.events.map(({ id }) => id)).toEqual([event?.id]);
      after = page.next;
    }
    await foreign.query('ROLLBACK');
    await foreign.end();
    await other.drop();
  },
);

const revisionOf = (n: number): bigint | 'no-stream' => (n < 7 ? 'no-stream' : BigInt(Math.floor(n / 7) - 1));

it.each([
  ['16 appends', '1', 8],
  ['2 creations', 'no-stream', 1],
])('of %s that race in two processes exactly 1 is accepted', async (_name, expected, rivals) => {
  await dawdlingLog(database.ownerUrl, 5);
  const started = await writers(2);
  for (let round = 0; round < sized(10, 100); round += 1) {
    const stream = `race-s${round}`;
    if (expected === '1') await store.append(stream, 'no-stream', newEvents(2));
    const from = started.map(({ said }) => said.length);
    for (const child of started) child.tell({ do: 'race', stream, expected, rivals });
    const raced = await Promise.all(started.map((child, n) => child.next('raced', from[n])));
    await Promise.all(started.map((child, n) => child.next('done', from[n])));
    const sum = (what: string) => raced.reduce((total, one) => total + Number(one[what]), 0);
    expect({ accepted: sum('accepted'), beaten: sum('beaten') }).toEqual({ accepted: 1, beaten: 2 * rivals - 1 });
  }
});
