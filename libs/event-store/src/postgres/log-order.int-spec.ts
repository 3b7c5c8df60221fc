import { randomUUID } from 'node:crypto';
import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';
import type { Position, RecordedEvent } from '../recorded-event';
import { PostgresEventStore } from './postgres-event-store';

let database: TestDatabase;
let store: PostgresEventStore;
const clients: Client[] = [];
let streams = 0;

beforeAll(async () => {
  database = await testDatabase();
  store = PostgresEventStore.open({ url: database.appUrl, max: 16 });
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await store.close();
  await database.drop();
});

const newStream = (): string => `order-s${(streams += 1)}`;

async function connect(url = database.appUrl): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
}

/** The append as another program would call it, on a connection of its own. */
function appendBy(client: Client, stream: string): Promise<unknown> {
  const [event] = newEvents(1);
  const json = [[JSON.stringify(event?.data)], [JSON.stringify(event?.metadata)]];
  return client.query('SELECT * FROM log.append($1, -1, $2, $3, $4, $5)', [
    stream,
    [event?.id],
    [event?.type],
    ...json,
  ]);
}

async function extent(): Promise<{ count: string; max: string; min: string }> {
  const client = await connect();
  const { rows } = await client.query<{ count: string; max: string; min: string }>(
    'SELECT count(*), max(position), min(position) FROM log.events',
  );
  return rows[0] ?? { count: '', max: '', min: '' };
}

describe('positions', () => {
  it('stay gapless from 1 through refusals, repeats, failures and rollbacks', async () => {
    const stream = newStream();
    const events = newEvents(3);
    await store.append(stream, 'no-stream', events);
    await store.append(stream, 'no-stream', events);
    await expect(store.append(stream, 9n, newEvents(2))).rejects.toThrow();
    const client = await connect();
    await client.query('BEGIN');
    await appendBy(client, newStream());
    await client.query('ROLLBACK');
    const broken = ['{', '{"n":1}'];
    const ids = [randomUUID(), randomUUID()];
    const half = client.query('SELECT log.append($1, -1, $2, $3, $4, $4)', [newStream(), ids, ['A', 'B'], broken]);
    await expect(half).rejects.toThrow(/json/);
    await store.append(stream, 2n, newEvents(2));
    expect(await extent()).toEqual({ count: '5', max: '5', min: '1' });
  });

  it('stay gapless while 16 writers race, and a reader of the tail loses nothing', async () => {
    const written: bigint[] = [];
    const start = (await store.head()) ?? 0n;
    let writing = true;
    const reading = readTail(start, () => writing);
    const write = async (index: number): Promise<void> => {
      for (let round = 0; round < 25; round += 1) {
        const { position } = await store.append(newStream(), 'no-stream', newEvents(1 + ((index + round) % 3)));
        written.push(position);
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, index) => write(index)));
    writing = false;
    const seen = await reading;
    const head = (await store.head()) ?? 0n;
    expect(seen).toEqual(Array.from({ length: Number(head - start) }, (_, index) => start + BigInt(index + 1)));
    expect(written.every((position) => position > start && position <= head)).toBe(true);
    const { count, max } = await extent();
    expect(count).toBe(max);
  });
});

async function readTail(from: Position, writing: () => boolean): Promise<Position[]> {
  const seen: RecordedEvent[] = [];
  for (let after: Position | undefined = from; ;) {
    const wasWriting = writing();
    const page = await store.page(after, 40);
    seen.push(...page.events);
    after = page.next;
    if (!wasWriting && page.atEnd) return seen.map((event) => event.position);
  }
}

describe('an append that is slow to commit', () => {
  it('is skipped for ever by a reader of a sequence: the danger is real', async () => {
    const [slow, quick] = [await connect(database.ownerUrl), await connect(database.ownerUrl)];
    await quick.query('CREATE TABLE naive (position bigserial PRIMARY KEY)');
    await slow.query('BEGIN');
    await slow.query('INSERT INTO naive DEFAULT VALUES');
    await quick.query('INSERT INTO naive DEFAULT VALUES');
    const readAfter = async (last: string): Promise<string[]> =>
      (await quick.query<{ position: string }>('SELECT position FROM naive WHERE position > $1', [last])).rows.map(
        (row) => row.position,
      );
    const first = await readAfter('0');
    await slow.query('COMMIT');
    const second = await readAfter(first.at(-1) ?? '0');
    expect([...first, ...second]).toEqual(['2']);
  });

  it('is never overtaken in the log: later appends wait for it, and the reader meets all in order', async () => {
    const start = (await store.head()) ?? 0n;
    const [slow, one, two] = [await connect(), newStream(), newStream()];
    await slow.query('BEGIN');
    await appendBy(slow, one);
    const quick = store.append(two, 'no-stream', newEvents(1));
    const early = await store.page(start, 10);
    await slow.query('COMMIT');
    await quick;
    const late = await store.page(early.next, 10);
    expect(early.events).toEqual([]);
    expect(late.events.map((event) => event.stream)).toEqual([one, two]);
  });
});

describe('a foreign transaction that stays open', () => {
  it('hides none of 100 acknowledged events', async () => {
    const foreign = await connect(database.ownerUrl);
    await foreign.query('BEGIN; CREATE TABLE foreign_work (n int); INSERT INTO foreign_work VALUES (1)');
    const start = (await store.head()) ?? 0n;
    for (let round = 0; round < 100; round += 1) await store.append(newStream(), 'no-stream', newEvents(1));
    expect((await store.page(start, 1000)).events).toHaveLength(100);
    await foreign.query('ROLLBACK');
  });

  it('cannot carry an append when it has written before, or when it reads from an older snapshot', async () => {
    const client = await connect(database.ownerUrl);
    await client.query('BEGIN; CREATE TABLE foreign_work (n int)');
    await expect(appendBy(client, newStream())).rejects.toThrow(/transaction of its own/);
    await client.query('ROLLBACK; BEGIN ISOLATION LEVEL REPEATABLE READ');
    await expect(appendBy(client, newStream())).rejects.toThrow(/READ COMMITTED/);
    await client.query('ROLLBACK');
  });
});

describe('a race', () => {
  it('has exactly 1 winner of 16 appends, and of 2 creations, each on a connection of its own', async () => {
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(1));
    const winners = async (name: string, expected: bigint | 'no-stream', rivals: number): Promise<number> => {
      const racing = Array.from({ length: rivals }, () => store.append(name, expected, newEvents(1)));
      return (await Promise.allSettled(racing)).filter((each) => each.status === 'fulfilled').length;
    };
    expect(await winners(stream, 0n, 16)).toBe(1);
    expect(await winners(newStream(), 'no-stream', 2)).toBe(1);
  });
});
