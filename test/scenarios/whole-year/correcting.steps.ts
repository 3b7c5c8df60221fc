import { flagsOf, placesOf } from './answers';
import { administrator, blockYear, everybody, fileOf, type Given, signed, year } from './work';

const ranking = '/rankings/{year}/{blockId}';
const corrections = '/results/{year}/{blockId}/corrections';
const decision = signed('15/QĐ-UBND', '2027-06-14');
const correction = { ...blockYear, body: { decision, reason: 'Khiếu nại kn_9 đúng' } };

/** After publication: a complaint that was right, the ruling on it, the correction; what stood before stays readable. */
export function correcting(given: Given): void {
  const places = async (asOf?: string) =>
    placesOf(await given().desk.asks(undefined, ranking, { ...blockYear, query: { asOf } }));
  const before = [
    ['so_a', 1, '1900/21', '90.48', 'Xuất sắc'],
    ['so_b', 2, '80', '80.00', 'Tốt'],
    ['so_c', 3, '200/3', '66.67', 'Khá'],
    ['so_de', 4, '60', '60.00', 'Trung bình'],
  ];

  it('the unit complains of its points, which costs it none; the ruling changes the sheet, not what is official', async () => {
    const { desk } = given();
    given().at('2027-06-10T02:00:00.000Z');
    expect(await desk.refused(administrator, corrections, correction)).toBe('422 publication.decision-is-not-signed');
    await given().upheldComplaint('so_de', 'kn_9', '1.1.3', '2027-06-10', 'score-complaint');
    const body = {
      component: '1.1.3',
      from: '1',
      to: '2.5',
      reason: 'Khiếu nại kn_9 đúng',
      case: { kind: 'score-complaint', caseId: 'kn_9' },
      decision: signed('14/QĐ-HĐTĐ', '2027-06-10'),
    } as const;
    await desk.does('council', '/assessments/{year}/{unitId}/rulings', { ...fileOf('so_de'), body });
    expect(await given().told()).toEqual(['so_de points-ruled']);
    const { total, official, penalty } = await given().sheetOf('so_de');
    expect([total.exact, penalty.exact, official?.rank, official?.total.exact]).toEqual(['7.5', '0', 4, '6']);
    expect(await places()).toEqual(before);
  });

  it('the correction ranks the block anew, by a decision, and names every difference', async () => {
    const { desk } = given();
    given().at('2027-06-15T02:00:00.000Z');
    await desk.does(administrator, corrections, correction);
    expect(await places()).toEqual([
      ['so_a', 1, '1900/21', '90.48', 'Xuất sắc'],
      ['so_b', 2, '80', '80.00', 'Tốt'],
      ['so_de', 3, '75', '75.00', 'Khá'],
      ['so_c', 4, '200/3', '66.67', 'Khá'],
    ]);
    const corrected = await desk.asks(undefined, ranking, blockYear);
    expect(corrected.correction).toMatchObject({
      reason: correction.body.reason,
      differences: [
        { unitId: 'so_c', index: { from: '200/3', to: '200/3' }, rank: { from: 3, to: 4 } },
        { unitId: 'so_de', index: { from: '60', to: '75' }, rank: { from: 4, to: 3 }, className: { to: 'Khá' } },
      ],
    });
    expect(await desk.refused(administrator, corrections, correction)).toBe('409 publication.nothing-differs');
  });

  it('exactly those whom it ranks anew are told so, the one that was right and the one that fell behind, each of itself alone', async () => {
    const told = await given().told();
    expect(told.filter((line) => !line.includes('proposal'))).toEqual(
      [...everybody('results-corrected'), 'so_c re-ranked', 'so_de re-ranked'].sort(),
    );
    expect(told.filter((line) => line.includes('proposal'))).toEqual([
      'so_c proposal-raised',
      'so_de proposal-withdrawn',
    ]);
    const [before, now] = [await given().noticesOf('so_c', given().published), await given().noticesOf('so_c')];
    expect(now.findLast(({ kind }) => kind === 're-ranked')).toMatchObject({
      ...{ position: given().desk.last, rank: { from: 3, to: 4 }, className: { from: 'Khá', to: 'Khá' } },
      text: 'Hạng trong Khối trước đó là 3/4, nay là 4/4. Chỉ số của đơn vị không đổi.',
    });
    expect(JSON.stringify(now)).not.toContain('so_de');
    expect(now.slice(0, before.length)).toEqual(before);
    expect(before.map(({ kind }) => kind)).not.toContain('results-corrected');
  });

  it('flags follow: who fell behind is proposed for review, who rose no more; what was proposed stays on record', async () => {
    const { desk } = given();
    const inForce = ['so_a reward-candidate', 'so_b beyond-quota', 'so_c discipline-a'];
    const flags = async (asOf?: string) => desk.asks('leader', '/flags', { query: { asOf } });
    expect(flagsOf(await flags(), year)).toEqual(inForce);
    const own = await desk.asks('unit-head@so_de', '/flags/units/{unitId}', { path: { unitId: 'so_de' } });
    const ends = own.flags.filter(({ kind }) => kind === 'discipline-b').map(({ superseded }) => superseded?.position);
    expect(ends).toContain(desk.last);
    expect(ends).not.toContain(undefined);
    given().at('2027-06-15T02:01:00.000Z');
    expect(flagsOf(await flags('2027-06-15T01:59:59.999Z'), year)).toContain('so_de discipline-b');
  });

  it('the earlier ranking stays readable as of its moment; what was provisional then stays closed to the public', async () => {
    const { desk, published } = given();
    for (const asOf of [published, '2027-06-15T01:59:59.999Z']) expect(await places(asOf)).toEqual(before);
    const during = { ...blockYear, query: { asOf: '2027-03-05T00:00:00.000Z' } };
    expect(await desk.denied(undefined, ranking, during)).toBe('404 ranking.no-results-then');
    const then = await desk.asks('leader', '/rankings/{year}/{blockId}/present', during);
    expect([then.state, placesOf(then)[3]]).toEqual(['provisional', ['so_c', 4, '170/3', '56.67', 'Trung bình']]);
  });
}
