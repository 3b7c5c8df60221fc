import { JsonLogger } from '@app/platform';
import { ProjectionHost } from '@app/read-store';
import { sampleDecree } from '@app/testing';
import { v7 } from 'uuid';
import { logs } from './opened-log';
import { RunningApi } from './running-api';

const canaries = ['Nguyễn Văn Chim Yến', 'chim.yen@tphcm.gov.vn', '0912345678', '079123456789', 'token-of-'];

describe.each(logs)('what is logged, the events in %s', (where) => {
  const lines: string[] = [];
  let api: RunningApi;
  beforeAll(async () => {
    const logger = new JsonLogger('debug', { write: (line) => void lines.push(line) });
    api = await RunningApi.start({ log: where, units: ['so_a'], logger, traces: true });
    await api.app.get(ProjectionHost).catchUp(); // What is applied before is history, of which no line tells.
  });
  afterAll(() => api.stop());

  it('says of each request what it was and how it ended, and nothing of who or what', async () => {
    lines.length = 0;
    const correlationId = v7();
    const [name = '', email, phone, citizen] = canaries;
    const unit = { unitId: 'so_a', name, type: 'department', registeredOn: '2024-01-01' };
    await api.command('administrator-of-units', '/units', unit).set('X-Correlation-Id', correlationId);
    const person = { office: 'head', personId: citizen, personName: name, from: '2024-01-01' };
    await api.command('administrator-of-units', '/units/so_a/offices', person);
    await api.command('administrator-of-units', `/units/${phone}/offices`, {
      ...person,
      personName: `${name} ${email}`,
    });
    await api.question('auditor', `/scorecards/2024/so_a?after=0&name=${encodeURIComponent(name)}`);
    await api.http().get('/flags').set('Authorization', `Bearer token-of-nobody-${phone}`);

    const requests = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ context }) => context === 'http');
    expect(requests.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/units', 201],
      ['POST', '/units/:unitId/offices', 201],
      ['POST', '/units/:unitId/offices', 404],
      ['GET', '/scorecards/:year/:unitId', 400],
      ['GET', '/flags', 401],
    ]);
    expect(requests[0]).toMatchObject({ correlationId, milliseconds: expect.any(Number) as number });
    for (const canary of canaries) expect(lines.join('')).not.toContain(canary);
  });

  it('leads by one id from the answer through the request and the event to every read model that took it in', async () => {
    lines.length = 0;
    const correlationId = v7();
    const block = { blockId: 'khoi', name: canaries[0] };
    const answer = await api
      .command('administrator-of-units', '/blocks', block)
      .set('X-Correlation-Id', correlationId.toUpperCase());
    expect([answer.status, answer.headers['x-correlation-id']]).toEqual([201, correlationId]);
    const recorded: string[] = [];
    for await (const { metadata } of api.store.read('block-khoi')) recorded.push(metadata.correlationId);
    expect(recorded).toEqual([correlationId]);
    const contexts = () =>
      lines.flatMap((line) =>
        line.includes(correlationId) ? [(JSON.parse(line) as { context: string }).context] : [],
      );
    const readModels = [
      'accountability',
      'case_register',
      'file_register',
      'notices',
      'ranking',
      'scorecard',
      'unit_register',
    ];
    const wanted = readModels.map((name) => `projection ${name} g1`);
    for (const end = Date.now() + 30_000; contexts().length <= wanted.length && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(contexts().sort()).toEqual(['http', ...wanted].sort());
    for (const canary of canaries) expect(lines.join('')).not.toContain(canary);
  });

  it('says of a fault of its own where it arose, and the caller only what to do', async () => {
    lines.length = 0;
    const broken = jest
      .spyOn(api.store, 'append')
      .mockRejectedValue(new TypeError('Key (name)=(Nguyễn Văn Chim Yến) is broken'));
    const problem = await api.refused('administrator-of-units', '/units/so_a/renaming', {
      ...{ name: 'Sở B', effectiveOn: '2024-02-01', decree: sampleDecree },
    });
    broken.mockRestore();
    expect(problem).toMatchObject({ status: 500, code: 'http.internal' });
    expect(JSON.stringify(problem)).not.toMatch(/TypeError|Chim Yến|\.ts/);
    const log = lines.join('');
    expect(log).toContain('TypeError');
    expect(log).toContain(problem.correlationId);
    expect(log).not.toContain('Chim Yến');
  });
});
