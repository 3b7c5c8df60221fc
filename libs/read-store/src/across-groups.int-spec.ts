import { EventRegistry, logEvents, pause } from '@app/event-store';
import { logOf, pay, ToyProcesses, toyProjection, toySchemas } from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { applyBatch } from './batch';
import { onOneConnection } from './one-connection';
import { partOf } from './parts';
import { PostgresReadModel } from './postgres-read-model';
import { type AnyProjection, keyOf } from './projection';

Logger.overrideLogger(false);

const registry = new EventRegistry([...logEvents, ...toySchemas]);
/** Every payment is a group of its own; some are more than settling can bear. */
const unbearable = new Set<string>();
const projection: AnyProjection = {
  ...toyProjection(),
  dividedBy: keyOf,
  on: { Paid: ({ data }: { data: { amount: number } }, write) => write.touch(`g${data.amount}`) },
  settle: (groups, { touch }) => {
    if (groups.some((group) => unbearable.has(group))) throw new Error('too much');
    groups.forEach(touch);
    return Promise.resolve();
  },
  across: () => Promise.resolve(),
};

const processes = ToyProcesses.ofEachTest();

/** The waiting events of one partition leave group 2 and, once they are halved, group 1. Nobody runs the parts. */
async function standingStill() {
  unbearable.clear();
  unbearable.add('g666');
  const store = await logOf([pay('a1', 666), pay('a1', 2), pay('a1', 1), pay('a1', 667)]);
  const { host, dataSource, quarantine } = await processes.begin(store, projection, { beatMs: 100, parts: 2 });
  const [generation] = await host.prepare();
  if (!generation) throw new Error('Nothing was prepared');
  const part = partOf(projection, 'account-a1', 2);
  await onOneConnection(dataSource, async (session) => {
    const model = new PostgresReadModel(session, projection, { ...generation, part });
    const { events } = await store.page(undefined, 100);
    await applyBatch({ model, projection, registry }, { logId: 'log', events, after: undefined });
  });
  unbearable.clear();
  return { dataSource, quarantine, part };
}

/** Groups are there already, the later one in the part that is named first. */
async function leave(dataSource: DataSource, [first, second]: [number, number], error: string | null): Promise<void> {
  await dataSource.query(
    `INSERT INTO read_model.across_group (projection, generation, part, name, error)
     VALUES ('toy', 1, $1, 'g2', $3), ('toy', 1, $2, 'g1', $3)`,
    [first, second, error],
  );
}

/** Takes one group after the other, as the stage does, and starts `beside` in between. */
async function takingBoth<Result>(dataSource: DataSource, beside: () => Promise<Result>): Promise<Result> {
  const stage = dataSource.createQueryRunner();
  await stage.connect();
  const take = (name: string) => stage.query(`SELECT FROM read_model.across_group WHERE name = $1 FOR UPDATE`, [name]);
  try {
    await stage.query('BEGIN');
    await take('g1');
    const done = beside();
    done.catch(() => undefined);
    const waiting = `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE NOT granted AND datname = current_database()`;
    for (const end = Date.now() + 20_000; (await dataSource.query<object[]>(waiting)).length === 0; await pause(10)) {
      if (Date.now() > end) throw new Error('Nobody waits for the stage');
    }
    await take('g2');
    await stage.query('DELETE FROM read_model.across_group');
    await stage.query('COMMIT');
    return await done;
  } finally {
    await stage.release();
  }
}

describe('whoever asks for a retry beside a stage at work', () => {
  it('waits for it with nothing in hand that it needs: events that are halved', async () => {
    const { dataSource, quarantine, part } = await standingStill();
    await leave(dataSource, [part, part], null);
    unbearable.add('g667');
    const [result] = await takingBoth(dataSource, () => quarantine.retry('toy'));
    expect(result).toMatchObject({ partition: 'account-a1', applied: 3, waiting: 1 });
  });

  it('waits for it with nothing in hand that it needs: groups put aside', async () => {
    const { dataSource, quarantine } = await standingStill();
    await quarantine.retry('toy');
    await dataSource.query('DELETE FROM read_model.across_group');
    await leave(dataSource, [0, 1], 'too much');
    expect(await takingBoth(dataSource, () => quarantine.retry('toy'))).toEqual([]);
  });
});
