import { ApiClient, ApiProblem, type components } from '@app/api-client';
import { RulesetCatalog } from '@app/ruleset';
import { sampleDecree, writeRuleset, writeRulesetRef } from '@app/testing';
import { v7 } from 'uuid';
import { logs } from './opened-log';
import { type Person, RunningApi } from './running-api';

type SelfScore = components['schemas']['RecordSelfScoreBody'];

const path = { year: 2024, unitId: 'so_a' };
const key = () => ({ 'Idempotency-Key': v7() });
const ratio = (numerator: string): SelfScore => ({
  ...{ component: '1.1.2', declaration: { kind: 'ratio', numerator, denominator: '2' } },
  evidence: [],
});

/** A program of somebody else's, written against the document alone. */
describe.each(logs)('the generated client, the log in %s', (log) => {
  let api: RunningApi;
  let url: string;
  beforeAll(async () => {
    api = await RunningApi.start({ log, units: ['so_a'], rulesets: new RulesetCatalog([writeRuleset]) });
    url = await api.listen();
  });
  afterAll(() => api.stop());

  const as = (person: Person) => new ApiClient({ url, token: api.tokenOf(person) });

  it('founds a block with a unit and opens its year', async () => {
    const administrator = as('administrator-of-units');
    await administrator.post('/blocks', { header: key(), body: { blockId: 'khoi', name: 'Khối' } });
    const unit = { unitId: 'so_a', name: 'Sở A', type: 'department' as const, registeredOn: '2020-01-01' };
    const { tag } = await administrator.post('/units', { header: { ...key(), 'If-Match': '"no-stream"' }, body: unit });
    await administrator.post('/units/{unitId}/renaming', {
      ...{ path: { unitId: 'so_a' }, header: { ...key(), 'If-Match': tag ?? '' } },
      body: { name: 'Sở A mới', effectiveOn: '2021-01-01', decree: sampleDecree },
    });
    const member = { unitId: 'so_a', from: '2020-01-01' };
    await administrator.post('/blocks/{blockId}/members', { path: { blockId: 'khoi' }, header: key(), body: member });
    const deadlines = { submitBy: '2024-12-31T17:00:00.000Z', appraiseBy: '2025-02-28T17:00:00.000Z' };
    const blocks = [{ blockId: 'khoi', ruleset: { ...writeRulesetRef } }];
    await administrator.post('/periods', { header: key(), body: { year: 2024, ...deadlines, blocks } });
    const block = { year: 2024, blockId: 'khoi' };
    const { body } = await administrator.post('/results/{year}/{blockId}/opening', { path: block, header: key() });
    expect(body.opened).toBe(1);
  });

  it('reads, acts on what it read, is told when that is stale, looks again and repeats', async () => {
    const officer = as('unit-officer@so_a');
    const self = '/assessments/{year}/{unitId}/self-scores' as const;
    const { tag = '' } = await officer.get('/assessments/{year}/{unitId}/revision', { path });
    await officer.post(self, { path, header: { ...key(), 'If-Match': tag }, body: ratio('1') });
    const again = key();
    const stale = officer.post(self, { path, header: { ...again, 'If-Match': tag }, body: ratio('2') });
    const told = (await stale.catch((error: unknown) => error)) as ApiProblem;
    expect([told.problem.code, told.tag]).toEqual(['http.precondition-failed', '"1"']);
    const header = { ...again, 'If-Match': told.tag ?? '' };
    const { token, tag: now } = await officer.post(self, { path, header, body: ratio('2') });
    expect(now).toBe('"2"');
    const held = await officer.get('/assessments/{year}/{unitId}/revision', {
      ...{ path, header: { 'If-None-Match': now } },
    });
    expect(held.status).toBe(304);
    expect(await pointsAt(officer, token)).toBe('2');
  });

  /** The exact points of 1.1.2, up to the position. */
  async function pointsAt(client: ApiClient, token: string | undefined): Promise<string | undefined> {
    for (;;) {
      try {
        const { body } = await client.get('/scorecards/{year}/{unitId}', {
          path,
          header: { 'Consistency-Token': token },
        });
        return body.components.find(({ code }) => code === '1.1.2')?.self?.exact;
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.problem.code !== 'read-store.behind') throw error;
      }
    }
  }

  it('goes from page to page', async () => {
    const { body, next } = await new ApiClient({ url }).get('/rankings', { query: { limit: '1' } });
    expect([body.map(({ blockId }) => blockId), next]).toEqual([['khoi'], undefined]);
  });
});
