import { Clock } from '@app/kernel';
import { appDataSource, StartUpRefused } from '@app/postgres';
import { testDatabase, type TestDatabase } from '@app/testing';
import type { DataSource } from 'typeorm';
import { refuseWrongClock } from './refuse-wrong-clock';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await testDatabase();
  dataSource = await appDataSource(database.appUrl).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** The machine's clock, so many ms ahead of what it is. */
class Shifted extends Clock {
  constructor(private readonly byMs: number) {
    super();
  }

  now(): string {
    return new Date(Date.now() + this.byMs).toISOString();
  }
}

it.each([0, 3_000, -3_000])('starts %i ms beside the database', async (byMs) => {
  await expect(refuseWrongClock(dataSource, new Shifted(byMs))).resolves.toBeUndefined();
});

it.each([
  [8_000, 'nhanh hơn 8 giây'],
  [-8_000, 'chậm hơn 8 giây'],
  [48 * 3_600_000, 'nhanh hơn 172800 giây'],
  [-48 * 3_600_000, 'chậm hơn 172800 giây'],
])('refuses in one sentence to start %i ms beside it', async (byMs, how) => {
  const refusal: unknown = await refuseWrongClock(dataSource, new Shifted(byMs)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartUpRefused);
  expect((refusal as Error).message).toMatch(new RegExp(`^Đồng hồ máy này ${how} [^\\n]*\\.$`));
});

it('blames no clock for a database that is slow to answer', async () => {
  // Two looks at our own clock, nine seconds apart, around one at the database's.
  const looks = [-9_000, 0];
  const late = { now: () => new Date(Date.now() + (looks.shift() ?? 0)).toISOString() };
  await expect(refuseWrongClock(dataSource, late)).resolves.toBeUndefined();
});
