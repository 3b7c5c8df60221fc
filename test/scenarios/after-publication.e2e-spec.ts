import type { Flags } from '@app/accountability';
import type { components } from '@app/api-client';
import type { BlockYears, Ranking, RankingHistory } from '@app/ranking';
import { RulesetCatalog } from '@app/ruleset';
import type { UnitScore } from '@app/scorecard';
import { writeRuleset, writeRulesetRef } from '@app/testing';
import { logs } from '../../apps/api/test/opened-log';
import { type Person, RunningApi } from '../../apps/api/test/running-api';
import { type Plan, YearOfUnits } from './year-of-units';

type NoticesAnswer = components['schemas']['NoticesAnswer'];

const block = 'so_nganh';
const administrator = 'administrator-of-units';
const units = ['so_a', 'so_b', 'so_c', 'so_d'];
const plan = (unitId: string, yes: boolean, ratio: string, byHand: string, survey: Plan['survey'] = 'A'): Plan => ({
  ...{ unitId, yes, ratio, byHand, survey },
  upheldComplaints: 0,
});
/** In the first year so_c is ahead of so_b, in the second behind it. */
const first = [
  plan('so_a', true, '100', '3'),
  plan('so_b', true, '50', '0.6'),
  plan('so_c', false, '50', '2'),
  plan('so_d', true, '0', '1', 'B'),
];
const second = [plan('so_a', true, '100', '2'), plan('so_b', true, '50', '2'), plan('so_c', false, '50', '1.5')];

describe.each(logs)('after the publication of two years, the log in %s', (log) => {
  let api: RunningApi;
  let published = '0';
  let last = '0';
  const years = () => new YearOfUnits(api, block);
  const codeOf = async (...command: Parameters<RunningApi['refused']>) => (await api.refused(...command)).code;

  beforeAll(async () => {
    const rulesets = new RulesetCatalog([writeRuleset]);
    api = await RunningApi.start({ log, units, rulesets, now: '2023-01-03T01:00:00.000Z' });
    await api.accepted(administrator, '/blocks', { blockId: block, name: 'Khối sở, ban, ngành' });
    for (const unitId of units) {
      const unit = { unitId, name: `Sở ${unitId}`, type: 'department', officialCode: null, registeredOn: '2022-01-01' };
      await api.accepted(administrator, '/units', unit);
      await api.accepted(administrator, `/blocks/${block}/members`, { unitId, from: '2022-01-01' });
    }
    await finish(2023, first);
    await publishFirst();
  });
  afterAll(() => api.stop());

  async function finish(year: number, plans: readonly Plan[]): Promise<void> {
    await years().open(year, writeRulesetRef);
    await Promise.all(plans.map((one) => years().declareAndSubmit(year, one)));
    await Promise.all(plans.map((one) => years().survey(year, one)));
    api.clock.set(`${year + 1}-01-15T02:00:00.000Z`);
    await Promise.all(plans.map((one) => years().appraise(year, one)));
  }

  const objection = { caseId: 'kd_1', component: '1.1.3', channel: 'van_ban' };

  /** The year 2023, with an objection that is upheld, and on which a first decision gave a part of what was asked for. */
  async function publishFirst(): Promise<void> {
    await years().announce(2023);
    await api.accepted('unit-head@so_b', '/cases/2023/so_b/objections', objection);
    api.clock.set('2024-03-15T02:00:00.000Z');
    const upheld = { outcome: 'upheld', closedOn: '2024-03-15', reason: 'Tài liệu đã nộp đúng hạn' };
    await api.accepted('case-handler', '/cases/2023/so_b/kd_1/closure', upheld);
    const path = `/results/2023/${block}/publication`;
    expect(await api.refused(administrator, path, years().decision(2023))).toMatchObject({
      code: 'publication.objections-are-not-ruled',
      details: { objections: [{ unitId: 'so_b', caseId: 'kd_1' }] },
    });
    const inPart = { ...ruling.decision, number: '14/QĐ-HĐTĐ' };
    await api.accepted('council', '/assessments/2023/so_b/rulings', { ...ruling, to: '0.7', decision: inPart });
    published = await api.accepted(administrator, path, years().decision(2023));
  }

  it('in the next year a unit falls behind, which two years together propose to look into', async () => {
    await finish(2024, second);
    await years().announce(2024);
    api.clock.set('2025-03-15T02:00:00.000Z');
    last = await api.accepted(administrator, `/results/2024/${block}/publication`, years().decision(2024));
    expect(await kinds('so_c')).toContain('discipline-a');
    expect(await placesIn('')).toEqual(placesBefore);
  });

  const decision = { number: '15/QĐ-HĐTĐ', signedOn: '2025-04-10', signer: 'Chủ tịch Hội đồng' };
  const ruling = {
    ...{ component: '1.1.3', from: '0.6', to: '3', reason: 'Đủ tài liệu kiểm chứng' },
    ...{ case: { kind: 'score-objection', caseId: 'kd_1' }, decision: { ...decision, signedOn: '2024-03-15' } },
  };
  const correction = { decision: { ...decision, signedOn: '2024-03-15' }, reason: 'Quyết định về kiến nghị kd_1' };

  it('a second ruling on the objection changes the points, by who had no part in them', async () => {
    api.clock.set('2025-04-10T02:00:00.000Z');
    const path = '/assessments/2023/so_b/rulings';
    const again = { ...ruling, from: '0.7' };
    expect((await api.refused('appraiser', path, again)).status).toBe(403);
    const elsewhere = { ...again, component: '1.1.2', from: '1', to: '2' };
    expect(await codeOf('council', path, elsewhere)).toBe('assessment.case-concerns-another-component');
    expect(await codeOf('council', path, { ...again, from: '1' })).toBe('assessment.points-have-changed');
    last = await api.accepted('council', path, again);
    const sheet = await api.answered<UnitScore>('unit-head@so_b', '/scorecards/2023/so_b', last);
    expect(sheet).toMatchObject({ status: 'official', official: { rank: 3 }, total: { exact: '9' } });
    expect(sheet.components.find(({ code }) => code === '1.1.3')).toMatchObject({
      appraised: '0.6',
      ruled: '3',
      published: '0.7',
      reason: expect.stringContaining('Quyết định 15/QĐ-HĐTĐ') as string,
    });
  });

  it('the results are corrected: the block is ranked anew, with every difference named', async () => {
    api.clock.set('2025-04-20T02:00:00.000Z');
    last = await api.accepted(administrator, `/results/2023/${block}/corrections`, correction);
    const ranking = await api.answered<Ranking>(undefined, `/rankings/2023/${block}`, last);
    expect(ranking).toMatchObject({ state: 'official', correction: { reason: correction.reason } });
    expect(ranking.correction?.differences.map(({ unitId, rank }) => [unitId, rank.from, rank.to])).toEqual([
      ['so_b', 3, 2],
      ['so_c', 2, 3],
    ]);
    expect(await placesIn('')).toEqual([
      ['so_a', 1],
      ['so_b', 2],
      ['so_c', 3],
      ['so_d', 4],
    ]);
  });

  it('exactly those whose own place moved are told so; everybody that the results were corrected', async () => {
    const told = await Promise.all(units.map(async (unitId) => [unitId, await toldNow(unitId)] as const));
    expect(told.map(([unitId, all]) => [unitId, all.filter((kind) => !kind.includes('proposal'))])).toEqual([
      ['so_a', ['2023 results-corrected']],
      ['so_b', ['2023 re-ranked', '2023 results-corrected']],
      ['so_c', ['2023 re-ranked', '2023 results-corrected']],
      ['so_d', ['2023 results-corrected']],
    ]);
    expect(
      (await noticesOf('so_c')).find(({ position, kind }) => position === last && kind === 're-ranked'),
    ).toMatchObject({
      rank: { from: 2, to: 3 },
      text: 'Hạng trong Khối trước đó là 2/4, nay là 3/4. Chỉ số của đơn vị không đổi.',
    });
  });

  it('who fell behind no more by the corrected year is told that the proposal of the next stands no more', async () => {
    expect(await toldNow('so_c')).toContain('2024 proposal-withdrawn');
    const officers = await noticesOf('so_c', 'unit-officer@so_c');
    expect(officers.some(({ kind }) => kind.startsWith('proposal'))).toBe(false);
    expect((await api.question('unit-head@so_b', '/units/so_c/notices')).status).toBe(403);
  });

  it('the flags of that year and of the next are judged anew; what was proposed stays on record', async () => {
    expect(await kinds('so_c')).not.toContain('discipline-a');
    const { flags } = await api.answered<Flags>('leader', '/flags/units/so_c', last);
    const ended = flags.find(({ year, kind }) => year === 2024 && kind === 'discipline-a');
    expect(ended?.superseded).toMatchObject({ position: last, at: '2025-04-20T02:00:00.000Z' });
    const ofB = (await api.answered<Flags>('leader', '/flags/units/so_b', last)).flags;
    expect(
      ofB.filter(({ year, superseded }) => year === 2023 && superseded === null).map(({ kind }) => kind),
    ).toContain('beyond-quota');
  });

  it('the year after moves with it', async () => {
    const { ranked } = await api.answered<Ranking>(undefined, `/rankings/2024/${block}`, last);
    expect(ranked.map(({ unitId, move, previousRank }) => [unitId, move, previousRank])).toEqual([
      ['so_a', 0, 1],
      ['so_b', 0, 2],
      ['so_c', 0, 3],
    ]);
  });

  const placesBefore = [
    ['so_a', 1],
    ['so_c', 2],
    ['so_b', 3],
    ['so_d', 4],
  ];

  it('the earlier ranking, history and flags stay readable as of their time, by position and by instant', async () => {
    api.clock.set('2025-04-20T02:01:00.000Z');
    for (const asOf of [published, '2025-04-20T01:59:59.999Z']) {
      expect(await placesIn(asOf)).toEqual(placesBefore);
      const history = await asked<RankingHistory>(undefined, '/rankings/units/so_c', asOf);
      expect(history).toMatchObject({ asOf });
      expect(history.years[0]).toMatchObject({ year: 2023, rank: 2 });
    }
    const then = await asked<Flags>('auditor', '/flags/units/so_c', '2025-04-20T01:59:59.999Z');
    expect(then.flags.find(({ year, kind }) => year === 2024 && kind === 'discipline-a')).toMatchObject({
      superseded: null,
    });
    const now = await asked<RankingHistory>(undefined, '/rankings/units/so_c', last);
    expect(now.years).toMatchObject([
      { year: 2023, rank: 3 },
      { year: 2024, rank: 3, move: 0 },
    ]);
  });

  it('outsiders are not shown afterwards what was provisional then', async () => {
    const during = '2024-03-13T00:00:00.000Z';
    const path = `/rankings/2023/${block}`;
    expect(await asked<Ranking>('leader', `${path}/present`, during)).toMatchObject({ state: 'provisional' });
    expect((await api.question(undefined, `${path}?asOf=${during}`)).body).toMatchObject({
      status: 404,
      code: 'ranking.no-results-then',
    });
    const sheet = await asked<UnitScore>('unit-head@so_b', '/scorecards/2023/so_b', during);
    expect(sheet).toMatchObject({ status: 'provisional', provisional: { rank: 3 }, official: null, asOf: during });
  });

  it.each(['2099-01-01T00:00:00.000Z', '999999999999', '2025-02-30', '-1', '2025-02-30T00:00:00.000Z'])(
    'nothing is known as of %s',
    async (asOf) => {
      const response = await api.question('leader', `/flags?asOf=${asOf}`);
      expect([response.status, response.body]).toMatchObject([400, { errors: [{ field: 'asOf' }] }]);
    },
  );

  it('the list of blocks names the years whose results counted then', async () => {
    const states = async (asOf: string) => {
      const blocks = await asked<BlockYears[]>(undefined, '/rankings', asOf);
      return blocks.map(({ blockId, years: told }) => [blockId, told.map(({ year, state }) => `${year} ${state}`)]);
    };
    expect(await states('2024-03-13T00:00:00.000Z')).toEqual([]);
    expect(await states(published)).toEqual([[block, ['2023 official']]]);
    expect(await states(last)).toEqual([[block, ['2024 official', '2023 official']]]);
  });

  it('a moment is refused where the document does not know it', async () => {
    expect((await api.question('auditor', `/units/so_a/revision?asOf=${last}`)).body).toMatchObject({
      status: 400,
      errors: [{ field: 'asOf' }],
    });
  });

  it('an instant that has only just passed is not answered about: something may still be recorded with it', async () => {
    const ask = async (asOf: string) => (await api.question(undefined, `/rankings/2023/${block}?asOf=${asOf}`)).status;
    api.clock.set('2025-04-20T02:00:29.999Z');
    expect(await ask('2025-04-20T02:00:00.000Z')).toBe(400);
    api.clock.set('2025-04-20T02:00:30.000Z');
    expect(await ask('2025-04-20T02:00:00.000Z')).toBe(200);
    expect(await ask('2025-04-20T02:00:00.001Z')).toBe(400);
  });

  it('a citizen’s complaint keeps the proposals waiting; its number is told to whoever decides, and not to the unit', async () => {
    const complaint = { caseId: 'kn_so_b', kind: 'complaint', externalNumber: '77/KN-TTr', channel: '1022' };
    const dates = { receivedOn: '2025-04-18', dueOn: '2025-05-15' };
    last = await api.accepted('case-handler', '/cases/2023/so_b', { ...complaint, component: null, ...dates });
    const waiting = async (person: Person, path: string) =>
      (await api.answered<Flags>(person, path, last)).flags.filter(
        ({ unitId, pending, superseded }) => unitId === 'so_b' && pending && superseded === null,
      );
    const ofLeader = await waiting('leader', '/flags/units/so_b');
    expect(new Set(ofLeader.flatMap(({ openCases }) => openCases))).toEqual(
      new Set(['khiếu nại số 77/KN-TTr (năm 2023)']),
    );
    expect(await waiting('leader', '/flags')).toEqual(ofLeader);
    const ofHead = await waiting('unit-head@so_b', '/flags/units/so_b');
    expect(ofHead).toEqual(ofLeader.map((flag) => ({ ...flag, openCases: [] })));
    expect(ofHead[0]?.caveats).toContain('Đang chờ giải quyết 1 khiếu nại, kiến nghị: kết quả có thể thay đổi.');
    expect(JSON.stringify(ofHead)).not.toMatch(/77\/KN-TTr|kn_so_b/);
  });

  async function asked<Answer>(person: Parameters<RunningApi['question']>[0], path: string, asOf: string) {
    const response = await api.question(person, `${path}?asOf=${asOf}`);
    const body: unknown = response.body;
    expect([response.status, body]).toMatchObject([200, {}]);
    (await api.document()).check('get', path, 200, body);
    return body as Answer;
  }

  async function noticesOf(unitId: string, person: Person = `unit-head@${unitId}`): Promise<NoticesAnswer['notices']> {
    return (await api.answered<NoticesAnswer>(person, `/units/${unitId}/notices`, last)).notices;
  }

  /** What the unit was told by the event that was written last: year and kind. */
  async function toldNow(unitId: string): Promise<string[]> {
    const now = (await noticesOf(unitId)).filter(({ position }) => position === last);
    return now.map(({ year, kind }) => `${year} ${kind}`);
  }

  /** Who stands where in 2023: now, or as of a moment. */
  async function placesIn(asOf: string): Promise<unknown[][]> {
    const path = `/rankings/2023/${block}`;
    const ranking = asOf === '' ? api.answered<Ranking>(undefined, path, last) : asked<Ranking>(undefined, path, asOf);
    return (await ranking).ranked.map(({ unitId, rank }) => [unitId, rank]);
  }

  /** What is proposed now about a unit for 2024. */
  async function kinds(unitId: string): Promise<string[]> {
    const { flags } = await api.answered<Flags>('leader', `/flags/units/${unitId}`, last);
    return flags.filter(({ year, superseded }) => year === 2024 && superseded === null).map(({ kind }) => kind);
  }
});
