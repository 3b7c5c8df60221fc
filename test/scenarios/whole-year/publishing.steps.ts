import { flagsOf, placesOf, unrankedOf } from './answers';
import { administrator, blockYear, everybody, fileOf, type Given, newName, signed, year } from './work';

const ranking = '/rankings/{year}/{blockId}';
const present = '/rankings/{year}/{blockId}/present';
const objections = '/cases/{year}/{unitId}/objections';
const publication = '/results/{year}/{blockId}/publication';
const provisional = [
  ['so_a', 1, '1900/21', '90.48', 'Xuất sắc'],
  ['so_b', 2, '80', '80.00', 'Tốt'],
  ['so_de', 3, '60', '60.00', 'Trung bình'],
  ['so_c', 4, '170/3', '56.67', 'Trung bình'],
];
const objection = (caseId: string) => ({ caseId, component: '1.1.3', channel: 'he_thong' });
const ruling = {
  component: '1.1.3',
  from: '1.5',
  to: '2.5',
  reason: 'Tài liệu đã nộp đúng hạn',
  case: { kind: 'score-objection', caseId: 'kd_1' },
  decision: signed('15/QĐ-HĐTĐ', '2027-03-10'),
} as const;

/** Provisional results, objections, the ruling, the decision; what everybody may read then. */
export function publishing(given: Given): void {
  const standing = () => given().desk.asks('leader', present, blockYear);

  it('units see provisional results, the public does not', async () => {
    const { desk } = given();
    given().at('2027-03-01T02:00:00.000Z');
    const early = { ...fileOf('so_c'), body: objection('kd_0') };
    expect(await desk.refused('unit-head@so_c', objections, early)).toBe('409 casework.objections-are-not-taken');
    const decided = { ...blockYear, body: { decision: signed('12/QĐ-UBND', '2027-03-01') } };
    expect(await desk.refused(administrator, publication, decided)).toBe('409 publication.not-announced');
    const body = { objectUntil: '2027-03-08T17:00:00.000Z' };
    await desk.does(administrator, '/results/{year}/{blockId}/provisional-results', { ...blockYear, body });
    expect(await desk.refused(administrator, publication, decided)).toBe('409 publication.objection-window-is-open');
    expect(await standing()).toMatchObject({ state: 'provisional', n: 4, decision: null, ...body });
    expect(placesOf(await standing())).toEqual(provisional);
    expect(await given().told()).toEqual(everybody('provisional-results'));
    const [announced] = (await given().noticesOf('so_c')).slice(-1);
    expect(announced).toMatchObject({ deadline: body.objectUntil, rank: { from: null, to: 4 } });
    const { status, provisional: own, official } = await given().sheetOf('so_c');
    expect([status, own?.rank, own?.index.exact, official]).toEqual(['provisional', 4, '170/3', null]);
    expect(await desk.denied(undefined, ranking, blockYear)).toBe('404 http.not-published');
    expect(await desk.denied('unit-head@so_b', '/scorecards/{year}/{unitId}', fileOf('so_c'))).toMatch(/^403 /);
  });

  it('heads object while the time runs, each for the own unit; the old units have no place to object to', async () => {
    const { desk } = given();
    given().at('2027-03-03T02:00:00.000Z');
    const foreign = { ...fileOf('so_c'), body: objection('kd_1') };
    expect(await desk.refused('unit-head@so_b', objections, foreign, '"0"')).toMatch(/^403 /);
    await desk.does('unit-head@so_c', objections, foreign);
    await desk.does('unit-head@so_c', objections, { ...foreign, body: objection('kd_4') });
    const gone = { ...fileOf('so_d'), body: objection('kd_5') };
    expect(await desk.refused('unit-head@so_d', objections, gone)).toBe('409 casework.objections-are-not-taken');
    await desk.does('unit-head@so_de', objections, { ...fileOf('so_de'), body: objection('kd_2') });
    given().at('2027-03-08T17:00:00.000Z');
    const late = { ...fileOf('so_b'), body: objection('kd_3') };
    expect(await desk.refused('unit-head@so_b', objections, late)).toBe('409 casework.objections-are-not-taken');
    expect(unrankedOf(await standing())).toEqual([
      ['so_d', 'ended'],
      ['so_e', 'ended'],
    ]);
  });

  it('the day of an objection is the clock’s, its term the policy’s, its number the office’s', async () => {
    const { desk } = given();
    const act = { path: { ...fileOf('so_c').path, caseId: 'kd_1' }, body: { externalNumber: '12/KNĐ' } };
    const registration = '/cases/{year}/{unitId}/{caseId}/registration';
    expect(await desk.refused('unit-head@so_c', registration, act, '"0"')).toMatch(/^403 /);
    await desk.does('case-handler', registration, act);
    expect(await desk.refused('case-handler', registration, act)).toBe('409 casework.already-registered');
    const course = await desk.asks('case-handler', '/cases/{year}/{unitId}/{caseId}/course', { path: act.path });
    const terms = { receivedOn: '2027-03-03', dueOn: '2027-03-18', externalNumber: '12/KNĐ', state: 'open' };
    expect(course).toMatchObject({ ...terms, kind: 'score-objection', component: '1.1.3' });
    expect(course.events.map(({ type, role }) => [type, role])).toEqual([
      ['CaseReceived', 'unit-head'],
      ['CaseRegistered', 'case-handler'],
    ]);
  });

  it('who handles cases sees which objections of which units are open', async () => {
    const query = { year: `${year}`, kind: 'score-objection', state: 'open' } as const;
    const { cases } = await given().desk.asks('case-handler', '/cases', { query });
    expect(cases.map(({ unitId, caseId }) => `${unitId} ${caseId}`)).toEqual(['so_c kd_1', 'so_c kd_4', 'so_de kd_2']);
  });

  it('nothing is published while objections are open; one is upheld, another refused', async () => {
    const { desk } = given();
    given().at('2027-03-10T02:00:00.000Z');
    const decided = { ...blockYear, body: { decision: signed('12/QĐ-UBND', '2027-03-10') } };
    expect(await desk.refused(administrator, publication, decided)).toBe('409 publication.objections-are-open');
    const rulings = '/assessments/{year}/{unitId}/rulings';
    const act = { ...fileOf('so_c'), body: ruling };
    expect(await desk.refused('council', rulings, act)).toBe('409 assessment.case-is-not-upheld');
    await given().closeCase('so_c', 'kd_1', 'upheld', '2027-03-10');
    expect(await given().told()).toEqual(['so_c objection-answered']);
    await given().closeCase('so_c', 'kd_4', 'upheld', '2027-03-10');
    await given().closeCase('so_de', 'kd_2', 'rejected', '2027-03-10');
    const refused = { ...ruling, from: '1', case: { ...ruling.case, caseId: 'kd_2' } };
    expect(await desk.refused('council', rulings, { ...fileOf('so_de'), body: refused })).toBe(
      '409 assessment.case-is-not-upheld',
    );
    expect(await given().sheetOf('so_c')).toMatchObject({ total: { exact: '17/3' } });
    expect(placesOf(await standing())).toEqual(provisional);
  });

  it('the upheld objection changes points by the ruling on it alone', async () => {
    const { desk } = given();
    const rulings = '/assessments/{year}/{unitId}/rulings';
    const act = { ...fileOf('so_c'), body: ruling };
    expect(await desk.refused('#td_linh_vuc_1', rulings, act)).toMatch(/^403 /);
    await desk.does('council', rulings, act);
    expect(await given().told()).toEqual(['so_c points-ruled']);
    const about = { path: { ...fileOf('so_c').path, caseId: 'kd_1' } };
    const { rulings: ruled } = await desk.asks('auditor', '/cases/{year}/{unitId}/{caseId}/rulings', about);
    expect(ruled).toMatchObject([{ from: '1.5', to: '2.5', decision: ruling.decision, recorded: { role: 'council' } }]);
    const { total, components } = await given().sheetOf('so_c');
    expect(total).toEqual({ exact: '20/3', displayed: '6.67' });
    expect(components.find(({ code }) => code === '1.1.3')).toMatchObject({ appraised: '1.5', ruled: '2.5' });
  });

  it('each of two upheld objections about one component ends with an answer of its own', async () => {
    const { desk } = given();
    given().at('2027-03-15T02:00:00.000Z');
    const decided = { ...blockYear, body: { decision: signed('12/QĐ-UBND', '2027-03-14') } };
    expect(await desk.refused(administrator, publication, decided)).toBe('409 publication.objections-are-not-ruled');
    const second = { ...ruling, from: '2.5', case: { ...ruling.case, caseId: 'kd_4' } };
    const rulings = '/assessments/{year}/{unitId}/rulings';
    await desk.does('council', rulings, { ...fileOf('so_c'), body: second });
    expect(await given().sheetOf('so_c')).toMatchObject({ total: { exact: '20/3' } });
  });

  it('the results are published by decision, not by who appraised, and everybody reads them', async () => {
    const { desk } = given();
    const decided = { ...blockYear, body: { decision: signed('12/QĐ-UBND', '2027-03-14') } };
    expect(await desk.refused('appraiser', publication, decided, null)).toMatch(/^403 /);
    await desk.does(administrator, publication, decided);
    given().published = desk.last;
    const official = await desk.asks(undefined, ranking, blockYear);
    expect(official).toMatchObject({ state: 'official', n: 4, correction: null, ...decided.body });
    expect(placesOf(official)).toEqual([
      ['so_a', 1, '1900/21', '90.48', 'Xuất sắc'],
      ['so_b', 2, '80', '80.00', 'Tốt'],
      ['so_c', 3, '200/3', '66.67', 'Khá'],
      ['so_de', 4, '60', '60.00', 'Trung bình'],
    ]);
    const lastYear = await desk.asks(undefined, ranking, { path: { ...blockYear.path, year: year - 1 } });
    expect([official, lastYear].map(({ ranked }) => ranked[0]?.unitName)).toEqual([newName, 'so_a (mẫu)']);
    expect(official.ranked.map(({ previousRank, move }) => [previousRank, move])).toEqual([
      ...[
        [1, 0],
        [2, 0],
        [3, 0],
      ],
      [null, null],
    ]);
  });

  it('everybody is told of the results, and exactly those whom the ruling on so_c ranked anew of that', async () => {
    const told = await given().told(given().published);
    expect(told.filter((line) => !line.includes('proposal'))).toEqual(
      [...everybody('results-published'), 'so_c re-ranked', 'so_de re-ranked'].sort(),
    );
    const moved = (await given().noticesOf('so_de')).find(({ kind }) => kind === 're-ranked');
    expect(moved).toMatchObject({ position: given().published, rank: { from: 3, to: 4 } });
    expect(moved?.text).toBe('Hạng trong Khối trước đó là 3/4, nay là 4/4. Chỉ số của đơn vị không đổi.');
  });

  it('proposes by two years; the merged unit lacks the earlier one until somebody rules whose result counts', async () => {
    const { desk } = given();
    const flags = async () => flagsOf(await desk.asks('leader', '/flags', { query: {} }), year);
    const others = ['so_a reward-candidate', 'so_b beyond-quota'];
    const withoutYear = ['so_de discipline-b', 'so_de insufficient-data'];
    expect(await flags()).toEqual([...others, ...withoutYear]);
    const raised = (await given().told(given().published)).filter((line) => line.includes('proposal'));
    expect(raised).toEqual([...others, ...withoutYear].map((line) => line.replace(/ .*/, ' proposal-raised')));
    const body = { year, predecessorId: 'so_d', takesOver: null, reason: 'Kế thừa nhiệm vụ (mẫu)' };
    const path = { unitId: 'so_de' };
    await desk.does(administrator, '/units/{unitId}/succession-rulings', { path, body });
    expect(await flags()).toEqual([...others, 'so_de discipline-b']);
    // What still stands is weighed anew: who headed the predecessor counts, too.
    const turned = ['so_de proposal-changed', 'so_de proposal-withdrawn', 'so_de succession-ruled'];
    expect(await given().told()).toEqual(turned);
    const question = { path: { unitId: 'so_de' } };
    expect(await desk.denied('unit-head@so_a', '/flags/units/{unitId}', question)).toMatch(/^403 /);
    const { years, predecessorYears } = await desk.asks(undefined, '/rankings/units/{unitId}', question);
    expect(years).toMatchObject([{ year, rank: 4, n: 4, previousRank: 4, move: 0 }]);
    expect(predecessorYears.map((each) => [each.year, each.unitId, each.rank])).toEqual([
      [year - 1, 'so_d', 4],
      [year - 1, 'so_e', 5],
    ]);
  });
}
