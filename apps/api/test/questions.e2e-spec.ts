import type { OpenAPIObject } from '@nestjs/swagger';
import { summaries } from '../src/http/summaries';
import { logs } from './opened-log';
import { problemIn, RunningApi } from './running-api';

describe.each(logs)('questions, the log in %s', (log) => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start({ log });
  });
  afterAll(() => api.stop());

  it.each(['aftr=1', 'year=2024'])('refuses ?%s, which would not wait for anything', async (query) => {
    const problem = problemIn(await api.question(undefined, `/rankings?${query}`));
    expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, query.split('=')[0]]);
  });

  it('refuses to wait for a position that the log does not have', async () => {
    const problem = problemIn(await api.question(undefined, '/rankings?after=99999999'));
    expect([problem.status, problem.code, problem.errors?.[0]?.field]).toEqual([400, 'http.invalid-request', 'after']);
  });

  it('reads what was written up to a position that the log has', async () => {
    const position = await api.accepted('administrator-of-units', '/blocks', { blockId: 'khoi', name: 'Khối' });
    expect(await api.answered(undefined, '/rankings', position)).toEqual(expect.any(Array));
  });

  it('tells those who run the system how far the read models are, and nobody else', async () => {
    const answer = await api.question('administrator-of-units', '/projections');
    expect(answer.status).toBe(200);
    const body: unknown = answer.body;
    (await api.document()).check('get', '/projections', 200, body);
    const { projections, rebuilds } = body as { projections: { projection: string; state: string }[]; rebuilds: [] };
    expect(projections.map(({ projection, state }) => `${projection} ${state}`).sort()).toEqual([
      'accountability live',
      'case_register live',
      'file_register live',
      'notices live',
      'ranking live',
      'scorecard live',
      'unit_register live',
    ]);
    expect(rebuilds).toEqual([]);
    expect((await api.question(undefined, '/projections')).status).toBe(401);
    expect((await api.question('appraiser', '/projections')).status).toBe(403);
  });

  it('says of every operation in Vietnamese what it does, and in English what a program needs', async () => {
    const { paths } = (await api.http().get('/openapi.json')).body as OpenAPIObject;
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      (['get', 'post'] as const).flatMap((method) =>
        item[method] ? [[`${method} ${path}`, item[method]] as const] : [],
      ),
    );
    expect(operations.map(([name]) => name).sort()).toEqual(Object.keys(summaries).sort());
    for (const [name, { summary, description }] of operations) {
      expect([name, summary]).toEqual([name, summaries[name]]);
      expect(description).toMatch(/^[ -~]{5,}$/);
    }
  });
});
