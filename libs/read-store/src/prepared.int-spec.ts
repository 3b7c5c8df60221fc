import { appDataSource } from '@app/postgres';
import { type TestDatabase, testDatabase } from '@app/testing';
import type { DataSource } from 'typeorm';
import { cutOver } from './cut-over';
import { createBookkeeping, ensureGeneration } from './generations';
import { onOneConnection } from './one-connection';
import { ask, prepared } from './prepared';
import type { AnyProjection, ColumnType } from './projection';

const question = prepared('SELECT points, pg_backend_pid() AS connection FROM read_model.toy_score WHERE unit = $1');
type Answer = { readonly points: unknown; readonly connection: number };

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
      'SELECT name, (generic_plans + custom_plans)::int AS plans FROM pg_prepared_statements',
    );
    expect(plans).toContainEqual({ name: question.name, plans: 7 });
  });

  it('shows what was cut over to from then on, on the same connection', async () => {
    await show(toy(1, 'integer'), '70');
    const before = await asked();
    await show(toy(2, 'integer'), '80');
    expect(before).toMatchObject({ points: 70 });
    expect(await asked()).toEqual({ points: 80, connection: before?.connection });
  });

  it('is answered though the cut-over changed the type of what it answers', async () => {
    await show(toy(1, 'integer'), '70');
    for (let times = 0; times < 7; times += 1) expect(await asked()).toMatchObject({ points: 70 });
    await show(toy(2, 'text'), '2/3');
    for (let times = 0; times < 7; times += 1) expect(await asked()).toMatchObject({ points: '2/3' });
  });

  it('fails as any other question does', async () => {
    await expect(ask(dataSource, prepared('SELECT nothing'))).rejects.toMatchObject({ code: '42703' });
  });
});
