import type { UnitScore, UnitScoreComponent } from '@app/scorecard';
import { scoreText } from './score-text';

const amount = (exact: string, displayed = Number(exact).toFixed(2)) => ({ exact, displayed });

const leaf = (code: string, given: Partial<UnitScoreComponent>): UnitScoreComponent => ({
  code,
  name: `Tiêu chí ${code}`,
  criterion: 'C',
  field: code.slice(0, 1),
  part: 'appraised',
  state: 'scored',
  self: null,
  appraised: null,
  ruled: null,
  points: amount('0'),
  maximum: amount('0'),
  published: null,
  reason: `Lý do ${code}.`,
  citation: { document: 'Quy chế thử', clause: `Điều ${code}` },
  declaration: null,
  evidence: [],
  eventIds: [],
  events: [],
  ...given,
});

const sheet: UnitScore = {
  unitId: 'u1',
  unitName: 'Sở Thử',
  year: 2024,
  blockId: 'so',
  status: 'official',
  objectUntil: null,
  provisional: null,
  phase: 'appraised',
  ruleset: { id: 'small', version: 1, sha256: '', title: 'Bộ tiêu chí thử', sample: false },
  appraised: amount('3.5'),
  survey: amount('4'),
  bonus: amount('2'),
  penalty: amount('0.5'),
  self: amount('0'),
  total: amount('9'),
  partial: false,
  maximum: amount('10'),
  index: amount('90'),
  className: 'Xuất sắc',
  grade: 'excellent',
  missing: [],
  fields: [
    { code: '1', name: 'Thể chế', points: amount('3.5'), maximum: amount('5') },
    { code: '2', name: 'Tác động', points: amount('6'), maximum: amount('5') },
  ],
  criteria: [],
  explanations: [],
  components: [
    leaf('1.1', { points: amount('3.5'), maximum: amount('5') }),
    leaf('1.2', { state: 'not-applicable', points: null }),
    leaf('2.1', { part: 'survey', points: amount('4'), maximum: amount('5') }),
    leaf('2.2', { part: 'bonus', points: amount('2.5') }),
    leaf('2.3', { part: 'penalty', points: amount('-0.5') }),
  ],
  official: null,
  halted: false,
  haltedBy: null,
  asOf: '9',
};

const lines = (score: UnitScore): string[] =>
  scoreText(score)
    .split('\n')
    .map((line) => line.replaceAll(/ +/g, ' ').trim());

it('closes every field with its sum, below its own components', () => {
  const text = lines(sheet);
  expect(text).toContain('1.1 Tiêu chí 1.1 5,00 — 3,50 Điều 1.1 Lý do 1.1.');
  expect(text.indexOf('Cộng lĩnh vực 1: Thể chế 5,00 3,50')).toBe(
    text.indexOf('1.2 Tiêu chí 1.2 0,00 — KAD Điều 1.2 Lý do 1.2.') + 1,
  );
  expect(text).toContain('Cộng lĩnh vực 2: Tác động 5,00 6,00');
});

it('shows how the parts make the total, what a cap took away, and the index', () => {
  const text = lines(sheet);
  const start = text.indexOf('Tổng hợp Điểm');
  expect(text.slice(start + 1, start + 8)).toEqual([
    'Điểm thẩm định 3,50',
    'Điểm điều tra xã hội học 4,00',
    'Điểm thưởng 2,00 thưởng 2,50, trần 2 → 2,00',
    'Điểm trừ −0,50',
    'Tổng điểm 9,00 thẩm định + điều tra + thưởng − trừ',
    'Điểm tối đa 10,00',
    'Chỉ số 90,00 % tổng điểm ÷ điểm tối đa',
  ]);
});

it('says of a sum that it is not complete, and how much is missing', () => {
  expect(lines(sheet)).toContain('Chỉ số 90,00 %, xếp loại Xuất sắc: 9,00 trên 10,00 điểm');
  const partial = { ...sheet, partial: true, missing: ['1.1', '1.2'], index: null, className: null };
  expect(lines(partial)).toContain(
    'Chỉ số chưa đủ điểm thành phần, xếp loại —: mới có 9,00 trên 10,00 điểm; còn thiếu điểm của 2 tiêu chí thành phần',
  );
  expect(lines(partial)).toContain('Tổng điểm (chưa đủ) 9,00 thẩm định + điều tra + thưởng − trừ');
});

it('explains its abbreviations, and only those that it uses', () => {
  expect(scoreText(sheet)).toContain('KAD: không áp dụng');
  expect(scoreText(sheet)).not.toContain('thiếu:');
  const unfinished = { ...sheet, index: null, components: [leaf('1.1', { state: 'missing', points: null })] };
  expect(scoreText(unfinished)).toContain('thiếu: chưa có điểm');
  expect(scoreText(unfinished)).not.toContain('KAD');
  expect(lines(unfinished)).toContain('Chỉ số chưa đủ điểm thành phần tổng điểm ÷ điểm tối đa');
});
