import type { IncomingMessage, ServerResponse } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express } from 'express';
import request from 'supertest';
import { ExpressServer } from './express-server';

/** Whether a request and its response are, once Express has them, what they were born as. */
async function isLeftAlone(adapter: ExpressAdapter): Promise<boolean[]> {
  adapter.initHttpServer({});
  const server = adapter.getHttpServer();
  const prototypes: unknown[] = [];
  const note = (...pair: [IncomingMessage, ServerResponse]): void => {
    for (const one of pair) prototypes.push(Object.getPrototypeOf(one));
  };
  server.prependListener('request', note);
  adapter.getInstance<Express>().get('/', (question, answer) => {
    note(question, answer);
    answer.json({ path: question.path });
  });
  await request(server).get('/').expect(200, { path: '/' });
  const [requestBefore, responseBefore, requestAfter, responseAfter] = prototypes;
  return [requestBefore === requestAfter, responseBefore === responseAfter];
}

it('gives requests and responses their prototypes before Express does', async () => {
  expect(await isLeftAlone(new ExpressServer())).toEqual([true, true]);
});

it('is needed: Express gives each of them another one', async () => {
  expect(await isLeftAlone(new ExpressAdapter())).toEqual([false, false]);
});

it('refuses options that it would not heed', () => {
  expect(() => new ExpressServer().initHttpServer({ httpsOptions: {} })).toThrow('plain HTTP');
});
