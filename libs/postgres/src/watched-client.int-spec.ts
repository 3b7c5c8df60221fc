import { testDatabase, type TestDatabase } from '@app/testing';
import { connect, createServer } from 'node:net';
import type { Pool } from 'pg';
import { appPool } from './data-source';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = appPool(database.appUrl);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Longer than silence is borne unasked. */
const LONG = 'SELECT pg_sleep(6.5)';

it.concurrent(
  'waits for what its server process works on, however silently, once the session asks for that',
  async () => {
    const client = await pool.connect();
    try {
      await client.query('SET statement_timeout = 0');
      expect((await client.query(LONG)).rowCount).toBe(1);
      expect((await client.query('SELECT 1')).rowCount).toBe(1);
    } finally {
      client.release(true);
    }
  },
);

it.concurrent('ends a query that nobody would wait for any more', async () => {
  await expect(pool.query(LONG)).rejects.toMatchObject({ code: '57014' });
});

it.concurrent('is not ended by one question about its server process that nobody answered', async () => {
  const { hostname, port } = new URL(database.appUrl);
  let lines = 0;
  const slow = createServer((line) => {
    line.on('error', () => undefined);
    lines += 1;
    if (lines === 2) return; // The first question.
    const server = connect(Number(port), hostname).on('error', () => undefined);
    line.pipe(server).pipe(line);
  });
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const address = new URL(database.appUrl);
  address.host = `127.0.0.1:${(slow.address() as { port: number }).port}`;
  const through = appPool(address.toString(), { max: 1 });
  const client = await through.connect();
  try {
    await client.query('SET statement_timeout = 0');
    expect((await client.query('SELECT pg_sleep(9)')).rowCount).toBe(1);
    expect(lines).toBe(3);
  } finally {
    client.release(true);
    await through.end();
    slow.close();
  }
});

it.concurrent('waits behind a pooler that tells process numbers of its own', async () => {
  const { hostname, port } = new URL(database.appUrl);
  const pooler = createServer((line) => {
    const server = connect(Number(port), hostname).on('error', () => undefined);
    line.on('error', () => undefined).pipe(server);
    server.on('data', (data: Buffer) => {
      const key = data.indexOf(Buffer.from([0x4b, 0, 0, 0, 12])); // BackendKeyData: process number, secret.
      if (key >= 0) data.writeInt32BE(2_000_000_000, key + 5);
      line.write(data);
    });
  });
  await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', resolve));
  const address = new URL(database.appUrl);
  address.host = `127.0.0.1:${(pooler.address() as { port: number }).port}`;
  const through = appPool(address.toString(), { max: 1 });
  const client = await through.connect();
  client.on('error', () => undefined);
  try {
    await client.query('SET statement_timeout = 0');
    expect((await client.query(LONG)).rowCount).toBe(1);
  } finally {
    client.release(true);
    await through.end();
    pooler.close();
  }
});
