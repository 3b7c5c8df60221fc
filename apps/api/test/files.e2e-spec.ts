import type { FileCourse, ListedFile, ListedFiles } from '@app/file-register';
import { RulesetCatalog } from '@app/ruleset';
import { sampleDecree, writeRuleset } from '@app/testing';
import { cursorOf } from '../src/http/pages';
import { ViewingRecorder } from '../src/viewing/viewing-recorder';
import { AccessSteps } from './access-steps';
import { department } from './opened-files';
import { problemIn, RunningApi } from './running-api';
import { type State, stateNames } from './state-table';
import { openYear, ruler, UnitYearCourse } from './unit-year-course';

const administrator = 'administrator-of-units';
const ofBlock2 = '#td_khoi_2';

/** How the file stands, and whose turn it is, in every state that it comes to. */
const standings: Readonly<Record<Exclude<State, 'none'>, string>> = {
  decl: 'declaring open: unit-officer declaration',
  late: 'declaring open: administrator-of-units extension',
  wait: 'awaiting-approval open: unit-head approval',
  subm: 'submitted open: appraiser appraisal 1, appraiser appraisal 2',
  retn: 'returned open: unit-officer declaration',
  appr: 'submitted open: appraiser appraisal 1, appraiser appraisal 2',
  expl: 'submitted open: appraiser appraisal 1, appraiser appraisal 2, unit-officer explanation 1',
  judg: 'submitted open: appraiser appraisal 1, appraiser appraisal 2',
  shut: 'submitted open: appraiser closure',
  clos: 'appraised open: ',
  coun: 'appraised open: ',
  prov: 'appraised provisional: ',
  obje: 'appraised provisional: case-handler objection',
  uphd: 'appraised provisional: ',
  ruld: 'appraised provisional: ',
  offi: 'appraised official: ',
  disp: 'appraised official: ',
  corr: 'appraised official: ',
};
/** Where the clock moves on behind the last event: as of that event it was earlier. */
const waited: ReadonlySet<State> = new Set(['late', 'ruld']);

interface Seen {
  readonly state: State;
  readonly position: string;
  readonly course: FileCourse;
  readonly row: ListedFile | undefined;
}

let api: RunningApi;
/** Where the log ended before the year was opened. */
let unopened = '';
const seen: Seen[] = [];
beforeAll(async () => {
  const rulesets = new RulesetCatalog([writeRuleset]);
  api = await RunningApi.start({ rulesets, units: ['u1', 'u2'], others: [ruler, ofBlock2] });
  for (const blockId of ['b1', 'b2']) await api.accepted(administrator, '/blocks', { blockId, name: blockId });
  for (const [unitId, blockId] of [
    ['u1', 'b1'],
    ['u2', 'b1'],
    ['u3', 'b2'],
  ]) {
    await api.accepted(administrator, '/units', department(unitId ?? ''));
    await api.accepted(administrator, `/blocks/${blockId}/members`, { unitId, from: '2020-01-01' });
  }
  await api.accepted(administrator, '/units', { ...department('so_noi_vu'), name: 'Sở Nội vụ' });
  const access = new AccessSteps(api);
  await access.grant(ruler, 'council');
  await access.grant(ofBlock2, 'appraiser', { blockIds: ['b2'] });
  unopened = await head();
  await openYear(api, ['b1', 'b2']);
  await api.listen();
});
afterAll(() => api.stop());

const filesAt = (position: string, query = '') =>
  api.answered<ListedFiles>('auditor', `/assessments/2024${query}`, position);
const rowOf = ({ files }: ListedFiles, unitId = 'u1') => files.find((file) => file.unitId === unitId);
const head = async () => String(await api.store.head());

function standing({ state, results, waits }: ListedFile): string {
  const told = waits.map(({ by, what, field }) => [by, what, ...(field === null ? [] : [field])].join(' '));
  return `${state} ${results}: ${told.join(', ')}`;
}

it('is none before the year is opened for its block', async () => {
  expect(await filesAt(await head())).toMatchObject({ total: 0, byState: [], files: [] });
  const none = problemIn(await api.question('auditor', '/assessments/2024/u1'));
  expect([none.status, none.code]).toEqual([404, 'file-register.file-not-found']);
});

it.each([
  ['2023', 'period.not-opened'],
  ['2024?asOf=unopened', 'period.not-opened'],
  ['2024?field=9', 'file-register.field-not-found'],
  ['2024?blockId=khong_co', 'file-register.block-not-found'],
  ['2024?leadAgency=khong_co', 'unit.not-registered'],
])('is not found where there can be none: %s', async (question, code) => {
  const problem = problemIn(await api.question('auditor', `/assessments/${question.replace('unopened', unopened)}`));
  expect([problem.status, problem.code]).toEqual([404, code]);
});

it('tells from state to state whose turn it is, alike in the list and in its course', async () => {
  const unitYear = new UnitYearCourse(api, 'u1', 'b1');
  for (const state of stateNames.filter((name) => name !== 'none')) {
    const position = await unitYear.steps[state]();
    const row = rowOf(await filesAt(position));
    const course = await api.answered<FileCourse>('auditor', '/assessments/2024/u1', position);
    seen.push({ state, position, course, row });
    expect([state, row && standing(row)]).toEqual([state, standings[state]]);
    expect([state, course.state, course.waits]).toEqual([state, row?.state, row?.waits]);
    expect([state, course.results.status]).toEqual([state, row?.results]);
  }
  expect(seen.at(-1)?.course.rulings).toHaveLength(2);
}, 120_000);

it('is as of each of these moments what everybody was answered then', async () => {
  for (const { state, position, course, row } of seen.filter((one) => !waited.has(one.state))) {
    const answer = await api.question('auditor', `/assessments/2024/u1?asOf=${position}`);
    expect([state, answer.body]).toEqual([state, { ...course, asOf: position }]);
    expect(answer.headers).not.toHaveProperty('x-projection-version');
    expect([state, rowOf(await filesAt('0', `?asOf=${position}`))]).toEqual([state, row]);
  }
});

it('is read to act on: the revision that it tells is the next command’s If-Match, and found out when it is old', async () => {
  const answer = await api.question('unit-officer@u2', '/assessments/2024/u2');
  const { fileRevision, position } = answer.body as FileCourse;
  expect(answer.headers).toMatchObject({
    'consistency-token': position,
    'x-ruleset': expect.stringMatching(/^mau-nho\/1\//) as string,
  });
  expect(answer.headers).not.toHaveProperty('etag', `"${fileRevision}"`);
  api.clock.set('2024-12-20T02:00:00.000Z');
  const longer = { components: null, submitBy: '2025-01-20T17:00:00.000Z', reason: 'Bão' };
  const extend = () =>
    api.blindCommand(administrator, '/assessments/2024/u2/extensions', longer).set('If-Match', `"${fileRevision}"`);
  expect((await extend()).status).toBe(201);
  expect((await extend()).status).toBe(412);
  const { extensions, deadlines } = await api.answeredAtOnce<FileCourse>('unit-officer@u2', '/assessments/2024/u2');
  expect(extensions).toMatchObject([
    {
      of: 'submission',
      components: null,
      reason: 'Bão',
      until: { asked: longer.submitBy, effective: longer.submitBy },
      by: { role: administrator },
    },
  ]);
  expect(deadlines[0]).toMatchObject({ what: 'submission', components: null, until: longer.submitBy });
});

describe('the list', () => {
  it('is shown within the blocks that a right reaches, whatever else there is', async () => {
    const position = await api.accepted(administrator, '/results/2024/b2/opening');
    await filesAt(position);
    const units = async (query: string) =>
      ((await api.question(ofBlock2, `/assessments/2024${query}`)).body as ListedFiles).files.map(
        ({ unitId }) => unitId,
      );
    expect(await units('')).toEqual(['u3']);
    expect(await units('?blockId=b2')).toEqual(['u3']);
    const refused = await Promise.all(
      ['b1', 'khong_co'].map((id) => api.question(ofBlock2, `/assessments/2024?blockId=${id}`)),
    );
    const [one, other] = refused.map((answer) => ({ ...problemIn(answer), correlationId: '' }));
    expect(one).toMatchObject({ status: 403, code: 'http.forbidden' });
    expect(one).toEqual(other);
    expect((await api.question(ofBlock2, '/assessments/2024/u1')).status).toBe(403);
  });

  it('is told by the lead agency that is waited for, found under its name of the register', async () => {
    const position = await api.accepted('unit-officer@u2', '/assessments/2024/u2/self-scores', {
      ...{ component: '1.1.4', declaration: { kind: 'ratio', numerator: '1', denominator: '1' }, evidence: [] },
    });
    expect(await filesAt(position, '?leadAgency=so_noi_vu')).toMatchObject({ total: 0 });
    // Of the block whose results are official nobody is waited for any more.
    expect((await filesAt(position, '?waitsFor=unit-officer')).files.map(({ unitId }) => unitId)).toEqual(['u3']);
    const then = seen.find(({ state }) => state === 'appr')?.position;
    expect(rowOf(await filesAt('0', `?leadAgency=so_noi_vu&asOf=${then}`))?.unitId).toBe('u1');
  });

  it.each([
    'state=x',
    'waitsFor=leader',
    'cursor=x',
    'cursor=WyJhIiwxXQ',
    `cursor=${cursorOf(['99999999', 'u1'])}`,
    'limit=0',
    'unit=u1',
    'asOf=2999-01-01T00:00:00.000Z',
  ])('refuses %s', async (query) => {
    const problem = problemIn(await api.question('auditor', `/assessments/2024?${query}`));
    expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, query.split('=')[0]]);
  });

  it('comes in pages that go on as they began, whoever is renamed or goes on meanwhile', async () => {
    const all = (await filesAt(await head())).files.map(({ unitId }) => unitId);
    const met: string[] = [];
    const told = new Set<string | null>();
    for (let address: string | undefined = '/assessments/2024?limit=1&state=declaring'; address !== undefined;) {
      const answer = await api.question('auditor', address);
      const { files, asOf } = answer.body as ListedFiles;
      met.push(...files.map(({ unitId }) => unitId));
      told.add(asOf);
      address = /^<([^>]+)>; rel="next"$/.exec((answer.headers as { link?: string }).link ?? '')?.[1];
      if (met.length > 1) continue;
      const name = { name: 'A đầu bảng', effectiveOn: '2024-01-01', decree: sampleDecree };
      await api.accepted(administrator, '/units/u3/renaming', name);
      await filesAt(await api.accepted(administrator, '/units/u2/renaming', { ...name, name: 'A thứ hai' }));
    }
    expect(met).toEqual(all.filter((unitId) => unitId !== 'u1'));
    expect(met).toEqual(['u2', 'u3']);
    expect(told.size).toBe(1);
    const [first] = (await filesAt(await head())).files;
    expect(first).toMatchObject({ unitId: 'u3', unitName: 'A đầu bảng' });
  });
});

it('goes on record with who was shown it: the course with the unit, the list for those who supervise', async () => {
  await api.app.get(ViewingRecorder).flush();
  const at = await head();
  await api.answered('leader', '/assessments/2024/u1', at);
  await api.answered('leader', '/assessments/2024?state=submitted', at);
  expect((await api.question('unit-officer@u2', '/assessments/2024/u1')).status).toBe(403);
  expect((await api.question('unit-officer@u2', '/assessments/2024')).status).toBe(403);
  await api.app.get(ViewingRecorder).flush();
  type Viewings = { readonly viewings: readonly object[] };
  const [ofUnit] = (await api.answered<Viewings>('unit-head@u1', '/viewings/2024/u1', '0')).viewings;
  expect(ofUnit).toMatchObject({ accountId: 'tk_leader', role: 'leader', papers: 'file', about: 2024, times: 1 });
  const [ofLists] = (await api.answered<Viewings>('auditor', '/list-viewings/2024-12-20', '0')).viewings;
  expect(ofLists).toMatchObject({ accountId: 'tk_leader', list: 'files', asked: { year: '2024', state: 'submitted' } });
});
