import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset } from '@app/testing';
import type { OpenAPIObject } from '@nestjs/swagger';
import { v7 } from 'uuid';
import { openFiles } from './opened-files';
import { everyLog } from './opened-log';
import { type Person, problemIn, RunningApi } from './running-api';

const [officer, head] = ['unit-officer@so_a', 'unit-head@so_a'] as const;
const file = '/assessments/2024/so_a';
const scores = `${file}/self-scores`;
const ratio = (numerator: string) => ({ kind: 'ratio', numerator, denominator: '2' });
const declared = { component: '1.1.2', declaration: ratio('1'), evidence: [] };
const otherComponent = { ...declared, component: '1.1.1', declaration: { kind: 'choice', value: 'yes' } };

describe.each(everyLog)('command ids, the log in %s', (log) => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start({ log, units: ['so_a'], rulesets: new RulesetCatalog([writeRuleset]) });
    await openFiles(api, ['so_a']);
  });
  afterAll(() => api.stop());

  async function recorded(): Promise<string[]> {
    const types: string[] = [];
    for await (const { type } of api.store.read('assessment-2024.so_a')) types.push(type);
    return types;
  }

  describe('a key that was used', () => {
    const key = v7();
    let first: unknown;
    let before: string[];
    beforeAll(async () => {
      const response = await api.command(officer, scores, declared, key);
      expect(response.status).toBe(201);
      first = response.body;
      before = await recorded();
    });

    it.each([
      ['another component', officer, scores, otherComponent],
      ['another value', officer, scores, { ...declared, declaration: ratio('2') }],
      ['the submission by the head', head, `${file}/submission`, {}],
      ['the closure by the appraisers', 'appraiser', `${file}/closure`, {}],
    ] as const)('is refused for %s, and nothing is taken for done', async (_what, person, path, body) => {
      const problem = problemIn(await api.command(person, path, body, key));
      expect(problem).toMatchObject({ status: 422, code: 'event-store.command-id-reused' });
      expect(problem.detail).toContain('hãy dùng khóa mới');
      expect(await recorded()).toEqual(before);
    });

    it('gets the first answer for a true repeat, whatever the order of the fields', async () => {
      const { component, declaration, evidence } = declared;
      for (const body of [declared, { evidence, declaration, component }]) {
        const repeat = await api.command(officer, scores, body, key);
        expect([repeat.status, repeat.body]).toEqual([201, first]);
      }
      expect(await recorded()).toEqual(before);
    });
  });

  it('stands for one effect and one answer, though a thousand repeats come at once', async () => {
    const key = v7();
    const before = await recorded();
    const repeats = Array.from({ length: 1_000 }, () => api.command(officer, scores, declared, key));
    const answers = (await Promise.all(repeats)).map(({ status, text, headers }) => [
      status,
      text,
      headers['etag'] as string,
      headers['consistency-token'] as string,
    ]);
    expect(answers[0]?.[0]).toBe(201);
    expect(new Set(answers.map((answer) => answer.join(' '))).size).toBe(1);
    expect(await recorded()).toEqual([...before, 'SelfScoreRecorded']);
  });

  it('is asked of every command before anything else, and named', async () => {
    const { paths } = (await api.http().get('/openapi.json')).body as OpenAPIObject;
    const commands = Object.entries(paths).filter(([, item]) => item.post);
    expect(commands.length).toBeGreaterThan(20);
    for (const [template, { post }] of commands) {
      const [role = ''] = (post as { 'x-roles'?: readonly string[] })['x-roles'] ?? [];
      const person = (role.startsWith('unit-') ? `${role}@so_a` : role) as Person;
      const path = template.replace('{year}', '2024').replace(/\{\w+\}/g, 'so_a');
      const problem = problemIn(await api.raw(person, path, { 'If-Match': '"0"' }, '{}'));
      expect([template, problem.code]).toEqual([template, 'http.idempotency-key-required']);
    }
  });

  it('keeps one of several different commands that come at once under one key, and refuses the others', async () => {
    const key = v7();
    const before = await recorded();
    const bodies = Array.from({ length: 8 }, (_, n) => ({ ...declared, declaration: ratio(`0.${n + 1}`) }));
    const answers = await Promise.all(bodies.map((body) => api.command(officer, scores, body, key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(422)]);
    expect(await recorded()).toHaveLength(before.length + 1);
  });
});
