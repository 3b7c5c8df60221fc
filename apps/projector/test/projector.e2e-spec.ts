import type { NestExpressApplication } from '@nestjs/platform-express';
import { ProjectionHealth, ProjectionHost } from '@app/read-store';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { everyLog } from '../../api/test/opened-log';
import { registerUnit, Replicas } from './replicas';

const runnersOf = async (app: NestExpressApplication) => {
  const { projections } = await app.get(ProjectionHealth).check();
  return projections.map(({ lagEvents, problems }) => ({ lagEvents, problems }));
};

describe.each(everyLog)('the log in %s', (where) => {
  let replicas: Replicas;
  beforeAll(async () => {
    replicas = await Replicas.over(where);
  });
  afterAll(() => replicas.end());

  it('keeps every read model up, a second replica waiting, until it is needed', async () => {
    const first = await replicas.begin();
    const second = await replicas.begin();
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

  it('serves nothing but its health and its metrics', async () => {
    const app = await replicas.begin();
    expect((await request(app.getHttpServer()).post('/units').send({})).status).toBe(404);
    expect((await request(app.getHttpServer()).get('/rankings')).status).toBe(404);
  });

  it('is alive but not ready when its database is gone, and says so', async () => {
    const app = await replicas.begin();
    await app.get(DataSource).destroy();
    const answer = await request(app.getHttpServer()).get('/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({
      ready: false,
      problems: expect.arrayContaining([{ check: 'database', problem: 'Cơ sở dữ liệu không trả lời.' }]) as unknown,
    });
    expect((await request(app.getHttpServer()).get('/health/live')).status).toBe(200);
    expect((await request(app.getHttpServer()).get('/metrics')).status).toBe(503);
  });
});
