import type { Flags } from '@app/accountability';
import type { Ranking, RankingHistory } from '@app/ranking';
import { RulesetCatalog } from '@app/ruleset';
import type { UnitScore } from '@app/scorecard';
import { writeRuleset, writeRulesetRef } from '@app/testing';
import { v7 } from 'uuid';
import { logs } from '../../apps/api/test/opened-log';
import { RunningApi } from '../../apps/api/test/running-api';
import { type Plan, YearOfUnits } from './year-of-units';

const units = ['so_a', 'so_b', 'so_c', 'so_d'];
const block = 'so_nganh';
const administrator = 'administrator-of-units';

/** Points of 10: one for yes, two by ratio, three by hand, two for documents, two by survey. */
const first: readonly Plan[] = [
  { unitId: 'so_a', yes: true, ratio: '100', byHand: '3', survey: 'A', upheldComplaints: 0 },
  { unitId: 'so_b', yes: true, ratio: '50', byHand: '0.6', survey: 'A', upheldComplaints: 0 },
  { unitId: 'so_c', yes: false, ratio: '50', byHand: '2', survey: 'A', upheldComplaints: 0 },
  { unitId: 'so_d', yes: true, ratio: '0', byHand: '1', survey: 'B', upheldComplaints: 0 },
];
const second: readonly Plan[] = [
  { unitId: 'so_a', yes: true, ratio: '100', byHand: '2', survey: 'A', upheldComplaints: 0 },
  { unitId: 'so_b', yes: true, ratio: '50', byHand: '2', survey: 'A', upheldComplaints: 0 },
  { unitId: 'so_c', yes: false, ratio: '50', byHand: '2', survey: 'A', upheldComplaints: 1 },
];

describe.each(logs)('two years of a block, the log in %s', (log) => {
  let api: RunningApi;
  let last = '0';
  const years = () => new YearOfUnits(api, block);

  beforeAll(async () => {
    const rulesets = new RulesetCatalog([writeRuleset]);
    api = await RunningApi.start({ log, units, rulesets, now: '2023-01-03T01:00:00.000Z' });
  });
  afterAll(() => api.stop());

  it('begins with units, their heads and their block', async () => {
    await api.accepted(administrator, '/blocks', { blockId: block, name: 'Khối sở, ban, ngành' });
    for (const unitId of units) {
      const unit = { unitId, name: `Sở ${unitId}`, type: 'department', officialCode: null, registeredOn: '2022-01-01' };
      await api.accepted(administrator, '/units', unit);
      const head = { office: 'head', personId: `p_${unitId}`, personName: 'Nguyễn Thị B', from: '2022-01-01' };
      await api.accepted(administrator, `/units/${unitId}/offices`, head);
      last = await api.accepted(administrator, `/blocks/${block}/members`, { unitId, from: '2022-01-01' });
    }
  });

  it('opens a file for every member of the block', async () => {
    const opened = await years().open(2023, writeRulesetRef);
    expect(opened).toMatchObject({ opened: 4, alreadyOpen: [] });
    const sheet = await api.answered<UnitScore>('unit-officer@so_a', '/scorecards/2023/so_a', opened.position);
    expect(sheet).toMatchObject({ phase: 'declaring', status: 'open', index: null });
  });

  it('refuses to announce results while files are unfinished, and says which', async () => {
    const announcement = { objectUntil: '2024-03-14T17:00:00.000Z' };
    const problem = await api.refused(administrator, `/results/2023/${block}/provisional-results`, announcement);
    expect(problem).toMatchObject({ status: 409, code: 'publication.results-are-not-ready' });
    expect(problem.details?.['units']).toMatchObject([{ unitId: 'so_a', name: 'Sở so_a' }, {}, {}, {}]);
  });

  it('goes through the year: declared, submitted, surveyed, complained about, appraised', async () => {
    await Promise.all(first.map((plan) => years().declareAndSubmit(2023, plan)));
    expect(
      await api.refused('unit-officer@so_a', '/assessments/2023/so_a/self-scores', years().declarations(first[0])[0]),
    ).toMatchObject({
      code: 'assessment.is-locked',
    });
    await Promise.all(first.map((plan) => years().survey(2023, plan)));
    api.clock.set('2024-01-15T02:00:00.000Z');
    expect(
      await api.refused('appraiser@so_a', '/assessments/2023/so_a/confirmations', { component: '1.1.1', round: 1 }),
    ).toMatchObject({
      status: 403,
      code: 'assessment.own-unit-appraised',
    });
    await Promise.all(first.map((plan) => years().appraise(2023, plan)));
  });

  it('publishes the year by a decision, once, and everybody sees it', async () => {
    await years().announce(2023);
    api.clock.set('2024-03-15T02:00:00.000Z');
    const key = v7();
    const path = `/results/2023/${block}/publication`;
    const published = await api.command(administrator, path, years().decision(2023), key);
    expect(published.status).toBe(201);
    expect((await api.command(administrator, path, years().decision(2023), key)).body).toEqual(published.body);
    expect(await api.refused(administrator, path, years().decision(2023))).toMatchObject({
      code: 'publication.results-already-recorded',
    });
    last = (published.body as { position: string }).position;
    const ranking = await api.answered<Ranking>(undefined, `/rankings/2023/${block}`, last);
    expect(ranking).toMatchObject({ state: 'official', n: 4, decision: { number: '12/QĐ-UBND' }, unranked: [] });
    expect(placesIn(ranking)).toEqual([
      ['so_a', 1, '100.00', 'Xuất sắc'],
      ['so_c', 2, '70.00', 'Khá'],
      ['so_b', 3, '66.00', 'Khá'],
      ['so_d', 4, '50.00', 'Trung bình'],
    ]);
  });

  it('is decided no further once it is published, not even where a person could have decided', async () => {
    const late = { component: '2.1.1', round: 1, from: null, to: '1', reasonCode: 'it_phieu', reason: 'Ít phiếu' };
    expect(
      await api.refused('appraiser', '/assessments/2023/so_a/adjustments', { ...late, correction: false }),
    ).toMatchObject({ status: 409, code: 'assessment.appraisal-is-closed' });
  });

  it('flags of the first year what one year can show', async () => {
    const { flags } = await api.answered<Flags>('leader', '/flags', last);
    expect(kindsOf({ flags, asOf: null }, 2023, 'so_a')).toContain('reward-candidate');
    expect(kindsOf({ flags, asOf: null }, 2023, 'so_d')).toContain('discipline-b');
    expect(kindsOf({ flags, asOf: null }, 2023, 'so_c')).not.toContain('discipline-a');
  });

  it('goes through a second year, in which one unit submits nothing', async () => {
    await years().open(2024, writeRulesetRef);
    api.clock.set('2024-11-01T02:00:00.000Z');
    await Promise.all(second.map((plan) => years().declareAndSubmit(2024, plan)));
    await Promise.all(second.map((plan) => years().survey(2024, plan)));
    await Promise.all(second.map((plan) => years().complain(2024, plan)));
    api.clock.set('2025-01-15T02:00:00.000Z');
    expect(await api.refused('unit-officer@so_d', '/assessments/2024/so_d/approval-requests')).toMatchObject({
      code: 'assessment.submission-deadline-passed',
    });
    await Promise.all(second.map((plan) => years().appraise(2024, plan)));
    await years().announce(2024);
    api.clock.set('2025-03-15T02:00:00.000Z');
    last = await api.accepted(administrator, `/results/2024/${block}/publication`, years().decision(2024));
  });

  it('ranks the second year, with the moves, and the unit without a file in a state of its own', async () => {
    const ranking = await api.answered<Ranking>(undefined, `/rankings/2024/${block}`, last);
    expect(placesIn(ranking)).toEqual([
      ['so_a', 1, '90.00', 'Xuất sắc'],
      ['so_b', 2, '80.00', 'Tốt'],
      ['so_c', 3, '65.00', 'Khá'],
    ]);
    expect(ranking.ranked.map(({ move }) => move)).toEqual([0, 1, -1]);
    expect(ranking.unranked).toMatchObject([{ unitId: 'so_d', state: 'not-submitted', rank: null }]);
    const history = await api.answered<RankingHistory>(undefined, '/rankings/units/so_c', last);
    expect(history.years.map(({ year, rank, n }) => ({ year, rank, n }))).toEqual([
      { year: 2023, rank: 2, n: 4 },
      { year: 2024, rank: 3, n: 3 },
    ]);
  });

  it('proposes by both years, each proposal with its grounds', async () => {
    const flags = await api.answered<Flags>('auditor', '/flags', last);
    expect(kindsOf(flags, 2024, 'so_a')).toContain('reward-candidate');
    expect(kindsOf(flags, 2024, 'so_b')).toContain('beyond-quota');
    expect(kindsOf(flags, 2024, 'so_c')).toContain('discipline-a');
    const proposal = flags.flags.find(({ kind, unitId }) => kind === 'discipline-a' && unitId === 'so_c');
    expect(proposal?.eventIds.length).toBeGreaterThanOrEqual(2);
    expect(proposal?.tenures).toMatchObject([{ personId: 'p_so_c', office: 'head' }]);
    expect((await api.question('unit-head@so_a', '/flags/units/so_c')).status).toBe(403);
    expect((await api.question('unit-head@so_c', '/flags/units/so_c')).status).toBe(200);
  });

  it('explains the published points, component by component, by the events behind them', async () => {
    const sheet = await api.answered<UnitScore>('auditor', '/scorecards/2024/so_c', last);
    expect(sheet).toMatchObject({
      status: 'official',
      official: { rank: 3, n: 3 },
      penalty: { exact: '0.5' },
      total: { exact: '6.5' },
    });
    expect(sheet.components.every(({ state, eventIds }) => state !== 'scored' || eventIds.length > 0)).toBe(true);
  });

  it('never answers with less than the reader has written', async () => {
    const body = { component: '1.1.3', declaration: { kind: 'points', points: '1' }, evidence: [] };
    api.clock.set('2025-03-16T02:00:00.000Z');
    await years().open(2025, writeRulesetRef);
    for (let points = 1; points <= 3; points += 1) {
      const declared = { ...body, declaration: { kind: 'points', points: String(points) } };
      const position = await api.accepted('unit-officer@so_a', '/assessments/2025/so_a/self-scores', declared);
      const sheet = await api.answered<UnitScore>('unit-officer@so_a', '/scorecards/2025/so_a', position);
      expect(sheet.components.find(({ code }) => code === '1.1.3')?.self?.exact).toBe(String(points));
      last = position;
    }
    const ahead = (BigInt(last) + 1_000_000n).toString();
    const late = await api.question('auditor', `/scorecards/2025/so_a?after=${ahead}`);
    expect(late.status).toBe(400);
    expect(late.body).toMatchObject({ code: 'http.invalid-request', errors: [{ field: 'after' }] });
  });
});

function placesIn(ranking: Ranking): unknown[][] {
  return ranking.ranked.map(({ unitId, rank, index, className }) => [unitId, rank, index?.displayed, className]);
}

function kindsOf({ flags }: Flags, year: number, unitId: string): string[] {
  return flags.filter((flag) => flag.year === year && flag.unitId === unitId).map(({ kind }) => kind);
}
