import { appDataSource } from '@app/postgres';
import { type TestDatabase, testDatabase } from '@app/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { cutOver } from './cut-over';
import { createBookkeeping, ensureGeneration } from './generations';
import { onOneConnection } from './one-connection';
import { ask, type Question } from './ask';
import { ReadModelOfAnotherVersion } from './errors';
import type { AnyProjection, ColumnType } from './projection';

const question: Question = {
  projection: 'toy',
  version: 1,
  text: 'SELECT points FROM read_model.toy_score WHERE unit = $1',
};
type Answer = { readonly points: unknown };

let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await testDatabase();
  dataSource = await appDataSource(database.appUrl, { max: 1 }).initialize();
  await onOneConnection(dataSource, createBookkeeping);
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

function toy(version: number, points: ColumnType): AnyProjection {
  const score = { columns: { unit: 'text', points }, key: ['unit'] } as const;
  return { name: 'toy', version, categories: ['toy'], tables: { score }, partition: ({ stream }) => stream, on: {} };
}

/** A generation of its own with one row, seen by readers from now on. */
async function show(projection: AnyProjection, points: string): Promise<void> {
  await onOneConnection(dataSource, async (session) => {
    const { generation } = await ensureGeneration(session, projection);
    await session.query(`INSERT INTO read_model.toy_score__g${generation} VALUES ('u1', $1)`, [points]);
    await cutOver(session, projection, generation);
  });
}

async function asked(): Promise<Answer | undefined> {
  const [answer] = await ask<Answer>(dataSource, question, ['u1']);
  return answer;
}

describe('a question that was prepared', () => {
  it('is planned once per connection, under one name', async () => {
    await show(toy(1, 'integer'), '70');
    for (let times = 0; times < 7; times += 1) await asked();
    const plans = await dataSource.query<{ name: string; plans: number }[]>(
      `SELECT name, (generic_plans + custom_plans)::int AS plans FROM pg_prepared_statements WHERE name LIKE 'ask_%'`,
    );
    expect(plans).toEqual([{ name: expect.any(String) as string, plans: 7 }]);
  });

  it('shows what was cut over to from then on', async () => {
    await show(toy(1, 'integer'), '70');
    const before = await asked();
    await show(toy(2, 'integer'), '80');
    expect(before).toMatchObject({ points: 70 });
    expect(await asked()).toEqual({ points: 80 });
  });

  it('is answered though the cut-over changed the type of what it answers', async () => {
    await show(toy(1, 'integer'), '70');
    for (let times = 0; times < 7; times += 1) expect(await asked()).toMatchObject({ points: 70 });
    await show(toy(2, 'text'), '2/3');
    for (let times = 0; times < 7; times += 1) expect(await asked()).toMatchObject({ points: '2/3' });
  });

  it('is answered by the generation before as soon as it is live again, and after one that is gone', async () => {
    await show(toy(1, 'integer'), '70');
    await show(toy(2, 'integer'), '80');
    expect(await asked()).toMatchObject({ points: 80 });
    await dataSource.query(`UPDATE read_model.generation SET state = 'retired' WHERE generation = 2`);
    await dataSource.query(`UPDATE read_model.generation SET state = 'live' WHERE generation = 1`);
    await dataSource.query('DROP TABLE read_model.toy_score__g2 CASCADE');
    expect(await asked()).toMatchObject({ points: 70 });
  });

  it('waits for nobody who changes the views', async () => {
    await show(toy(1, 'integer'), '70');
    const changing = new Client({ connectionString: database.appUrl });
    await changing.connect();
    try {
      await changing.query(
        'BEGIN; CREATE OR REPLACE VIEW read_model.toy_score AS SELECT * FROM read_model.toy_score__g1',
      );
      expect(await asked()).toMatchObject({ points: 70 });
    } finally {
      await changing.end();
    }
  });

  it('is in nobody’s way who starts another process', async () => {
    await show(toy(1, 'integer'), '70');
    const reader = new Client({ connectionString: database.appUrl });
    await reader.connect();
    try {
      await reader.query('BEGIN; SELECT FROM read_model.current_checkpoint; SELECT FROM read_model.checkpoint');
      await onOneConnection(dataSource, createBookkeeping);
    } finally {
      await reader.end();
    }
  });

  it.each([
    ['SELECT nothing FROM read_model.toy_score', '42703'],
    ['SELECT FROM read_model.toy_nothing', '42P01'],
  ])('tells a read model of another version from a slip of the pen: %s', async (text, code) => {
    await show(toy(1, 'integer'), '70');
    const asked = (version: number) => ask(dataSource, { projection: 'toy', version, text });
    await expect(asked(2)).rejects.toThrow(ReadModelOfAnotherVersion);
    await expect(asked(1)).rejects.toMatchObject({ code });
  });

  it('fails as any other question does', async () => {
    await show(toy(1, 'integer'), '70');
    await expect(ask(dataSource, { ...question, text: 'SELECT 1/0' })).rejects.toMatchObject({ code: '22012' });
  });
});
