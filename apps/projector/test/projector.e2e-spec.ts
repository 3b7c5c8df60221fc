import { CommandBus } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { ensureLogIdentity } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import { ProjectionHealth, ProjectionHost } from '@app/read-store';
import { type TestDatabase, testDatabase } from '@app/testing';
import { RegisterUnit } from '@app/unit';
import type { DataSource } from 'typeorm';
import request from 'supertest';
import { v7 } from 'uuid';
import { type OpenedLog, logs, openLog } from '../../api/test/opened-log';
import { ProjectorModule } from '../src/projector.module';

let database: TestDatabase;
let log: OpenedLog;
let sources: DataSource[];
let apps: NestExpressApplication[];

/** One replica, with connections of its own. */
async function projector(): Promise<NestExpressApplication> {
  const dataSource = await appDataSource(database.appUrl).initialize();
  sources.push(dataSource);
  const { store, server } = log;
  const readStore = { countablePositions: server === undefined, beatMs: 100 };
  const module = await Test.createTestingModule({
    imports: [ProjectorModule.register({ store, dataSource, readStore })],
  }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: false });
  apps.push(app);
  await app.init();
  await app.get(ProjectionHost).start();
  return app;
}

async function registerUnit(app: NestExpressApplication, unitId: string): Promise<void> {
  const id = v7();
  const context = {
    commandId: id,
    correlationId: id,
    causationId: id,
    actor: 'tk',
    onBehalfOf: null,
    role: 'administrator-of-units',
  };
  const unit = { unitId, name: 'Sở', type: 'department', officialCode: null, registeredOn: '2024-01-01' } as const;
  await app.get(CommandBus).execute(new RegisterUnit(unit, context));
}

const runnersOf = async (app: NestExpressApplication) => {
  const { projections } = await app.get(ProjectionHealth).check();
  return projections.map(({ lagEvents, problems }) => ({ lagEvents, problems }));
};

describe.each(logs)('the log in %s', (where) => {
  beforeAll(async () => {
    [sources, apps] = [[], []];
    database = await testDatabase();
    log = await openLog(where, database);
    await ensureLogIdentity(log.store, new SystemClock());
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.close()));
    await log.close();
    await Promise.all(sources.map((source) => source.destroy()));
    await database.drop();
  });

  it('keeps every read model up, a second replica waiting, until it is needed', async () => {
    const first = await projector();
    const second = await projector();
    await registerUnit(first, 'so_a');
    await first.get(ProjectionHost).catchUp();
    expect((await request(first.getHttpServer()).get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await request(second.getHttpServer()).get('/health/ready')).body).toEqual({ ready: true, problems: [] });

    await first.close();
    await registerUnit(second, 'so_b');
    await second.get(ProjectionHost).catchUp();
    const all = await runnersOf(second);
    expect(all.length).toBeGreaterThanOrEqual(3);
    expect(new Set(all.map(({ lagEvents }) => lagEvents))).toEqual(new Set([0]));
  });

  it('serves nothing but its health', async () => {
    const app = await projector();
    expect((await request(app.getHttpServer()).post('/units').send({})).status).toBe(404);
    expect((await request(app.getHttpServer()).get('/rankings')).status).toBe(404);
  });

  it('is alive but not ready when its database is gone, and says so', async () => {
    const app = await projector();
    await sources.at(-1)?.destroy();
    const answer = await request(app.getHttpServer()).get('/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({
      ready: false,
      problems: expect.arrayContaining([{ check: 'database', problem: 'Cơ sở dữ liệu không trả lời.' }]) as unknown,
    });
    expect((await request(app.getHttpServer()).get('/health/live')).status).toBe(200);
    sources.pop();
  });
});
