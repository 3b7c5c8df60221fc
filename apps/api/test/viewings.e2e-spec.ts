import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset, writeRulesetRef } from '@app/testing';
import { controllers } from '../src/api.module';
import { ViewingRecorder } from '../src/viewing/viewing-recorder';
import { AccessSteps } from './access-steps';
import { type Log, logs } from './opened-log';
import { type Person, RunningApi } from './running-api';

const administrator = 'administrator-of-units';
const shown = { papers: 'score-sheet', about: 2024, onBehalfOf: null };

interface Viewings {
  readonly total: number;
  readonly viewings: readonly Readonly<Record<string, unknown>>[];
}

describe.each<Log>(logs)('who looked at what, the log in %s', (log) => {
  let api: RunningApi;
  beforeAll(async () => {
    const rulesets = new RulesetCatalog([writeRuleset]);
    api = await RunningApi.start({ log, rulesets, units: ['so_a', 'so_b'], others: ['#pho', '#kin'] });
    await api.accepted(administrator, '/blocks', { blockId: 'khoi', name: 'Khối' });
    for (const unitId of ['so_a', 'so_b']) {
      const unit = { unitId, name: unitId, type: 'department', registeredOn: '2020-01-01' };
      await api.accepted(administrator, '/units', unit);
      await api.accepted(administrator, '/blocks/khoi/members', { unitId, from: '2020-01-01' });
    }
    const deadlines = { submitBy: '2024-12-31T17:00:00.000Z', appraiseBy: '2025-02-28T17:00:00.000Z' };
    const blocks = [{ blockId: 'khoi', ruleset: writeRulesetRef }];
    await api.accepted(administrator, '/periods', { year: 2024, ...deadlines, blocks });
    const position = await api.accepted(administrator, '/results/2024/khoi/opening');
    await api.answered(administrator, '/scorecards/2024/so_b', position);
    await api.answered('leader', '/flags/units/so_b', position);
  });
  afterAll(() => api.stop());

  async function viewingsOf(unitId: string, person: Person = `unit-head@${unitId}`): Promise<Viewings> {
    await api.app.get(ViewingRecorder).flush();
    return api.answered<Viewings>(person, `/viewings/2024/${unitId}`, '0');
  }

  it('is on record with who, in which role and where the log stood, and is shown to the unit', async () => {
    await api.app.get(ViewingRecorder).flush(); // Else what was looked at before is written meanwhile.
    const head = await api.store.head();
    for (let times = 0; times < 3; times += 1) await api.question('auditor', '/scorecards/2024/so_a');
    await api.question('unit-officer@so_a', '/scorecards/2024/so_a');
    const { viewings } = await viewingsOf('so_a');
    expect(viewings).toHaveLength(2);
    const logPosition = String(head);
    const auditor = { ...shown, accountId: 'tk_auditor', role: 'auditor', times: 3, logPosition };
    const officer = { ...shown, accountId: 'tk_unit_officer_so_a', role: 'unit-officer', times: 1, logPosition };
    expect(viewings).toEqual(
      expect.arrayContaining([expect.objectContaining(auditor), expect.objectContaining(officer)]),
    );
  });

  it('says in whose name', async () => {
    await new AccessSteps(api).delegate('auditor', '#pho', 'auditor');
    const asked = api.question('#pho', '/scorecards/2024/so_a').set('X-On-Behalf-Of', 'tk_auditor');
    expect((await asked).status).toBe(200);
    const [latest] = (await viewingsOf('so_a')).viewings;
    expect(latest).toMatchObject({ accountId: 'pho', onBehalfOf: 'tk_auditor', role: 'auditor' });
  });

  it('holds proposals too, and is kept per unit', async () => {
    expect((await viewingsOf('so_b')).viewings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ papers: 'proposals', about: null, accountId: 'tk_leader' }),
        expect.objectContaining({ papers: 'score-sheet', about: 2024, accountId: 'tk_administrator_of_units' }),
      ]),
    );
  });

  it('does not hold what was refused, or not found', async () => {
    const { total } = await viewingsOf('so_a');
    expect((await api.question('unit-head@so_b', '/scorecards/2024/so_a')).status).toBe(403);
    expect((await api.question('it-admin', '/scorecards/2024/so_a')).status).toBe(403);
    expect((await api.question('leader', '/scorecards/2024/so_a')).status).toBe(403); // It is a draft.
    expect((await api.question('auditor', '/scorecards/2019/so_a')).status).toBe(404);
    expect((await viewingsOf('so_a')).total).toBe(total);
  });

  it('comes in pages, the latest first: what was there is met once, whoever looks meanwhile', async () => {
    const look = async () => {
      await api.question('auditor', '/scorecards/2024/so_b');
      await api.question(administrator, '/scorecards/2024/so_b');
      await api.app.get(ViewingRecorder).flush();
    };
    const keyOf = ({ accountId, papers, logPosition }: Viewings['viewings'][number]) =>
      [accountId, papers, logPosition].join(' ');
    for (let times = 0; times < 4; times += 1) await look();
    const there = await viewingsOf('so_b');
    expect(there.total).toBeGreaterThan(8);
    const met: string[] = [];
    const totals: number[] = [];
    for (let address: string | undefined = '/viewings/2024/so_b?limit=3'; address !== undefined;) {
      const answer = await api.question('unit-head@so_b', address);
      const { viewings, total } = answer.body as Viewings;
      (await api.document()).check('get', '/viewings/2024/so_b', 200, answer.body);
      expect(viewings.length).toBeLessThanOrEqual(3);
      met.push(...viewings.map(keyOf));
      totals.push(total);
      address = /^<([^>]+)>; rel="next"$/.exec((answer.headers as { link?: string }).link ?? '')?.[1];
      if (address !== undefined) await look();
    }
    expect(met).toEqual(there.viewings.map(keyOf));
    expect(totals.at(-1)).toBeGreaterThan(there.total);
  });

  it('tells what was on record at a moment', async () => {
    const before = await viewingsOf('so_b');
    const head = await api.store.head();
    await api.question('auditor', '/scorecards/2024/so_b');
    expect((await viewingsOf('so_b')).total).toBe(before.total + 1);
    expect(await api.answered<Viewings>('auditor', `/viewings/2024/so_b?asOf=${head}`, '0')).toEqual(before);
  });

  it.each(['cursor=x', 'cursor=WyJhIiwwXQ', 'limit=0', 'after=1', 'asOf=2999-01-01T00:00:00.000Z'])(
    'is not shown for %s',
    async (query) => {
      expect((await api.question('auditor', `/viewings/2024/so_b?${query}`)).status).toBe(400);
    },
  );

  it('holds each look at a list about many units, with what was asked', async () => {
    await api.app.get(ViewingRecorder).flush();
    const day = '/list-viewings/2024-01-02';
    const before = await api.answered<Viewings>('auditor', day, '0');
    const head = String(await api.store.head());
    await api.answered('leader', '/rankings/2024/khoi/present', head);
    for (let times = 0; times < 2; times += 1) await api.answered('leader', '/flags?year=2024&limit=5', head);
    await api.answered('auditor', '/flags', head);
    expect((await api.question('unit-head@so_a', '/flags')).status).toBe(403);
    await api.app.get(ViewingRecorder).flush();
    const { total, viewings } = await api.answered<Viewings>('auditor', day, '0');
    expect(total).toBe(before.total + 3);
    const leader = { accountId: 'tk_leader', role: 'leader', onBehalfOf: null, logPosition: head };
    expect(viewings.slice(0, 3).reverse()).toMatchObject([
      { ...leader, list: 'present-ranking', asked: { year: '2024', blockId: 'khoi' }, times: 1 },
      { ...leader, list: 'proposals', asked: { year: '2024', limit: '5' }, times: 2 },
      { accountId: 'tk_auditor', list: 'proposals', asked: {}, times: 1 },
    ]);
  });

  it('shows who looked at lists to auditors only', async () => {
    for (const person of ['unit-head@so_a', administrator, 'leader', 'it-admin'] as const)
      expect((await api.question(person, '/list-viewings/2024-01-02')).status).toBe(403);
    expect((await api.question('auditor', '/list-viewings/2024-02-30')).status).toBe(400);
  });

  it('does not tell the unit, nor anybody who belongs to it, that somebody looked at cases: there would be some', async () => {
    await new AccessSteps(api).grant('#kin', 'auditor', { unitId: 'so_a' });
    const insiders = ['unit-officer@so_a', 'unit-head@so_a', '#kin'] as const;
    const told = () => Promise.all(insiders.map((person) => viewingsOf('so_a', person)));
    const before = await told();
    await api.answered('case-handler', '/cases/2024/so_a', '0');
    expect(await told()).toEqual(before);
    const { total, viewings } = await viewingsOf('so_a', 'auditor');
    expect([total, viewings[0]]).toMatchObject([
      (before[0]?.total ?? 0) + 1,
      { papers: 'cases', role: 'case-handler' },
    ]);
  });

  it('is shown to the unit itself and to auditors only', async () => {
    expect((await viewingsOf('so_a', 'auditor')).total).toBeGreaterThan(0);
    for (const person of ['unit-head@so_b', administrator, 'leader', 'it-admin'] as const)
      expect((await api.question(person, '/viewings/2024/so_a')).status).toBe(403);
  });
});

/** Questions whose answers show nothing of a unit's figures: that something was recorded, by whom, who may do what, who looked, how far the program is. */
const showNothing = [
  'RevisionController',
  'AccessController',
  'MeController',
  'ProjectionController',
  'PeriodReadsController',
];
const showViewings = ['ViewingController', 'ListViewingController'];

it('is declared by every route that shows what is not public', () => {
  const silent = controllers.flatMap((controller) => {
    const prototype = controller.prototype as unknown as Record<string, object>;
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => {
        const handler = prototype[name] as object;
        const isQuestion = Reflect.getMetadata('method', handler) === 0;
        const access: unknown = Reflect.getMetadata('access', handler) ?? Reflect.getMetadata('access', controller);
        const isViewed = ['viewed-papers', 'viewed-list'].some((key) => Reflect.hasMetadata(key, handler));
        return isQuestion && access !== 'public' && !isViewed;
      })
      .map(() => controller.name);
  });
  expect([...new Set(silent)].sort()).toEqual([...showNothing, ...showViewings].sort());
});
