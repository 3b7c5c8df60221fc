import fc from 'fast-check';
import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset } from '@app/testing';
import type { Response } from 'supertest';
import { v7 } from 'uuid';
import { AccessSteps } from './access-steps';
import {
  actsAs,
  type ApiDocument,
  canSucceed,
  deputyOf,
  exampleFor,
  type FuzzRequest,
  outsideRoles,
  people,
  readyRequest,
  schemaOf,
  sent,
  type Target,
  targetsOf,
} from './targets';
import { requestsTo } from './fuzz-requests';
import { faultOf } from './fuzz-verdict';
import { courseReaders, courses, type Mark, markFile, marksShownIn, ownPeople, readers, steps } from './marked-file';
import { openFiles } from './opened-files';
import { everyLog } from './opened-log';
import { readyBlocks, readyPeople, readyUnits, ReadyWorld } from './ready-requests';
import { RunningApi } from './running-api';
import { markedFieldsOf, textFieldsOf } from './text-fields';

/** Requests per operation; `PAR_FUZZ=500` for the full form. */
const runs = Number(process.env.PAR_FUZZ ?? 8);
/** Every run asks over PostgreSQL, the full form over both. */
const asked = everyLog.filter((log) => process.env.PAR_FUZZ !== undefined || log === 'postgres');

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

describe.each(asked)('input of any kind, the log in %s', (log) => {
  let api: RunningApi;
  let document: ApiDocument;
  let world: ReadyWorld;
  const met = new Set<number>();
  /** Which operations answered with success. */
  const succeeded = new Set<string>();
  /** Which text of u2 was shown to whom. */
  const shown = new Set<string>();
  beforeAll(async () => {
    const others = [...readyPeople, ...outsideRoles.map(deputyOf), ...ownPeople];
    const accounts = { units: ['u1', 'u2', ...readyUnits], others };
    api = await RunningApi.start({ log, ...accounts, rulesets: new RulesetCatalog([writeRuleset]) });
    await api.listen(); // Else each request would open a server of its own.
    document = (await api.http().get('/openapi.json')).body as ApiDocument;
    world = new ReadyWorld(api);
    await world.found();
    await openFiles(api, ['u1', 'u2'], readyBlocks);
    await markFile(api);
    for (const role of outsideRoles) await new AccessSteps(api).delegate(role, deputyOf(role), role);
    await world.prepare();
  }, 300_000);
  afterAll(() => api.stop());

  async function faultsOf(target: Target, request: FuzzRequest): Promise<string[]> {
    const response = await sent(api, target, request);
    met.add(response.status);
    if (response.status < 300) succeeded.add(target.name);
    for (const name of marksShownIn(response)) shown.add(`${name} to ${actsAs(request)}`);
    const fault = faultOf(target, request, response, await api.document());
    return fault === undefined ? [] : [`${target.name}, asked as ${request.path}, ${fault}`];
  }

  it('is answered as documented, whoever sends it, and shows nothing of other units or of the inside', async () => {
    const targets = targetsOf(document);
    expect(targets.length).toBeGreaterThan(35);
    const today = api.clock.now();
    for (const target of targets) {
      const ready = world.at(target);
      api.clock.set(ready.at);
      const property = fc.asyncProperty(requestsTo(target, document, ready), async (request) => {
        expect(await faultsOf(target, request)).toEqual([]);
      });
      await fc.assert(property, { numRuns: runs });
      // What chance has not brought about: the state is still as it was.
      if (!succeeded.has(target.name)) expect(await faultsOf(target, readyRequest(target, ready))).toEqual([]);
    }
    api.clock.set(today);
  }, 3_600_000);

  it('succeeds at every operation that can: what is refused at the door tries nothing of what is behind', () => {
    const able = targetsOf(document).filter(canSucceed);
    expect(able.length).toBeGreaterThan(60);
    expect(able.flatMap(({ name }) => (succeeded.has(name) ? [] : [name]))).toEqual([]);
  });

  it('that the document gives as an example is answered as documented, whoever sends it about the own unit or another', async () => {
    const faults: string[] = [];
    for (const target of targetsOf(document)) {
      for (const person of people) {
        for (const unitId of ['u1', 'u2'])
          faults.push(...(await faultsOf(target, exampleFor(target, person, { year: '2024', unitId }, document))));
      }
    }
    expect(faults).toEqual([]);
  });

  it('comes as far as every kind of answer: what is never reached holds nothing', () => {
    expect([...met].sort()).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404, 409, 412, 422, 428]));
  });

  const targetAt = (name: string) => targetsOf(document).find((target) => target.name === name) as Target;

  it('finds each text of the unit with everybody who may read it, outside it and in it, and with nobody else', async () => {
    const target = targetAt('post /cases/{year}/{unitId}/{caseId}/registration');
    const again = exampleFor(target, 'case-handler', { year: '2024', unitId: 'u2', caseId: 'kd_1' }, document);
    expect(await faultsOf(target, { ...again, headers: { 'Idempotency-Key': v7() } })).toEqual([]);
    for (const person of courseReaders) {
      for (const path of courses) {
        const course = targetAt(`get /cases/{year}/{unitId}/{caseId}/${path.split('/').at(-1)}`);
        expect(await faultsOf(course, { person, path, headers: {}, body: {} })).toEqual([]);
      }
    }
    for (const person of ownPeople) {
      for (const question of targetsOf(document).filter(({ method }) => method === 'get')) {
        for (const caseId of ['kn_1', 'kd_1']) {
          const asked = exampleFor(question, person, { year: '2024', unitId: 'u2', caseId }, document);
          expect(await faultsOf(question, asked)).toEqual([]);
        }
      }
    }
    const may = Object.entries(readers).flatMap(([name, roles]) => roles.map((role) => `${name} to ${role}`));
    expect([...shown].sort()).toEqual(may.sort());
  });

  it.each<[where: string, Mark, Partial<Response>]>([
    ['body', 'question', { text: '{"question":"CHIM-question-CUA-U2"}' }],
    ['header', 'case-number', { headers: { link: '</?CHIM-case-number-CUA-U2>' } }],
  ])('would notice a text of the other unit in a %s', async (_where, name, part) => {
    const request: FuzzRequest = { person: 'unit-officer@u1', path: '/scorecards/2024/u2', headers: {}, body: {} };
    const answer = { status: 200, text: '', headers: {}, body: {}, type: 'application/json', ...part };
    const fault = faultOf(
      targetAt('get /scorecards/{year}/{unitId}'),
      request,
      answer as unknown as Response,
      await api.document(),
    );
    expect(fault).toContain(`another unit's ${name}`);
  });

  it('looks for every text that can be written about a unit’s year', () => {
    const written = targetsOf(document).filter(({ name }) =>
      /^post \/(assessments|cases|surveys)\/{year}\/{unitId}/.test(name),
    );
    const unmarked = written.flatMap((target) => {
      const address = new RegExp(`^${target.template.replace(/\{\w+\}/g, '[^/]+')}$`);
      const marked = steps.filter(([, path]) => address.test(path)).flatMap(([, , body]) => markedFieldsOf(body));
      const fields = textFieldsOf(schemaOf(target), document.components.schemas);
      return fields.filter((field) => !marked.includes(field)).map((field) => `${target.name} ${field}`);
    });
    // Names a registered unit: no other text fits in.
    expect(unmarked).toEqual(['post /assessments/{year}/{unitId}/field-closures leadAgency']);
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
