import type { NestExpressApplication } from '@nestjs/platform-express';
import { asApp } from '@app/postgres';
import { ProjectionHost } from '@app/read-store';
import { newEvents, until } from '@app/testing';
import { Client } from 'pg';
import request from 'supertest';
import { logs } from '../../api/test/opened-log';
import { registerUnit, Replicas } from './replicas';
import { type Samples, samplesOf } from './samples';

const OLDEST = 'projection_oldest_unprocessed_seconds';
const LAG = 'projection_lag_events';
const BEAT = 'projection_seconds_since_beat';
const QUARANTINED = 'projection_quarantined';
const projections = [
  'accountability',
  'case_register',
  'file_register',
  'notices',
  'ranking',
  'scorecard',
  'unit_register',
];

async function scraped(app: NestExpressApplication): Promise<Samples> {
  const { status, headers, text } = await request(app.getHttpServer()).get('/metrics');
  expect(status).toBe(200);
  expect(headers['content-type']).toMatch(/^text\/plain;(?=.* version=0\.0\.4)(?=.* charset=utf-8)/);
  return samplesOf(text);
}

const of = (samples: Samples, metric: string) => Object.fromEntries(samples.get(metric) ?? []);
const labelled = (name: string) => `projection="${name}"`;
const every = <T>(value: T) => Object.fromEntries(projections.map((name) => [labelled(name), value]));

/** Holds what a statement locks until it is told to let go. */
async function held({ database }: Replicas, sql: string): Promise<() => Promise<void>> {
  const client = new Client(asApp(database.appUrl));
  await client.connect();
  await client.query(`BEGIN; ${sql}`);
  return () => client.end();
}

describe.each(logs)('the log in %s', (where) => {
  let replicas: Replicas;
  beforeAll(async () => {
    replicas = await Replicas.over(where);
  });
  afterAll(() => replicas.end());

  it('shows how far behind a projection is that is held still, and 0 when it has gone on', async () => {
    const [app, other] = [await replicas.begin(), await replicas.begin()];
    await registerUnit(app, 'so_a');
    await app.get(ProjectionHost).catchUp();
    const before = await scraped(app);
    expect([OLDEST, LAG, QUARANTINED].map((metric) => of(before, metric))).toEqual([every(0), every(0), every(0)]);
    expect(of(before, BEAT)).toEqual(every(expect.any(Number)));
    expect(of(before, 'process_cpu_seconds_total')).toEqual({ '': expect.any(Number) as number });

    const ranking = labelled('ranking');
    const letGo = await held(replicas, `SELECT FROM read_model.checkpoint WHERE projection = 'ranking' FOR UPDATE`);
    try {
      await registerUnit(app, 'so_b');
      await until(async () => (of(await scraped(app), OLDEST)[labelled('scorecard')] ?? 1) === 0);
      const early = of(await scraped(app), OLDEST)[ranking] ?? 0;
      expect(early).toBeGreaterThan(0);
      await until(async () => (of(await scraped(app), OLDEST)[ranking] ?? 0) > early + 1);
      const late = await scraped(other);
      expect(of(late, OLDEST)[ranking]).toBeGreaterThan(early + 1);
      expect(of(late, LAG)[ranking]).toBe(where === 'postgres' ? 1 : undefined);
    } finally {
      await letGo();
    }
    await until(async () => of(await scraped(app), OLDEST)[ranking] === 0);
    expect(of(await scraped(other), LAG)).toEqual(every(0));
  });
});

it('shows each part of a divided projection, and what is computed behind all parts', async () => {
  const replicas = await Replicas.over('postgres');
  try {
    const app = await replicas.begin({ parts: 2 });
    await app.get(ProjectionHost).catchUp();
    const samples = await scraped(app);
    for (const metric of [OLDEST, LAG]) {
      expect(of(samples, metric)).toMatchObject({
        'projection="ranking",part="0"': 0,
        'projection="ranking",part="1"': 0,
        'projection="ranking",part="stage"': 0,
      });
      expect(of(samples, metric)).not.toHaveProperty([labelled('ranking')]);
    }
    expect(of(samples, QUARANTINED)).toEqual(every(0));
  } finally {
    await replicas.end();
  }
});

it('counts what stands still, and says nothing of whom it concerns', async () => {
  const replicas = await Replicas.over('postgres');
  try {
    const app = await replicas.begin();
    await registerUnit(app, 'so_a');
    const [event] = newEvents(1);
    if (!event) throw new Error('There is always one');
    const ofTomorrow = { ...event, type: 'UnitRenamed', metadata: { ...event.metadata, schemaVersion: 99 } };
    await replicas.store.append('unit-so_a', 0n, [ofTomorrow]);
    await app.get(ProjectionHost).catchUp();
    const untouched = ['accountability', 'case_register', 'notices'].map((name) => [labelled(name), 0]);
    expect(of(await scraped(app), QUARANTINED)).toEqual({ ...every(1), ...Object.fromEntries(untouched) });
    expect((await request(app.getHttpServer()).get('/metrics')).text).not.toMatch(/so_a|Sở/);
  } finally {
    await replicas.end();
  }
});

it('answers 503 within five seconds, and no numbers, while the database does not answer', async () => {
  const replicas = await Replicas.over('postgres');
  try {
    const app = await replicas.begin();
    await app.get(ProjectionHost).catchUp();
    const letGo = await held(replicas, 'LOCK TABLE read_model.generation IN ACCESS EXCLUSIVE MODE');
    try {
      const asked = performance.now();
      const answer = await request(app.getHttpServer()).get('/metrics');
      expect(performance.now() - asked).toBeLessThan(5_000);
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBe('2');
      expect(answer.text).toBe('# Không đo được độ trễ của số liệu; /health/ready nói kho nào không trả lời.\n');
    } finally {
      await letGo();
    }
    await until(async () => (await request(app.getHttpServer()).get('/metrics')).status === 200);
  } finally {
    await replicas.end();
  }
});
