import fc from 'fast-check';
import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset } from '@app/testing';
import type { Response } from 'supertest';
import {
  type ApiDocument,
  exampleFor,
  type FuzzRequest,
  people,
  requestsTo,
  type Target,
  targetsOf,
} from './fuzz-requests';
import { canary, faultOf } from './fuzz-verdict';
import { openFiles } from './opened-files';
import { logs } from './opened-log';
import { RunningApi } from './running-api';

/** Requests per operation; `PAR_FUZZ=500` for the full form. */
const runs = Number(process.env.PAR_FUZZ ?? 12);

function expectCivil({
  status,
  headers,
  body,
}: {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}): void {
  expect(status).toBeLessThan(500);
  if (status < 400) return;
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({ status, type: expect.stringMatching(/^\/problems\/[a-z-]+\.[a-z-]+$/) as string });
}

describe.each(logs)('input of any kind, the log in %s', (log) => {
  let api: RunningApi;
  let document: ApiDocument;
  const met = new Set<number>();
  beforeAll(async () => {
    api = await RunningApi.start({ log, units: ['u1', 'u2'], rulesets: new RulesetCatalog([writeRuleset]) });
    document = (await api.http().get('/openapi.json')).body as ApiDocument;
    await foundTwoUnits(api);
  });
  afterAll(() => api.stop());

  async function send({ method }: Target, { person, path, headers, body }: FuzzRequest): Promise<Response> {
    if (method === 'get') return api.question(person, path);
    const text = JSON.stringify(body) as string | undefined;
    return api.raw(person, path, headers, text ?? '');
  }

  async function faultsOf(target: Target, request: FuzzRequest): Promise<string[]> {
    const response = await send(target, request);
    met.add(response.status);
    const fault = faultOf(target, request, response, await api.document());
    return fault === undefined ? [] : [`${target.name}, asked as ${request.path}, ${fault}`];
  }

  it('is answered as documented, whoever sends it, and shows nothing of other units or of the inside', async () => {
    const targets = targetsOf(document);
    expect(targets.length).toBeGreaterThan(35);
    for (const target of targets) {
      const property = fc.asyncProperty(requestsTo(target, document), async (request) => {
        expect(await faultsOf(target, request)).toEqual([]);
      });
      await fc.assert(property, { numRuns: runs });
    }
  }, 3_600_000);

  it('that the document gives as an example is answered as documented, whoever sends it about the own unit or another', async () => {
    const faults: string[] = [];
    for (const target of targetsOf(document)) {
      for (const person of people) {
        for (const unitId of ['u1', 'u2'])
          faults.push(...(await faultsOf(target, exampleFor(target, person, unitId, document))));
      }
    }
    expect(faults).toEqual([]);
  });

  it('comes as far as every kind of answer: what is never reached holds nothing', () => {
    expect([...met].sort()).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404, 409, 412, 422, 428]));
  });

  it('finds the draft of the other unit where it may be seen: what is looked for can be found', async () => {
    expect(JSON.stringify(await api.answered('auditor', '/scorecards/2024/u2', '0'))).toContain(canary);
    const target = targetsOf(document).find(({ name }) => name === 'get /scorecards/{year}/{unitId}') as Target;
    const request: FuzzRequest = { person: 'unit-officer@u1', path: '/scorecards/2024/u2', headers: {}, body: {} };
    const shown = { status: 200, text: canary, body: {}, type: 'application/json' } as unknown as Response;
    expect(faultOf(target, request, shown, await api.document())).toContain("another unit's draft");
  });

  it.each(['{', '"', '{"a":1}}', '[1,]', '\ufeff{}', 'null', 'NaN', '{"a":"\\ud800"}', ''])(
    'survives the body %j',
    async (body) => {
      expectCivil(await api.command('administrator-of-units', '/units').type('json').send(body));
    },
  );

  it.each([
    ['Authorization', 'Bearer ' + 'x'.repeat(250)],
    ['Idempotency-Key', '\u00ff'],
    ['Content-Type', 'application/json; charset=utf-7'],
    ['Content-Encoding', 'snappy'],
    ['Content-Encoding', 'gzip'],
  ])('survives the header %s: %.20s', async (name, value) => {
    expectCivil(await api.command('administrator-of-units', '/units', { unitId: 'u9' }).set(name, value));
  });
});

/** Both units with a file of their own; that of u2 holds what nobody outside may see. */
async function foundTwoUnits(api: RunningApi): Promise<void> {
  await openFiles(api, ['u1', 'u2']);
  const declared = {
    ...{ component: '1.1.2', declaration: { kind: 'ratio', numerator: '1', denominator: '2' } },
    evidence: [{ sha256: 'a'.repeat(64), name: `${canary}.pdf`, issuer: null, number: null, issuedOn: null }],
  };
  const position = await api.accepted('unit-officer@u2', '/assessments/2024/u2/self-scores', declared);
  await api.answered('auditor', '/scorecards/2024/u2', position);
}
