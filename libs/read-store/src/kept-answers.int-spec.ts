import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  appDataSource,
  type Cluster,
  embeddedAddresses,
  makeLogins,
  migrate,
  openCluster,
  type Server,
  startServer,
} from '@app/postgres';
import type { DataSource } from 'typeorm';
import { ask } from './ask';
import { cutOver } from './cut-over';
import { createBookkeeping, ensureGeneration } from './generations';
import { KeptAnswers } from './kept-answers';
import { onOneConnection } from './one-connection';
import type { AnyProjection } from './projection';
import { isNew, type Seen, type Stamped, unlessKept } from './unless-kept';

const toy: AnyProjection = {
  name: 'toy',
  version: 1,
  categories: ['toy'],
  tables: { score: { columns: { unit: 'text', points: 'integer' }, key: ['unit'] } },
  partition: ({ stream }) => stream,
  on: {},
};
const score = { projection: 'toy', version: 1, columns: 't.points', from: 'read_model.toy_score t', where: 'true' };
const unless = unlessKept(score, 't.xmin', ['$1', '$2']);

/** A server that writes what nobody waits for to the disk as late as it can. */
const settings = { wal_writer_delay: '10s', autovacuum: 'off' };

let folder: string;
let cluster: Cluster;
let server: Server;
let dataSource: DataSource;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'par-kept-'));
  cluster = await openCluster(join(folder, 'postgres'), { durable: false });
  server = await startServer(cluster, { settings });
  await makeLogins(cluster, server.port);
  await migrate(embeddedAddresses(cluster, server.port));
  await connect();
  await onOneConnection(dataSource, async (session) => {
    await createBookkeeping(session);
    await ensureGeneration(session, toy);
    await session.query(`INSERT INTO read_model.toy_score VALUES ('u1', 0)`);
  });
});
afterAll(async () => {
  await dataSource.destroy();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function connect(): Promise<void> {
  dataSource = await appDataSource(embeddedAddresses(cluster, server.port).appUrl).initialize();
}

/** As runners do it: rows and checkpoint in one transaction that does not wait for the disk. Answers the transaction's number. */
async function apply(points: number): Promise<string> {
  return dataSource.transaction(async (batch) => {
    await batch.query('SET LOCAL synchronous_commit = off');
    await batch.query(`UPDATE read_model.checkpoint SET position = $1`, [points]);
    const sql = 'UPDATE read_model.toy_score__g1 SET points = $1 RETURNING xmin::text AS number';
    const [[{ number }]] = await batch.query<[[{ number: string }]]>(sql, [points]);
    return number;
  });
}

/** What has not reached the disk is gone. */
async function crash(pid: number, signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> {
  process.kill(pid, signal);
  await server.died;
  await dataSource.destroy();
  server = await startServer(cluster, { settings });
  await connect();
}

const crashes: Readonly<Record<string, () => Promise<void>>> = {
  'the server': () => {
    const [pid] = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n');
    return crash(Number(pid), 'SIGQUIT');
  },
  // The others are ended then and what is in memory given up, but it is still the same server.
  'one of its processes': async () => {
    const [{ pid }] = await dataSource.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
    await crash(pid, 'SIGKILL');
  },
};

/** As the api answers who asks again and again. */
function asker(): () => Promise<unknown> {
  const kept = new KeptAnswers(1_000);
  const found = async (known: Seen | undefined) =>
    (await ask<Stamped<{ points: number }>>(dataSource, unless, [known?.stamp, known?.seen]))[0] as Stamped<{
      points: number;
    }>;
  const write = ({ points }: { points: number }) => ({
    ...{ before: Buffer.from(`[${points},`), after: Buffer.from(']'), about: undefined },
    ...{ basis: undefined, basisBytes: 0 },
  });
  return async () => JSON.parse((await kept.answer('u1', found, write)).bytes.toString()) as unknown;
}

it.each(Object.keys(crashes))(
  'is written anew after a crash of %s, which gives lost numbers out again',
  async (what) => {
    const asked = asker();
    // Once in a while the lost transaction has reached the disk after all.
    for (let points = 2, again = false; !again; points += 2) {
      await dataSource.query('UPDATE read_model.toy_score__g1 SET points = 0'); // This one waits for the disk.
      const lost = await apply(points);
      expect(await asked()).toEqual([points, `${points}`]);
      await crashes[what]?.();
      again = (await apply(points + 1)) === lost;
      expect(await asked()).toEqual([points + 1, `${points + 1}`]);
    }
  },
);

it('is written anew after a cut-over, also to rows that the same transaction wrote', async () => {
  await onOneConnection(dataSource, (session) => ensureGeneration(session, { ...toy, version: 2 }));
  await dataSource.query(`WITH first AS (UPDATE read_model.toy_score__g1 SET points = 1)
    INSERT INTO read_model.toy_score__g2 VALUES ('u1', 2)`);
  await dataSource.query(`UPDATE read_model.checkpoint SET position = 9`);
  const asked = asker();
  expect(await asked()).toEqual([1, '9']);
  await onOneConnection(dataSource, (session) => cutOver(session, { ...toy, version: 2 }, 2));
  expect(await asked()).toEqual([2, '9']);
});

describe('what is new since an answer was kept', () => {
  const listed = {
    ...{ projection: 'toy', version: 2, where: 'true' },
    columns: 'w.units, life.since IS NULL AS whole',
    from: `LATERAL (SELECT json_agg(unit ORDER BY unit) FILTER (WHERE ${isNew('t')}) AS units, md5(string_agg(t.xmin::text, ',')) AS stamp
      FROM read_model.toy_score t) w`,
  };
  const question = unlessKept(listed, 'w.stamp', ['$1', '$2']);

  interface Units {
    readonly units: readonly string[] | null;
    readonly whole: boolean;
  }

  async function since(known: Seen | undefined): Promise<Stamped<Units>> {
    const [row] = await ask<Stamped<Units>>(dataSource, question, [known?.stamp, known?.seen]);
    return row as Stamped<Units>;
  }

  const add = (unit: string) => dataSource.query(`INSERT INTO read_model.toy_score__g2 VALUES ($1, 1)`, [unit]);

  it('is what was written since, also by a transaction that had begun before', async () => {
    const running = dataSource.createQueryRunner();
    await running.startTransaction();
    await running.query(`INSERT INTO read_model.toy_score__g2 VALUES ('early', 1)`);
    await add('between');
    const known = await since(undefined);
    expect(known.found?.whole).toBe(true);
    expect(known.found?.units).toEqual(['between', 'u1']);
    await running.commitTransaction();
    await running.release();
    await add('late');
    const { found } = await since(known);
    // That `between` is given again does no harm: it was written while the other was running.
    expect(found).toEqual({ units: ['between', 'early', 'late'], whole: false });
  });

  it('is nothing where only other rows were written, and all when the rows have begun another life', async () => {
    const known = await since(undefined);
    await dataSource.query(`DELETE FROM read_model.toy_score__g2 WHERE unit = 'late'`);
    expect((await since(known)).found).toEqual({ units: null, whole: false });
    const elsewhere = { ...known, stamp: `9@${known.stamp}` };
    expect((await since(elsewhere)).found?.whole).toBe(true);
    expect((await since({ ...known, seen: '-3000000000' })).found?.whole).toBe(true);
  });
});
