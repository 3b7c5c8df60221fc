import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset, writeRulesetRef } from '@app/testing';
import type { OpenAPIObject } from '@nestjs/swagger';
import { v7 } from 'uuid';
import { department, openFiles } from './opened-files';
import { everyLog } from './opened-log';
import { problemIn, RunningApi } from './running-api';

const administrator = 'administrator-of-units';
const officer = 'unit-officer@so_a';
const file = '/assessments/2024/so_a';
const scores = `${file}/self-scores`;
const declared = (numerator: string) => ({
  component: '1.1.2',
  declaration: { kind: 'ratio', numerator, denominator: '2' },
  evidence: [],
});

describe.each(everyLog)('acting on what was seen, the log in %s', (log) => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start({ log, units: ['so_a'], rulesets: new RulesetCatalog([writeRuleset]) });
    await openFiles(api, ['so_a']);
  });
  afterAll(() => api.stop());

  const tagOf = async () => (await api.question(officer, `${file}/revision`)).headers['etag'] as string;
  const declare = (numerator: string, tag: string, key = v7()) =>
    api.blindCommand(officer, scores, declared(numerator), key).set('If-Match', tag);

  it('goes from reading through acting to acting again, each on the tag of the answer before', async () => {
    const seen = await tagOf();
    expect(seen).toBe('"0"');
    const first = await declare('1', seen);
    expect([first.status, first.headers['etag'], first.body]).toMatchObject([201, '"1"', { revision: '1' }]);
    expect(first.headers['consistency-token']).toBe((first.body as { position: string }).position);
    expect(await tagOf()).toBe('"1"');
    expect((await declare('2', '"1"')).headers['etag']).toBe('"2"');
  });

  it('writes nothing over what somebody else has written meanwhile, and says what is there', async () => {
    const seen = await tagOf();
    const theirs = await declare('1', seen);
    const mine = await declare('2', seen);
    expect(problemIn(mine)).toMatchObject({
      ...{ status: 412, code: 'http.precondition-failed' },
      details: { revision: (theirs.body as { revision: string }).revision },
    });
    expect(mine.headers['etag']).toBe(theirs.headers['etag']);
    expect(await tagOf()).toBe(theirs.headers['etag']);
  });

  it('answers a repeat as the first time, whatever it says of what was seen', async () => {
    const [seen, key] = [await tagOf(), v7()];
    const first = await declare('1', seen, key);
    for (const tag of [seen, '"0"', first.headers['etag'] as string]) {
      const again = await declare('1', tag, key);
      expect([again.status, again.body, again.headers['etag']]).toEqual([201, first.body, first.headers['etag']]);
    }
  });

  it('asks whoever has not looked to look', async () => {
    const problem = problemIn(await api.blindCommand(officer, scores, declared('1')));
    expect([problem.status, problem.code]).toEqual([428, 'http.precondition-required']);
  });

  it('asks nothing of whoever brings something into being, and heeds what is said', async () => {
    const other = department('so_b');
    const absent = { 'If-None-Match': '*' };
    expect((await api.blindCommand(administrator, '/units', other).set(absent)).status).toBe(201);
    expect(problemIn(await api.blindCommand(administrator, '/units', other)).code).toBe('unit.already-registered');
    expect(problemIn(await api.blindCommand(administrator, '/units', other).set(absent)).status).toBe(412);
  });

  it('takes no one revision for a process over many files', async () => {
    const opening = api.blindCommand(administrator, '/results/2024/khoi/opening').set('If-Match', '"0"');
    expect(problemIn(await opening)).toMatchObject({ status: 400, errors: [{ field: 'If-Match' }] });
  });

  it('sends nothing again to whoever holds the present revision', async () => {
    const held = await tagOf();
    const again = await api.question(officer, `${file}/revision`).set('If-None-Match', held);
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await api.question(officer, `${file}/revision`).set('If-None-Match', '"0"')).status).toBe(200);
  });

  it.each(['/scorecards/2024/so_a', '/rankings/2024/khoi/present'])(
    'is done on figures that say up to where they are true, and by which read model and rules: %s',
    async (address) => {
      const { id, version, sha256 } = writeRulesetRef;
      const position = (await api.store.head())?.toString() ?? '';
      const { asOf } = await api.answered<{ asOf: string }>('auditor', address, position);
      expect(BigInt(asOf)).toBeGreaterThanOrEqual(BigInt(position));
      const { headers } = await api.question('auditor', `${address}?after=${position}`);
      expect(headers).toMatchObject({
        'x-as-of-position': expect.stringMatching(/^\d+$/) as string,
        'x-projection-version': expect.stringMatching(/^(scorecard|ranking)\/\d+$/) as string,
        'x-ruleset': `${id}/${version}/${sha256}`,
      });
    },
  );

  it('tells where each thing stands, and of what is not there that it is not', async () => {
    const answer = await api.answeredAtOnce<{ revision: string }>(administrator, '/units/so_a/revision');
    expect(answer.revision).toBe('0');
    const nothing = await api.question('auditor', '/results/2024/khoi/revision');
    expect([nothing.headers['etag'], nothing.body]).toMatchObject(['"no-stream"', { position: null }]);
  });
});

it('is asked of every command, except those that ADR 20 names', async () => {
  const api = await RunningApi.start();
  const { paths } = (await api.http().get('/openapi.json')).body as OpenAPIObject;
  await api.stop();
  const declaredAs = (wanted: string) =>
    Object.entries(paths)
      .filter(([, { post }]) => post && ((post as { 'x-if-match'?: string })['x-if-match'] ?? 'demanded') === wanted)
      .map(([path]) => path)
      .sort();
  expect(declaredAs('none')).toEqual(['/cases/{year}/{unitId}/objections', '/results/{year}/{blockId}/opening']);
  expect(declaredAs('optional')).toEqual([
    '/accounts/{accountId}/delegations',
    '/accounts/{accountId}/grants',
    '/accounts/{accountId}/revocations',
    '/accounts/{accountId}/withdrawals',
    '/blocks',
    '/blocks/{blockId}/departures',
    '/blocks/{blockId}/members',
    '/cases/{year}/{unitId}',
    '/cases/{year}/{unitId}/{caseId}/answer',
    '/cases/{year}/{unitId}/{caseId}/closure',
    '/cases/{year}/{unitId}/{caseId}/registration',
    '/me/sign-out',
    '/periods',
    '/results/imports',
    '/surveys/{year}/{unitId}/batches',
    '/surveys/{year}/{unitId}/withdrawals',
    '/units',
  ]);
});
