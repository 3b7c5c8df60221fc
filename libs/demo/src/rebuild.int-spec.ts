import { ensureLogIdentity, PostgresEventStore } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { LedgerModule } from '@app/platform';
import { appDataSource } from '@app/postgres';
import { GetRanking } from '@app/ranking';
import { ProjectionCatalogue, ProjectionHost, RebuildDesk } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { testDatabase, type TestDatabase } from '@app/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { loadDemo } from '.';

jest.setTimeout(360_000);

let database: TestDatabase;
let store: PostgresEventStore;
let dataSource: DataSource;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await testDatabase();
  store = PostgresEventStore.open({ url: database.appUrl });
  dataSource = await appDataSource(database.appUrl, { max: 20 }).initialize();
  const clock = new ManualClock('2022-01-01T00:00:00.000Z');
  await ensureLogIdentity(store, clock);
  app = await NestFactory.createApplicationContext(LedgerModule.register({ store, dataSource, clock }), {
    logger: false,
  });
  await app.get(ProjectionHost).start();
  await loadDemo({ commandBus: app.get(CommandBus), rulesets: app.get(RulesetCatalog), clock });
  await app.get(ProjectionHost).catchUp();
});
afterAll(async () => {
  await app.close();
  await store.close();
  await dataSource.destroy();
  await database.drop();
});

it('gives every read model of the demo the rows it has, and readers notice nothing while they are changed over', async () => {
  const desk = app.get(RebuildDesk);
  const projections = app.get(ProjectionCatalogue).all();
  const ask = () => app.get(QueryBus).execute(new GetRanking({ year: 2024, blockId: 'quan_huyen' }));
  const before = JSON.stringify((await ask()).ranked);
  let reading = true;
  const answers: string[] = [];
  const reader = async (): Promise<void> => {
    while (reading) answers.push(JSON.stringify((await ask()).ranked));
  };
  const readers = [reader(), reader(), reader()];
  for (const { name } of projections) {
    await desk.rebuild(name);
    const comparison = await desk.compare(name);
    expect(comparison).toMatchObject({ projection: name, same: true });
    expect(comparison.tables.every(({ rows }) => rows.live !== null && rows.live === rows.rebuilt)).toBe(true);
    await desk.cutOver(name);
    const begun = Date.now();
    await desk.rollBack(name);
    expect(Date.now() - begun).toBeLessThan(10_000);
  }
  reading = false;
  await Promise.all(readers);
  expect(projections.length).toBeGreaterThanOrEqual(3);
  expect(new Set(answers)).toEqual(new Set([before]));
  expect(answers.length).toBeGreaterThan(20);
});
