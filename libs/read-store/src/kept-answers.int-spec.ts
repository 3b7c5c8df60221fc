import { randomUUID } from 'node:crypto';
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
import { type Stamped, unlessKept } from './unless-kept';

const toy: AnyProjection = {
  name: 'toy',
  version: 1,
  categories: ['toy'],
  tables: { score: { columns: { unit: 'text', points: 'integer' }, key: ['unit'] } },
  partition: ({ stream }) => stream,
  on: {},
};
const score = { projection: 'toy', version: 1, columns: 't.points', from: 'read_model.toy_score t', where: 'true' };
/** By what it is written with, as within one generation it may be told, and by what it says. */
const byTransaction = unlessKept(score, `concat_ws('/', life.generation, t.xmin)`, '$1');
const byContents = unlessKept(score, `'points ' || t.points`, '$1');

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
function asker(question = byTransaction, onWrite: () => void = () => undefined): () => Promise<unknown> {
  const kept = new KeptAnswers(1_000);
  const found = async (known?: { readonly stamp: string }) => {
    const [row] = await ask<Stamped<{ points: number }>>(dataSource, question, [known?.stamp]);
    return row as Stamped<{ points: number }>;
  };
  const write = ({ points }: { points: number }) => {
    onWrite();
    const about = { about: undefined, basis: undefined, basisBytes: 0 };
    return { before: Buffer.from(`[${points},`), after: [Buffer.from(']')], ...about };
  };
  return async () => JSON.parse((await kept.answer('u1', found, write)).toString()) as unknown;
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

describe('after a cut-over', () => {
  /** A generation more, with these rows; all stand at 9. Answers what makes it live. */
  async function built(version: number, points: number): Promise<() => Promise<unknown>> {
    const raised = { ...toy, version };
    await onOneConnection(dataSource, (session) => ensureGeneration(session, raised));
    await dataSource.query(`WITH former AS (UPDATE read_model.toy_score__g${version - 1} SET points = 1)
      INSERT INTO read_model.toy_score__g${version} VALUES ('u1', ${points})`);
    await dataSource.query(`UPDATE read_model.checkpoint SET position = 9`);
    return () => onOneConnection(dataSource, (session) => cutOver(session, raised, version));
  }

  it('is written anew, also where one transaction wrote the rows of both', async () => {
    const cut = await built(2, 2);
    const asked = asker();
    expect(await asked()).toEqual([1, '9']);
    await cut();
    expect(await asked()).toEqual([2, '9']);
  });

  it.each([
    ['is not written anew where both were found to hold the same', 3, byContents, true, 1],
    ['is written anew where they were not', 4, byContents, false, 2],
    ['is written anew where transactions are what tells', 5, byTransaction, true, 2],
  ])('%s', async (_, version, question, same, times) => {
    const cut = await built(version, 1);
    if (same) await dataSource.query(`UPDATE read_model.generation SET contents = '${randomUUID()}'`);
    const onWrite = jest.fn();
    const asked = asker(question, onWrite);
    await asked();
    await cut();
    expect(await asked()).toEqual([1, '9']);
    expect(onWrite).toHaveBeenCalledTimes(times);
  });
});
