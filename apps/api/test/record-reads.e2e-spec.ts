import { RulesetCatalog } from '@app/ruleset';
import { sampleDecree, writeRuleset, writeRulesetRef } from '@app/testing';
import type { Response } from 'supertest';
import { AccessSteps } from './access-steps';
import { department, openFiles } from './opened-files';
import { type Person, problemIn, RunningApi } from './running-api';

const administrator = 'administrator-of-units';
/** Handle and read everything, and belong to so_a; the last to a unit that came out of it. */
const [ownHandler, ownAuditor, kin] = ['#own_handler', '#own_auditor', '#kin'] as const;
const [a, b] = ['/cases/2024/so_a', '/cases/2024/so_b'];

interface Case {
  readonly caseId: string;
  readonly unitId: string;
  readonly state: string;
}
interface Cases {
  readonly cases: readonly Case[];
}

let api: RunningApi;
beforeAll(async () => {
  const units = ['so_a', 'so_b', 'so_c'];
  const rulesets = new RulesetCatalog([writeRuleset]);
  api = await RunningApi.start({ units, others: [ownHandler, ownAuditor, kin], rulesets });
  await openFiles(api, units);
  const change = { kind: 'split', effectiveOn: '2023-01-01', predecessors: [{ unitId: 'so_a', share: null }] };
  await api.accepted(administrator, '/units/so_c/lineage', { ...change, decree: sampleDecree });
  const access = new AccessSteps(api);
  await access.grant(ownHandler, 'case-handler', { unitId: 'so_a' });
  await access.grant(ownAuditor, 'auditor', { unitId: 'so_a' });
  await access.grant(kin, 'case-handler', { unitId: 'so_c' });
});
afterAll(() => api.stop());

const tagOf = ({ headers }: Response) => (headers as { etag?: string }).etag;
const head = async () => String(await api.store.head());
/** A question to the log itself, answered as documented; the body, and the tag. */
async function read<Answer>(person: Person | undefined, path: string): Promise<{ body: Answer; tag: string }> {
  const response = await api.question(person, path);
  expect([path, response.status]).toEqual([path, 200]);
  (await api.document()).check('get', path.split('?')[0] ?? '', 200, response.body);
  return { body: response.body as Answer, tag: tagOf(response) ?? '' };
}

describe('an assessment year', () => {
  const path = '/periods/2025';
  const years = async (list: string) => (await read<{ year: number }[]>(undefined, list)).body.map(({ year }) => year);
  let before = '';
  beforeAll(async () => {
    before = await head();
    // The last days are a Sunday and a Saturday.
    const asked = { submitBy: '2025-12-28T17:00:00.000Z', appraiseBy: '2026-02-28T17:00:00.000Z' };
    const blocks = [{ blockId: 'khoi', ruleset: writeRulesetRef }];
    await api.accepted(administrator, '/periods', { year: 2025, ...asked, blocks });
  });

  it('is read by everybody: its rules, its deadlines as they were set and as they bind, and no account', async () => {
    const { body, tag } = await read(undefined, path);
    expect(body).toEqual({
      ...{ year: 2025, submitBy: '2025-12-29T17:00:00.000Z', appraiseBy: '2026-03-02T17:00:00.000Z' },
      asked: { submitBy: '2025-12-28T17:00:00.000Z', appraiseBy: '2026-02-28T17:00:00.000Z' },
      blocks: [{ blockId: 'khoi', ruleset: writeRulesetRef }],
      ...{ skippedBlocks: [], openedAt: api.clock.now(), revision: '0', position: await head() },
    });
    expect(tag).toBe('"0"');
    const entries = (await read<{ year: number }[]>(undefined, '/periods?from=2020')).body;
    expect(entries.map(({ year }) => year)).toEqual([2024, 2025]);
    expect(JSON.stringify([body, entries])).not.toContain('tk_');
  });

  it('tells those who see to the record which account opened it', async () => {
    const { body, tag } = await read(administrator, `${path}/record`);
    const actor = 'tk_administrator_of_units';
    expect(body).toMatchObject({ year: 2025, events: [{ type: 'PeriodOpened', actor, role: administrator }] });
    expect(tag).toBe('"0"');
  });

  it('is answered again only when it has changed; its tag is what the next command names', async () => {
    const { body, tag } = await read(undefined, path);
    const position = await head();
    expect((await api.question(undefined, path).set('If-None-Match', tag)).status).toBe(304);
    const skip = (seen: string) => {
      const body = { blockId: 'khoi', reason: 'Sắp xếp lại' };
      return api.blindCommand(administrator, `${path}/skipped-blocks`, body).set('If-Match', seen);
    };
    expect((await skip(tag)).status).toBe(201);
    expect((await skip(tag)).status).toBe(412);
    const now = await api.question(undefined, path).set('If-None-Match', tag);
    expect([now.status, tagOf(now)]).toEqual([200, '"1"']);
    expect(now.body).toMatchObject({ skippedBlocks: [{ blockId: 'khoi', reason: 'Sắp xếp lại' }] });
    expect(await read(undefined, `${path}?asOf=${position}`)).toEqual({ body, tag });
  });

  it('is none before it was opened', async () => {
    for (const asked of ['/periods/2026', `${path}?asOf=${before}`])
      expect(problemIn(await api.question(undefined, asked))).toMatchObject({ code: 'period.not-opened' });
    expect((await read(undefined, `/periods?from=2025&asOf=${before}`)).body).toEqual([]);
  });

  it('is listed as of a moment, as working calendars are', async () => {
    expect(await years(`/periods?from=2020&asOf=${before}`)).toEqual([2024]);
    expect(await years(`/working-calendars?from=2029&asOf=${before}`)).toEqual([2029, 2030]);
  });

  it('is listed with those around it when no year is named to begin with, as working calendars are', async () => {
    expect(await years('/periods')).toEqual([2024, 2025]);
    expect(await years(`/periods?asOf=${before}`)).toEqual([2024]);
    expect(await years('/working-calendars')).toEqual([2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]);
  });
});

describe('the surveys about a unit', () => {
  const path = '/surveys/2024/so_a';
  const batch = (name: string, responses: string[], digit: string) => ({
    ...{ campaign: 'sipas', batch: name, questions: ['Q1'], responses },
    ...{ sourceName: `${name}.csv`, sourceSha256: digit.repeat(64) },
  });

  it('are none at first, which has a tag too; of a unit that nobody registered there is no answer', async () => {
    const { body, tag } = await read('survey-organiser', path);
    expect([body, tag]).toEqual([
      {
        ...{ unitId: 'so_a', year: 2024, batches: [], responses: 0, results: [] },
        ...{ revision: 'no-stream', position: null },
      },
      '"no-stream"',
    ]);
    const nowhere = await api.question('survey-organiser', '/surveys/2024/khong_co');
    expect(problemIn(nowhere)).toMatchObject({ status: 404, code: 'unit.not-registered' });
  });

  it('tell each batch with its size, what was withdrawn and recorded again, and the answers that count', async () => {
    const by = 'survey-organiser';
    await api.accepted(by, `${path}/batches`, batch('dot_1', ['A', 'A', 'B', '-'], '1'));
    await api.accepted(by, `${path}/batches`, batch('dot_2', ['C', 'C'], '2'));
    const earlier = await read(by, path);
    const position = await head();
    await api.accepted(by, `${path}/withdrawals`, { campaign: 'sipas', batch: 'dot_2', reason: 'Nhập nhầm' });
    await api.accepted(by, `${path}/batches`, batch('dot_3', ['A', 'A'], '2'));
    const { body, tag } = await read<{ batches: object[] }>(by, path);
    const counted = [
      { option: 'A', answers: 4 },
      { option: 'B', answers: 1 },
    ];
    expect(body).toMatchObject({
      responses: 6,
      results: [{ question: 'Q1', asked: 6, answered: 5, options: counted }],
    });
    const withdrawn = { reason: 'Nhập nhầm', replacedBy: { campaign: 'sipas', batch: 'dot_3' } };
    expect(body.batches).toMatchObject([
      { batch: 'dot_1', responses: 4, sourceName: 'dot_1.csv', withdrawn: null },
      { batch: 'dot_2', responses: 2, withdrawn: { ...withdrawn, recorded: { role: by } } },
      { batch: 'dot_3', responses: 2, recorded: { type: 'SurveyBatchRecorded' }, withdrawn: null },
    ]);
    expect([earlier.tag, tag]).toEqual(['"1"', '"3"']);
    expect(await read(by, `${path}?asOf=${position}`)).toEqual(earlier);
  });
});

describe('cases', () => {
  const by = 'case-handler';
  const arrived = (caseId: string, kind: string, dueOn: string) => ({
    ...{
      caseId,
      kind,
      component: null,
      externalNumber: `${caseId}/S`,
      channel: '1022',
      receivedOn: '2024-01-02',
      dueOn,
    },
  });
  const names = ({ cases }: Cases) => cases.map(({ unitId, caseId }) => `${unitId}/${caseId}`);
  const listed = async (person: Person, query = '') => api.answered<Cases>(person, `/cases${query}`, await head());
  let between = '';
  beforeAll(async () => {
    // 6/1/2024 is a Saturday.
    await api.accepted(by, a, arrived('tc_1', 'denunciation-reference', '2024-01-06'));
    await api.accepted(by, b, arrived('pa_1', 'feedback', '2024-01-10'));
    await api.accepted(by, a, arrived('pa_2', 'feedback', '2024-01-12'));
    await api.accepted(by, b, arrived('kn_1', 'complaint', '2024-01-09'));
    between = await head();
    await api.accepted(by, `${b}/pa_1/answer`, { answeredOn: '2024-01-02' });
    const closed = { outcome: 'upheld', closedOn: '2024-01-02' };
    await api.accepted(by, `${a}/tc_1/closure`, { ...closed, reason: null });
    await api.accepted(by, `${a}/pa_2/closure`, { ...closed, reason: 'Đúng' });
  });

  it('are listed by when they are due, whole and by unit, kind, state, year', async () => {
    const all = ['so_a/tc_1', 'so_b/kn_1', 'so_b/pa_1', 'so_a/pa_2'];
    for (const person of [by, 'auditor'] as const) expect(names(await listed(person))).toEqual(all);
    expect(names(await listed(by, '?unitId=so_b&state=open'))).toEqual(['so_b/kn_1']);
    expect(names(await listed(by, '?kind=complaint&year=2024'))).toEqual(['so_b/kn_1']);
    expect(names(await listed(by, '?year=2023'))).toEqual([]);
    expect((await listed(by, `?asOf=${between}`)).cases.map(({ state }) => state)).toEqual(all.map(() => 'open'));
  });

  it('come in pages, each case once, whatever is written meanwhile', async () => {
    const met: string[] = [];
    let written = 0;
    for (let address: string | undefined = '/cases?limit=1'; address !== undefined;) {
      const answer = await api.question(by, address);
      met.push(...names(answer.body as Cases));
      address = /^<([^>]+)>; rel="next"$/.exec((answer.headers as { link?: string }).link ?? '')?.[1];
      if (written === 0) await api.accepted(by, b, arrived('pa_0', 'feedback', '2024-01-03'));
      if (written === 0) await api.accepted(by, `${b}/kn_1/answer`, { answeredOn: '2024-01-02' });
      await listed(by);
      written += 1;
    }
    expect(met).toEqual(['so_a/tc_1', 'so_b/kn_1', 'so_b/pa_1', 'so_a/pa_2']);
  });

  it('about one unit are told by the log itself, with the tag of their stream', async () => {
    const { body, tag } = await read<Cases>(by, `${b}?kind=feedback&limit=1`);
    expect([names(body), tag]).toEqual([['so_b/pa_0'], '"4"']);
    expect((await api.question(by, `${b}?kind=feedback`).set('If-None-Match', tag)).status).toBe(304);
    const then = await read<Cases>('auditor', `${b}?asOf=${between}`);
    expect([names(then.body), then.tag]).toEqual([['so_b/kn_1', 'so_b/pa_1'], '"1"']);
  });

  it('are told one by one with their course: what was recorded when, by whom; terms, answer, conclusion', async () => {
    const { body, tag } = await read(by, `${a}/pa_2/course`);
    expect(body).toMatchObject({
      ...{ kind: 'feedback', state: 'closed', dueOn: '2024-01-12', reason: 'Đúng' },
      conclusion: { outcome: 'upheld', closedOn: '2024-01-02' },
      events: [
        { type: 'CaseReceived', actor: 'tk_case_handler', role: by },
        { type: 'CaseClosed', actor: 'tk_case_handler', role: by },
      ],
    });
    expect(tag).toBe('"3"');
    const earlier = await read(by, `${a}/pa_2/course?asOf=${between}`);
    expect(earlier).toMatchObject({ body: { state: 'open', reason: null, conclusion: null }, tag: '"1"' });
    expect(problemIn(await api.question(by, `${a}/pa_9/course`))).toMatchObject({ code: 'casework.not-received' });
  });

  it('that are denunciations have a number, dates and an outcome, and no text at all', async () => {
    const { body } = await read<Record<string, unknown>>(by, `${a}/tc_1/course`);
    expect(body).toMatchObject({ reason: null, dueOn: '2024-01-08', asked: { dueOn: '2024-01-06' } });
    const fields = [
      'year',
      'unitId',
      'caseId',
      'kind',
      'component',
      'externalNumber',
      'channel',
      'receivedOn',
      'dueOn',
    ];
    const told = ['asked', 'state', 'answer', 'conclusion', 'reason', 'events', 'revision', 'position'];
    expect(Object.keys(body).sort()).toEqual([...fields, ...told].sort());
  });

  it.each([ownHandler, ownAuditor, kin])(
    'about the own unit, or one along its lineage, are hidden from %s',
    async (own) => {
      expect(names(await listed(own))).toEqual(['so_b/pa_0', 'so_b/kn_1', 'so_b/pa_1']);
      expect(names(await listed(own, '?unitId=so_a'))).toEqual([]);
      const first = await api.question(own, '/cases?limit=1');
      expect(names(first.body as Cases)).toEqual(['so_b/pa_0']);
      const sayings = new Set<string>();
      for (const path of [a, `${a}/tc_1/course`, `${a}/tc_9/course`, `${a}/tc_1/rulings`, `${a}/revision`]) {
        const { status, code, detail } = problemIn(await api.question(own, path));
        sayings.add(JSON.stringify([status, code, detail]));
      }
      const detail = 'Không ai xử lý vụ việc về đơn vị của mình. Chuyển cho người ngoài đơn vị.';
      expect([...sayings]).toEqual([JSON.stringify([403, 'casework.own-unit-handled', detail])]);
    },
  );

  it('are no matter of the unit, whose head reads what it brought itself in the course of its file', async () => {
    for (const path of [a, `${a}/pa_2/course`, `${a}/pa_2/rulings`, `${a}/revision`, '/cases'])
      expect(problemIn(await api.question('unit-head@so_a', path)).code).toBe('http.forbidden');
  });

  it('are asked for in the words that there are', async () => {
    for (const query of ['state=late', 'kind=x', 'unitId=A.b', 'year=20', 'cursor=WyJhIiwwXQ', 'aftr=1'])
      expect([query, (await api.question(by, `/cases?${query}`)).status]).toEqual([query, 400]);
  });
});

it('knows a unit without any case from one that nobody registered', async () => {
  await api.accepted(administrator, '/units', department('so_d'));
  expect((await read<Cases>('auditor', '/cases/2024/so_d')).body).toEqual({
    cases: [],
    revision: 'no-stream',
    position: null,
  });
  expect((await api.question('auditor', '/cases/2024/khong_co')).status).toBe(404);
});
