import { appDataSource } from '@app/postgres';
import { type TestDatabase, testDatabase } from '@app/testing';
import type { DataSource } from 'typeorm';
import { type AskOne, askTogether } from './ask-together';
import type { Question } from './ask';
import { cutOver } from './cut-over';
import { createBookkeeping, ensureGeneration } from './generations';
import { onOneConnection } from './one-connection';
import type { AnyProjection } from './projection';

const toy: AnyProjection = {
  name: 'toy',
  version: 1,
  categories: ['toy'],
  tables: { score: { columns: { unit: 'text', year: 'integer', points: 'integer' }, key: ['unit', 'year'] } },
  partition: ({ stream }) => stream,
  on: {},
};
const question: Question = {
  projection: 'toy',
  version: 1,
  text: 'SELECT unit, points FROM read_model.toy_score WHERE unit = $1 AND year = $2',
};
interface Score {
  readonly unit: string;
  readonly points: number;
}

let database: TestDatabase;
let dataSource: DataSource;
let score: AskOne<Score>;

beforeEach(async () => {
  database = await testDatabase();
  dataSource = await appDataSource(database.appUrl, { max: 1 }).initialize();
  await onOneConnection(dataSource, async (session) => {
    await createBookkeeping(session);
    await ensureGeneration(session, toy);
    await session.query(`INSERT INTO read_model.toy_score SELECT 'u' || n, 2025, n FROM generate_series(1, 90) n`);
  });
  score = askTogether(dataSource, question, ['text', 'integer']);
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('answers each with the row it asked for, also those who ask for the same, and those for whom there is none', async () => {
  const units = ['u7', 'u1', 'nobody', 'u7', ...Array.from({ length: 80 }, (_, at) => `u${at + 1}`)];
  const answers = await Promise.all(units.map((unit) => score(unit, 2025)));
  expect(answers.slice(0, 4)).toEqual([{ unit: 'u7', points: 7 }, { unit: 'u1', points: 1 }, undefined, answers[0]]);
  expect(answers.slice(4)).toEqual(units.slice(4).map((unit, at) => ({ unit, points: at + 1 })));
  expect(await score('u7', 2024)).toBeUndefined();
});

it('makes one plan, however many ask at the same time', async () => {
  for (let times = 1; times <= 20; times += 1) {
    await Promise.all(Array.from({ length: times }, (_, at) => score(`u${at + 1}`, 2025)));
  }
  const plans = await dataSource.query<{ text: string; generic: number; custom: number }[]>(
    `SELECT statement AS text, generic_plans::int AS generic, custom_plans::int AS custom FROM pg_prepared_statements
      WHERE statement LIKE '%toy_score%'`,
  );
  // PostgreSQL tries five times before it keeps a plan.
  expect(plans).toEqual([{ text: expect.any(String) as string, generic: 15, custom: 5 }]);
});

it('comes to other tables when those of another generation are shown', async () => {
  expect((await score('u7', 2025))?.points).toBe(7);
  await onOneConnection(dataSource, async (session) => {
    const next = { ...toy, version: 2 };
    const { generation } = await ensureGeneration(session, next);
    await session.query(`INSERT INTO read_model.toy_score__g${generation} VALUES ('u7', 2025, 70), ('u8', 2025, 80)`);
    await cutOver(session, next, generation);
  });
  const answers = await Promise.all(['u7', 'u8', 'u9'].map((unit) => score(unit, 2025)));
  expect(answers.map((answer) => answer?.points)).toEqual([70, 80, undefined]);
});

it('rejects as the statement does', async () => {
  const wrong = askTogether(
    dataSource,
    { ...question, text: 'SELECT 1 / (year - $1) AS points FROM read_model.toy_score' },
    ['integer'],
  );
  await expect(wrong(2025)).rejects.toThrow('division by zero');
});
