import { pause } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset } from '@app/testing';
import type { Response } from 'supertest';
import { v7 } from 'uuid';
import { sized } from '../../../test/stress/kit/full';
import type { Issuer } from '../src/oidc/issuers-file';
import { SignIn } from '../src/oidc/sign-in';
import { ViewingRecorder } from '../src/viewing/viewing-recorder';
import { type ApiDocument, canSucceed, signOut, type Target, targetsOf } from './targets';
import { readyBlocks, readyPeople, readyUnits, type Ready, ReadyWorld } from './ready-requests';
import { type Example, type Examples, record, recordedExamples, settled } from './recorded-examples';
import { accountIdOf, RunningApi } from './running-api';
import { openYear } from './unit-year-course';

const MANY = 1_000;
/** How often each command is sent at once. */
const REPEATS = sized(20, MANY);
/** Sent many times in every run: one that brings two streams into being, and one that works on several; command-ids.e2e-spec sends one on a single stream as often. */
const manyTimes = ['post /units', 'post /results/{year}/{blockId}/opening'];
/** About the programs as they run, or who looked how often while they did, never twice the same: shown as it was answered once. */
const ofTheMoment = ['get /projections', 'get /viewings/{year}/{unitId}', 'get /list-viewings/{day}'];
/** Where the log ended when it was asked: who looks is recorded meanwhile. */
const endsOfLog = ['asOf', 'logPosition'];

/** What of the examples is the same in every run. */
function lasting(examples: Examples): unknown {
  const names = Object.keys(examples).filter((name) => !ofTheMoment.includes(name));
  const text = JSON.stringify(
    names.map((name) => [name, examples[name]]),
    (key, value: unknown) => (endsOfLog.includes(key) ? undefined : value),
  );
  return JSON.parse(text);
}

async function documentOf(api: RunningApi): Promise<ApiDocument> {
  return (await api.http().get('/openapi.json')).body as ApiDocument;
}

/** How many parts each append under the correlation id has, and which of them the log holds, by stream: `unit-a 1/2 2/2`. */
async function appendsOf(api: RunningApi, correlationId: string, after: bigint | undefined): Promise<string[]> {
  const parts = new Map<string, string[]>();
  const { events } = await api.store.page(after, 10_000);
  for (const { stream, metadata } of events) {
    if (metadata.correlationId !== correlationId) continue;
    parts.set(stream, [...(parts.get(stream) ?? []), `${metadata.part}/${metadata.parts}`]);
  }
  return [...parts].map(([stream, all]) => `${stream} ${all.join(' ')}`);
}

/** The same of one append to one stream. */
function isOne(append: string): boolean {
  const [stream = '', ...parts] = append.split(' ');
  const whole = parts.map((_part, place) => `${place + 1}/${parts.length}`);
  return append === [stream, ...whole].join(' ');
}

const codeIn = (body: unknown) => (body as { code?: string }).code;
const saidIn = ({ status, text, headers }: Response) =>
  [status, text, headers['etag'] as unknown, headers['consistency-token'] as unknown].join(' ');

/** As a client does that is told to come back, or turned away before it was listened to. */
async function onceThereIsTime(send: () => PromiseLike<Response>): Promise<Response> {
  for (;;) {
    const answer = await Promise.resolve(send()).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') throw error;
    });
    if (answer && answer.status !== 503) return answer;
    await pause(100);
  }
}

/** Health is told outside the targets: it speaks of outages. */
async function healthOf(api: RunningApi, check: 'live' | 'ready'): Promise<Example> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) {
    const response = await api.http().get(`/health/${check}`);
    if (response.status === 200) return { answer: response.body as unknown };
  }
  throw new Error(`/health/${check} does not come to 200`);
}

/** Nobody answers at its address: the session is begun without it. */
const issuer: Issuer = {
  ...{ name: 'mau', issuer: 'http://127.0.0.1:9', clientId: 'mau', clientSecret: 'mau', accountClaim: 'sub' },
  ...{ accountPrefix: '', audience: null, stepUpMinutes: 10, stepUpAcr: null },
};

/** The cookie of a session that the provider might have begun. */
async function cookieOf(api: RunningApi, accountId: string): Promise<string> {
  const given: string[] = [];
  const response = { append: (_name: string, value: string) => given.push(value) };
  const identity = { accountId, idToken: '', subject: accountId, providerSession: null };
  const proof = { issuer: issuer.name, authTime: null, acr: null };
  await api.app.get(SignIn).sessions.begin(response as never, { ...identity, proof }, api.clock.now());
  return given[0]?.split(';')[0] ?? '';
}

/** What only an API answers so that knows an identity provider. */
const withProvider = new Map<string, Example>();

it(`signing out ends the session once, though it is asked for ${REPEATS} times at once; then there is none to end`, async () => {
  const signIn = { issuers: [issuer], publicUrl: 'http://127.0.0.1:9', sessionKey: new Uint8Array(32) };
  const api = await RunningApi.start({ signIn });
  await api.listen();
  const [key, before, Cookie] = [v7(), await api.store.head(), await cookieOf(api, accountIdOf('auditor'))];
  const headers = { 'Idempotency-Key': key, 'X-Correlation-Id': key, Cookie };
  const answers = await Promise.all(
    Array.from({ length: REPEATS }, () => onceThereIsTime(() => api.raw(undefined, '/me/sign-out', headers, '{}'))),
  );
  const appends = await appendsOf(api, key, before);
  const { issuers } = await api.answeredAtOnce<{ issuers: string[] }>(undefined, '/auth/issuers');
  await api.stop();
  const done = answers.filter(({ status }) => status === 201);
  expect([done.length > 0, new Set(done.map(saidIn)).size, appends.map(isOne)]).toEqual([true, 1, [true]]);
  const others = answers.filter(({ status }) => status !== 201).map(({ status, body }) => [status, codeIn(body)]);
  expect(new Set(others.map(String))).toEqual(new Set(others.length > 0 ? ['401,http.unauthenticated'] : []));
  withProvider.set(signOut, { answer: done[0]?.body as unknown });
  withProvider.set('get /auth/issuers', { answer: { issuers } });
});

describe('every operation', () => {
  let api: RunningApi;
  let world: ReadyWorld;
  let targets: Target[];
  const examples = new Map<string, Example>();
  beforeAll(async () => {
    const rulesets = new RulesetCatalog([writeRuleset]);
    api = await RunningApi.start({ units: readyUnits, others: readyPeople, rulesets });
    await api.listen(); // Else each request would open a server of its own.
    targets = targetsOf(await documentOf(api)).filter(canSucceed);
    world = new ReadyWorld(api);
    await world.found();
    await openYear(api, readyBlocks);
    await world.prepare();
  }, 300_000);
  afterAll(() => api.stop());

  const commands = () => targets.filter(({ method }) => method === 'post');
  const questions = () => targets.filter(({ method }) => method === 'get');

  function repeated({ person, path, body }: Ready, times: number, key: string): Promise<Response[]> {
    const headers = { 'Idempotency-Key': key, 'X-Correlation-Id': key, ...api.seenAt(path) };
    const send = () => api.raw(person, path, headers, JSON.stringify(body));
    return Promise.all(Array.from({ length: times }, () => onceThereIsTime(send)));
  }

  /** What is wrong with the answers to a command that is sent many times at once under one key. */
  async function faultsOf(target: Target): Promise<string[]> {
    const ready = world.at(target);
    api.clock.set(ready.at);
    const [key, before] = [v7(), await api.store.head()];
    const answers = await repeated(ready, manyTimes.includes(target.name) ? MANY : REPEATS, key);
    const said = [...new Set(answers.map(saidIn))];
    const appends = await appendsOf(api, key, before);
    if (target.operation.requestBody)
      examples.set(target.name, { body: ready.body, answer: answers[0]?.body as unknown });
    else examples.set(target.name, { answer: answers[0]?.body as unknown });
    const same = said.length === 1 && said[0]?.startsWith('201 ') ? [] : [`${target.name}: ${said.join(' | ')}`];
    const one = appends.length > 0 && appends.every(isOne) ? [] : [`${target.name} appends ${appends.join(', ')}`];
    return [...same, ...one];
  }

  it(
    `that acts has one effect and the same answer, though it is sent ${REPEATS} times at once, some of them ${MANY} times`,
    async () => {
      expect(commands().length).toBeGreaterThan(40);
      expect(commands().map(({ name }) => name)).toEqual(expect.arrayContaining(manyTimes));
      const faults: string[] = [];
      for (const target of commands()) faults.push(...(await faultsOf(target)));
      expect(faults).toEqual([]);
    },
    sized(600_000, 3_600_000),
  );

  it('that asks is answered to whoever may ask', async () => {
    for (const check of ['live', 'ready'] as const) examples.set(`get /health/${check}`, await healthOf(api, check));
    const position = String(await api.store.head());
    // What was looked at is asked for when something has been looked at.
    const last = questions().filter(({ name }) => /viewings/.test(name));
    for (const target of [...questions().filter((one) => !last.includes(one)), ...last]) {
      const { person, path, at } = world.at(target);
      api.clock.set(at);
      if (last.includes(target)) await api.app.get(ViewingRecorder, { strict: false }).flush();
      const waits = target.operation.parameters?.some(({ name }) => name === 'after');
      const answer = await (waits ? api.answered(person, path, position) : api.answeredAtOnce(person, path));
      examples.set(target.name, { answer });
    }
  }, 120_000);

  it('is shown in the document by what was sent to it and what it answered', () => {
    const now = settled(new Map([...examples, ...withProvider]));
    if (process.env['PAR_EXAMPLES'] === 'record') record(now);
    expect(lasting(recordedExamples())).toEqual(lasting(now));
  });
});
