import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Client } from 'pg';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'supertest';
import { v7 } from 'uuid';
import { Admission } from '../src/http/admission';
import { sized } from '../../../test/stress/kit/full';
import { problemIn, RunningApi } from './running-api';

const by = 'administrator-of-units';
const unit = (unitId: string) => ({ unitId, name: 'Sở', type: 'department', registeredOn: '2024-01-01' });
const complaint = {
  ...{ caseId: 'kn_1', kind: 'complaint', externalNumber: '1/KN', receivedOn: '2024-01-01', dueOn: '2024-01-15' },
  ...{ channel: '1022', component: null },
};

let api: RunningApi;
let writer: Client;
beforeAll(async () => {
  api = await RunningApi.start({ limits: { all: 3, perAccount: 2 } });
  await api.accepted(by, '/units', unit('first'));
  writer = new Client({ connectionString: api.beneath.database.ownerUrl });
  await writer.connect();
});
afterAll(async () => {
  await writer.end();
  await api.stop();
});

/** While `work` runs nothing can be appended, as when the log's disk stalls; reading goes on. */
async function withStalledLog(work: () => Promise<void>): Promise<void> {
  await writer.query('BEGIN');
  await writer.query('LOCK TABLE log.events IN EXCLUSIVE MODE');
  await work().finally(() => writer.query('ROLLBACK'));
}

/** Sends a command without waiting for its answer. */
function sent(unitId: string, key = v7()): Promise<Response> {
  return api.command(by, '/units', unit(unitId), key).then((response) => response);
}

async function untilInFlight(count: number): Promise<void> {
  const admission = api.app.get(Admission);
  while (admission.inFlight !== count) await new Promise((resolve) => setTimeout(resolve, 5));
}

function expectTurnedAway(response: Response, status: number, code: string): void {
  expect(problemIn(response)).toMatchObject({ status, code, type: `/problems/${code}` });
  expect(response.headers['retry-after']).toBe('1');
}

it('turns away who asks for more than fits, stays quick for all others, and goes on at once', async () => {
  const pending: Promise<Response>[] = [];
  await withStalledLog(async () => {
    pending.push(sent('second'), sent('third'));
    await untilInFlight(2);
    expect((await api.question(undefined, '/rankings')).status).toBe(200);
    expectTurnedAway(await api.command(by, '/units', unit('fourth')), 429, 'http.too-many-at-once');

    pending.push(api.command('case-handler', '/cases/2024/first', complaint).then((response) => response));
    await untilInFlight(3);
    expectTurnedAway(await api.question(undefined, '/rankings'), 503, 'http.overloaded');
    expectTurnedAway(await api.command('survey-organiser', '/surveys/2024/first/batches', {}), 503, 'http.overloaded');
    for (const check of ['live', 'ready']) {
      const asked = performance.now();
      expect((await api.http().get(`/health/${check}`)).status).toBe(200);
      expect(performance.now() - asked).toBeLessThan(sized(10_000, 1_000));
    }
  });
  const statuses = (await Promise.all(pending)).map(({ status }) => status);
  expect(statuses).toEqual([201, 201, 201]);
  await untilInFlight(0);
  expect((await sent('fourth')).status).toBe(201);
});

it('lets nobody hang on a log that fell silent: says so in time, keeps the place, and a repeat finds the result', async () => {
  const key = v7();
  await withStalledLog(async () => {
    const asked = performance.now();
    expectTurnedAway(await sent('fifth', key), 503, 'http.not-in-time');
    expect(performance.now() - asked).toBeLessThan(sized(20_000, 5_000));
    expect(api.app.get(Admission).inFlight).toBe(1);
  });
  await untilInFlight(0);
  const [first, again] = [await sent('fifth', key), await sent('fifth', key)];
  expect(first.status).toBe(201);
  expect(again.body).toEqual(first.body);
});

it('keeps no place for callers who are gone before their packed body is read', async () => {
  const target = api.app.getHttpServer();
  if (!target.listening) await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  const { port } = target.address() as AddressInfo;
  const body = gzipSync(JSON.stringify({ text: 'x'.repeat(100_000) }));
  const head = `POST /units HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`;
  for (let caller = 0; caller < 20; caller += 1) {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(Buffer.concat([Buffer.from(head), body]), () => socket.resetAndDestroy());
    await once(socket, 'close');
  }
  await new Promise((resolve) => setTimeout(resolve, 200)); // Until all of them were looked at.
  await untilInFlight(0);
});

it('documents at every address but the one that is always answered what is said under overload', async () => {
  const { paths } = (await api.http().get('/openapi.json')).body as OpenAPIObject;
  const answers = Object.entries(paths).flatMap(([path, item]) =>
    [item.get, item.post].flatMap((operation) => (operation ? [{ path, operation }] : [])),
  );
  for (const { path, operation } of answers) {
    const documented = ['429', '503'].filter((status) => status in operation.responses);
    const expected = path === '/health/live' ? [] : path === '/health/ready' ? ['503'] : ['429', '503'];
    expect({ path, documented }).toEqual({ path, documented: expected });
  }
});
