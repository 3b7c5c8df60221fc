import { type Rational } from '@app/kernel';
import type { Component, Ruleset } from '@app/ruleset';
import { component, ScoreHistory, smallRuleset } from '@app/testing';
import { evolveFacts } from './evolve-facts';
import { initialFacts } from './facts';
import type { ScoreSheet } from './score-sheet';
import { scoreUnitYear } from './score-unit-year';
import { standingOf } from './standing';

const factsOf = (history: ScoreHistory) => history.events.reduce(evolveFacts, initialFacts('u1', 2024));
/** With the reasons in words. */
const inWords = ({ components, ...sheet }: ScoreSheet) => ({
  ...sheet,
  components: components.map(({ reasonOf, ...score }) => ({ ...score, reason: reasonOf() })),
});
const sheetOf = (history: ScoreHistory, components: readonly Component[], given: Partial<Ruleset> = {}) =>
  inWords(scoreUnitYear(factsOf(history), smallRuleset(components, given)));
const text = (value: Rational | null) => value?.toString() ?? null;

const survey = component('S', {
  max: '10',
  part: 'survey',
  rule: { kind: 'survey', question: 'Q1', weights: { A: '100', B: '60', C: '20', D: '0' }, minimumAnswers: 3 },
});
const complaints = component('P', {
  max: '0',
  part: 'penalty',
  rule: {
    kind: 'deduction',
    start: '0',
    each: '0.5',
    minScore: '-2',
    maxScore: '0',
    counts: { from: 'casework', caseKind: 'complaint', outcome: 'upheld' },
  },
});
const bonus = component('B', { max: '0', part: 'bonus', rule: { kind: 'manual', maxScore: '5' } });

describe('a score sheet', () => {
  it('adds appraised and survey points exactly and never the self-score', () => {
    const history = new ScoreHistory()
      .declared('1', '2')
      .adjusted('1', '2', '2/3', 'Thiếu tài liệu kiểm chứng')
      .confirmed('2', '2/3')
      .confirmed('3', '2/3')
      .surveyed('b1', ['Q1'], ['A', 'B', 'B']);
    const sheet = sheetOf(history, [component('1'), component('2'), component('3'), survey]);
    expect(text(sheet.appraised)).toBe('2');
    expect(text(sheet.survey)).toBe('22/3');
    expect(text(sheet.total)).toBe('28/3');
    expect(text(sheet.maximum)).toBe('16');
    expect(text(sheet.index)).toBe('175/3');
    expect([sheet.totalDisplayed, sheet.indexDisplayed]).toEqual(['9.33', '58.33']);
    expect([sheet.className, sheet.grade]).toEqual(['Trung bình', 'average']);
    expect(text(sheet.selfTotal)).toBe('2');
    expect(sheet.missing).toEqual([]);
  });

  it('says for each component why, and which events say so', () => {
    const history = new ScoreHistory()
      .declared('1', '2')
      .adjusted('1', '2', '0.75', 'thiếu tài liệu kiểm chứng')
      .declared('2', '1.5')
      .confirmed('2', '1.5')
      .surveyed('b1', ['Q1'], ['A', 'B', '-', 'X', 'A'])
      .caseReceived('K1', 'complaint')
      .caseClosed('K1', 'complaint', 'upheld');
    const { components } = sheetOf(history, [component('1'), component('2'), survey, complaints]);
    expect(components.map(({ reason }) => reason)).toEqual([
      'Thẩm định vòng 1 cho 0,75 điểm (đơn vị tự chấm 2 điểm): thiếu tài liệu kiểm chứng.',
      'Thẩm định vòng 1 đồng ý với điểm tự chấm: 1,5 điểm.',
      'Điều tra xã hội học, câu Q1: 3 câu trả lời hợp lệ (A 2, B 1); 1 câu trả lời không hợp lệ không được tính; được ≈ 8,6667 trên 10 điểm.',
      '1 vụ khiếu nại được kết luận là đúng: −0,5 điểm.',
    ]);
    expect(components.map(({ eventIds }) => eventIds)).toEqual([
      ['assessment-2024.u1@0', 'assessment-2024.u1@1'],
      ['assessment-2024.u1@2', 'assessment-2024.u1@3'],
      ['survey-2024.u1@0'],
      ['casework-2024.u1@1'],
    ]);
  });

  it('calls a component without an appraisal missing, and gives no index, class or standing until it has one', () => {
    const components = [component('1'), component('2')];
    const sheet = sheetOf(new ScoreHistory().declared('1', '2').confirmed('1', '2').declared('2', '2'), components);
    expect(sheet.missing).toEqual(['2']);
    expect(sheet.components[1]).toMatchObject({ state: 'missing', points: null });
    expect(sheet.components[1]?.reason).toBe('Chưa thẩm định; đơn vị tự chấm 2 điểm.');
    expect([sheet.index, sheet.indexDisplayed, sheet.className, sheet.grade]).toEqual([null, null, null, null]);
    expect(standingOf(sheet, smallRuleset(components))).toBeNull();
  });

  it('takes back what was said of a component once it is declared anew, until somebody has looked at it again', () => {
    const components = [component('1'), component('2')];
    const returned = () =>
      new ScoreHistory()
        .declared('1', '2')
        .adjusted('1', '2', '0.5', 'Thiếu tài liệu', 2)
        .confirmed('2', '2')
        .returned()
        .declared('1', '1');
    const sheet = sheetOf(returned(), components);
    expect(sheet.missing).toEqual(['1']);
    expect(sheet.components[0]).toMatchObject({ state: 'missing', points: null });
    expect(sheet.components[0]?.reason).toBe('Chưa thẩm định; đơn vị tự chấm 1 điểm.');
    expect(sheet.components[0]?.eventIds).toHaveLength(1);
    expect(standingOf(sheet, smallRuleset(components))).toBeNull();
    const again = sheetOf(returned().confirmed('1', '1'), components);
    expect([again.missing, text(again.appraised)]).toEqual([[], '3']);
  });

  it('counts the points of a decision above the appraised ones, and says by which decision on which own case', () => {
    const history = new ScoreHistory()
      .declared('1', '2')
      .adjusted('1', '2', '0.5', 'thiếu tài liệu kiểm chứng', 2)
      .confirmed('2', '2')
      .appraisalClosed(2)
      .ruled('1', '0.5', '1.5', 'kn-01')
      .ruled('2', '2', '0', 'kn-02', 'complaint')
      .confirmed('3', '2')
      .ruled('3', '2', '0', 'kn-03', 'score-complaint');
    const sheet = sheetOf(
      history,
      ['1', '2', '3'].map((code) => component(code)),
    );
    expect([text(sheet.appraised), text(sheet.total), sheet.indexDisplayed]).toEqual(['1.5', '1.5', '25.00']);
    expect(sheet.components.map(({ reason, eventIds }) => [reason, eventIds.length])).toEqual([
      [
        'Quyết định 15/QĐ ngày 20/04/2025 về kiến nghị kn-01 cho 1,5 điểm (thẩm định vòng 2: 0,5 điểm): Đã xem xét lại.',
        3,
      ],
      [
        'Quyết định 15/QĐ ngày 20/04/2025 về khiếu nại được kết luận là đúng cho 0 điểm (thẩm định vòng 1: 2 điểm): Đã xem xét lại.',
        2,
      ],
      ['Quyết định 15/QĐ ngày 20/04/2025 về khiếu nại kn-03 cho 0 điểm (thẩm định vòng 1: 2 điểm): Đã xem xét lại.', 2],
    ]);
  });

  it('lets a component out by decision, where the rule does', () => {
    const rebased = component('2', { rule: { kind: 'manual', notApplicable: 'rebase' } });
    const history = new ScoreHistory().confirmed('1', '1').confirmed('2', '0').ruled('2', '0', null, 'kn-01');
    const sheet = sheetOf(history, [component('1'), rebased]);
    expect([text(sheet.maximum), sheet.indexDisplayed]).toEqual(['2', '50.00']);
    expect(sheet.components[1]?.reason).toBe(
      'Quyết định 15/QĐ ngày 20/04/2025 về kiến nghị kn-01 chấp nhận không áp dụng; 2 điểm được rút khỏi điểm tối đa.',
    );
  });

  it('counts an appraised 0 as 0, which is not missing', () => {
    const sheet = sheetOf(new ScoreHistory().confirmed('1', '0'), [component('1')]);
    expect([sheet.missing, sheet.indexDisplayed, sheet.className]).toEqual([[], '0.00', 'Yếu']);
  });
});

describe('a decision of the council', () => {
  const judged = () => new ScoreHistory().declared('1', '2').adjusted('1', '2', '0.5', 'Thiếu tài liệu');

  it('stands above the appraiser’s points, and says by which minutes and votes', () => {
    const [one] = sheetOf(judged().councilDecided('1', '0.5', '1.5', 'Đủ căn cứ'), [component('1')]).components;
    expect(text(one?.points ?? null)).toBe('1.5');
    expect(one?.reason).toBe(
      'Hội đồng thẩm định (biên bản số 12/BB-HĐTĐ ngày 05/03/2025, 5/7 phiếu) cho 1,5 điểm (thẩm định vòng 1: 0,5 điểm): Đủ căn cứ.',
    );
    expect(one?.eventIds).toEqual(['assessment-2024.u1@0', 'assessment-2024.u1@1', 'assessment-2024.u1@2']);
  });

  it('stands below a decision on an upheld case, which says what the council had given', () => {
    const history = judged().councilDecided('1', '0.5', '1.5', 'Đủ căn cứ').ruled('1', '1.5', '1', 'kn-01');
    const [one] = sheetOf(history, [component('1')]).components;
    expect(one?.reason).toBe(
      'Quyết định 15/QĐ ngày 20/04/2025 về kiến nghị kn-01 cho 1 điểm (Hội đồng thẩm định: 1,5 điểm): Đã xem xét lại.',
    );
    expect([text(one?.points ?? null), one?.eventIds.length]).toEqual(['1', 4]);
    const later = history.councilDecided('1', '1.5', '2', 'Đến muộn');
    expect(text(sheetOf(later, [component('1')]).total)).toBe('1');
  });

  it('counts as it was decided last', () => {
    const history = judged().councilDecided('1', '0.5', '1.5', 'Đủ căn cứ').councilDecided('1', '1.5', '1', 'Xem lại');
    expect(text(sheetOf(history, [component('1')]).total)).toBe('1');
  });

  it('may find that the component does not apply', () => {
    const rebased = component('1', { rule: { kind: 'manual', notApplicable: 'rebase' } });
    const sheet = sheetOf(judged().councilDecided('1', '0.5', null, 'Không phát sinh'), [rebased, component('2')]);
    expect(sheet.components[0]).toMatchObject({ state: 'not-applicable', points: null });
    expect(sheet.components[0]?.reason).toBe(
      'Hội đồng thẩm định (biên bản số 12/BB-HĐTĐ ngày 05/03/2025, 5/7 phiếu) chấp nhận không áp dụng; 2 điểm được rút khỏi điểm tối đa.',
    );
  });

  it('brings back what the appraiser had left out', () => {
    const rebased = component('1', { rule: { kind: 'manual', notApplicable: 'rebase' } });
    const history = new ScoreHistory()
      .declared('1', null)
      .confirmed('1', null)
      .councilDecided('1', null, '2', 'Có phát sinh');
    const sheet = sheetOf(history, [rebased]);
    expect([text(sheet.total), text(sheet.maximum)]).toEqual(['2', '2']);
    expect(sheet.components[0]?.reason).toContain('cho 2 điểm (thẩm định vòng 1: không áp dụng): Có phát sinh.');
  });
});

describe('not applicable', () => {
  const rebased = component('2', { rule: { kind: 'manual', notApplicable: 'rebase' } });

  it('takes the component out of the maximum', () => {
    const sheet = sheetOf(new ScoreHistory().confirmed('1', '1').declared('2', null).confirmed('2', null), [
      component('1'),
      rebased,
    ]);
    expect([text(sheet.maximum), sheet.indexDisplayed]).toEqual(['2', '50.00']);
    expect(sheet.components[1]).toMatchObject({ state: 'not-applicable', points: null });
    expect(text(sheet.components[1]?.max ?? null)).toBe('0');
    expect(sheet.components[1]?.reason).toBe(
      'Thẩm định vòng 1 chấp nhận không áp dụng; 2 điểm được rút khỏi điểm tối đa.',
    );
  });

  it('gives full points where the rule says so', () => {
    const full = component('1', { rule: { kind: 'manual', notApplicable: 'full' } });
    expect(text(sheetOf(new ScoreHistory().confirmed('1', null), [full]).total)).toBe('2');
  });

  it('leaves the maximum also where a ratio without a denominator is excluded', () => {
    const ratio = component('2', { rule: { kind: 'ratio', zeroDenominator: 'exclude' } });
    const sheet = sheetOf(new ScoreHistory().confirmed('1', '1').confirmed('2', null), [component('1'), ratio]);
    expect(text(sheet.maximum)).toBe('2');
  });

  it('of a whole field leaves the field with nothing of nothing, and the rest decides', () => {
    const fields = [
      { code: 'F1', name: 'Một', criteria: [{ code: 'C1', name: 'Một', components: [component('1')] }] },
      { code: 'F2', name: 'Hai', criteria: [{ code: 'C2', name: 'Hai', components: [rebased] }] },
    ];
    const sheet = sheetOf(new ScoreHistory().confirmed('1', '1.8').confirmed('2', null), [], { fields });
    expect(sheet.fields.map(({ points, max }) => [text(points), text(max)])).toEqual([
      ['1.8', '2'],
      ['0', '0'],
    ]);
    expect(sheet.indexDisplayed).toBe('90.00');
  });

  it('of everything leaves no index, no class and no rank', () => {
    const sheet = sheetOf(new ScoreHistory().confirmed('2', null), [rebased]);
    expect([text(sheet.maximum), sheet.index, sheet.className]).toEqual(['0', null, null]);
  });
});

describe('a maximum other than 100', () => {
  it('gives the index over it', () => {
    const sheet = sheetOf(new ScoreHistory().confirmed('1', '62.62'), [component('1', { max: '70' })]);
    expect([sheet.totalDisplayed, sheet.indexDisplayed]).toEqual(['62.62', '89.46']);
  });
});

describe('bonus and penalty', () => {
  const history = () => new ScoreHistory().confirmed('1', '2');

  it('lie outside the maximum and stay within their caps', () => {
    const sheet = sheetOf(history().confirmed('B', '4').confirmed('P2', '-9'), [
      component('1'),
      bonus,
      component('P2', { max: '0', part: 'penalty', rule: { kind: 'manual', minScore: '-10', maxScore: '0' } }),
    ]);
    expect([text(sheet.bonus), text(sheet.penalty), text(sheet.total), text(sheet.maximum)]).toEqual([
      '3',
      '3',
      '2',
      '2',
    ]);
  });

  it('take off half a point per upheld complaint, down to the floor, without any appraisal', () => {
    const upheld = (count: number) => {
      const all = history();
      for (let i = 0; i < count; i += 1)
        all.caseReceived(`K${i}`, 'complaint').caseClosed(`K${i}`, 'complaint', 'upheld');
      return text(sheetOf(all, [component('1'), complaints]).penalty);
    };
    expect([0, 1, 2, 4, 5].map(upheld)).toEqual(['0', '0.5', '1', '2', '2']);
  });

  it('take off nothing for open, rejected or withdrawn cases, nor for another kind of case', () => {
    const cases = history()
      .caseReceived('K1', 'complaint')
      .caseClosed('K2', 'complaint', 'rejected')
      .caseClosed('K3', 'complaint', 'withdrawn')
      .caseClosed('K4', 'feedback', 'upheld')
      .caseClosed('K5', 'denunciation-reference', 'upheld')
      .caseClosed('K6', 'score-objection', 'upheld', '1')
      .caseClosed('K7', 'score-complaint', 'upheld', '1');
    expect(text(sheetOf(cases, [component('1'), complaints]).penalty)).toBe('0');
  });

  it('can take the total below zero, into the lowest class', () => {
    const sheet = sheetOf(new ScoreHistory().confirmed('1', '0').caseClosed('K1', 'complaint', 'upheld'), [
      component('1'),
      complaints,
    ]);
    expect([sheet.totalDisplayed, sheet.indexDisplayed, sheet.className]).toEqual(['-0.50', '-25.00', 'Yếu']);
  });
});

describe('a negative component', () => {
  it('is subtracted within the maximum', () => {
    const rule = { kind: 'manual', minScore: '-1' } as const;
    const sheet = sheetOf(new ScoreHistory().confirmed('1', '2').confirmed('2', '-1'), [
      component('1'),
      component('2', { rule }),
    ]);
    expect([text(sheet.total), text(sheet.maximum)]).toEqual(['1', '4']);
  });
});

describe('survey points', () => {
  const sheet = (history: ScoreHistory) => sheetOf(history, [survey]);

  it('come from all batches of all campaigns about the unit', () => {
    const history = new ScoreHistory()
      .surveyed('b1', ['Q1'], ['A', 'A'])
      .surveyed('b1', ['Q0', 'Q1'], ['AD'], 'officials');
    expect(text(sheet(history).total)).toBe('20/3');
  });

  it('are missing, not 0, with too few answers or none', () => {
    const few = sheet(new ScoreHistory().surveyed('b1', ['Q1'], ['A', 'A']));
    expect([few.missing, few.index]).toEqual([['S'], null]);
    expect(few.components[0]?.reason).toBe(
      'Điều tra xã hội học, câu Q1: 2 câu trả lời hợp lệ (A 2); cần ít nhất 3, chưa đủ căn cứ tính điểm.',
    );
    expect(sheet(new ScoreHistory()).missing).toEqual(['S']);
  });

  it('are given by a person where there are too few answers', () => {
    const history = new ScoreHistory().surveyed('b1', ['Q1'], ['A']).adjusted('S', null, '5', 'Hội đồng quyết định');
    expect([sheet(history).missing, text(sheet(history).total)]).toEqual([[], '5']);
    expect(sheet(history).components[0]).toMatchObject({
      reason:
        'Thẩm định vòng 1 cho 5 điểm (đơn vị chưa kê khai): Hội đồng quyết định; tính theo thẩm định vì điều tra xã hội học ' +
        'chưa đủ câu trả lời hợp lệ.',
      eventIds: ['assessment-2024.u1@0', 'survey-2024.u1@0'],
    });
  });

  it('stand above points given by a person where there are enough answers, and say that these gave way', () => {
    const history = new ScoreHistory().surveyed('b1', ['Q1'], ['A', 'A', 'A']).adjusted('S', null, '5', 'Thẩm định');
    expect(text(sheet(history).total)).toBe('10');
    expect(sheet(history).components[0]).toMatchObject({
      reason:
        'Điều tra xã hội học, câu Q1: 3 câu trả lời hợp lệ (A 3); được 10 trên 10 điểm; tính theo kết quả điều tra, ' +
        'kết quả thẩm định vòng 1 (5 điểm) không được tính.',
      eventIds: ['survey-2024.u1@0', 'assessment-2024.u1@0'],
    });
  });

  it('are counted from the cases whatever a person gave for them', () => {
    const history = new ScoreHistory().confirmed('P', '0').caseReceived('K1', 'complaint');
    const [score] = sheetOf(history.caseClosed('K1', 'complaint', 'upheld'), [complaints]).components;
    expect(score?.reason).toBe(
      '1 vụ khiếu nại được kết luận là đúng: −0,5 điểm; tính theo số vụ việc, kết quả thẩm định vòng 1 (0 điểm) không được tính.',
    );
    expect(score?.eventIds).toEqual(['casework-2024.u1@1', 'assessment-2024.u1@0']);
  });

  it('count a batch delivered twice once, and a withdrawn batch not at all', () => {
    const answers = ['A', 'A', 'D'];
    const once = new ScoreHistory().surveyed('b1', ['Q1'], answers);
    const twice = { ...factsOf(once) };
    const again = once.events.reduce(evolveFacts, twice);
    expect(inWords(scoreUnitYear(again, smallRuleset([survey])))).toEqual(sheet(once));
    expect(sheet(new ScoreHistory().surveyed('b1', ['Q1'], answers).withdrew('b1')).missing).toEqual(['S']);
  });
});

describe('class and rank', () => {
  const scored = (points: string, given: Partial<Ruleset>) =>
    sheetOf(new ScoreHistory().confirmed('1', points), [component('1', { max: '100' })], given);

  it('follow the displayed value: 89,995 is displayed as 90,00 and classed so', () => {
    expect(scored('89.995', { decidedBy: 'displayed' })).toMatchObject({
      indexDisplayed: '90.00',
      className: 'Xuất sắc',
    });
    expect(scored('94.995', {}).indexDisplayed).toBe('95.00');
  });

  it('follow the exact value where the ruleset says so', () => {
    expect(scored('89.995', { decidedBy: 'exact' })).toMatchObject({ indexDisplayed: '90.00', className: 'Tốt' });
  });

  it('have every score in exactly one class, the lower bound included', () => {
    expect(['90', '89.99', '80', '79.99', '65', '64.99', '50', '49.99'].map((p) => scored(p, {}).className)).toEqual([
      'Xuất sắc',
      'Tốt',
      'Tốt',
      'Khá',
      'Khá',
      'Trung bình',
      'Trung bình',
      'Yếu',
    ]);
  });

  it('follow the scale of the year: 85 is "Tốt" by one scale and "A" by another', () => {
    const citation = { document: 'Thang khác', clause: '1' };
    const classScale = { citation, classes: [{ name: 'A', from: '85', grade: 'excellent' as const }] };
    expect([scored('85', {}).className, scored('85', { classScale }).className]).toEqual(['Tốt', 'A']);
  });

  it('give ranking the deciding value and the declared tie-breakers', () => {
    const ruleset = smallRuleset([component('1', { max: '100' })], {
      ranking: {
        citation: { document: 'd', clause: 'c' },
        scheme: 'ordinal',
        tieBreak: ['exact-index', 'appraised-points'],
      },
    });
    const sheet = scoreUnitYear(factsOf(new ScoreHistory().confirmed('1', '89.994')), ruleset);
    const standing = standingOf(sheet, ruleset);
    expect([text(standing?.value ?? null), standing?.tieBreakers.map(text)]).toEqual(['89.99', ['89.994', '89.994']]);
  });
});
