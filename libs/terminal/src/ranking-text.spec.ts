import type { RankedUnit, Ranking } from '@app/ranking';
import { blockTitle, rankingText } from '.';

const unit = (state: RankedUnit['state']): RankedUnit => ({
  ...{ unitId: 'a', unitName: 'Sở A', state, rank: null, tied: false, move: null, previousRank: null, previousN: null },
  ...{ percentile: null, total: null, partial: false, index: null, className: null, grade: null, note: null },
});

const ranking = (changes: Partial<Ranking>): Ranking => ({
  ...{ year: 2025, blockId: 'so', blockName: 'Sở, ban, ngành', state: 'open', n: 0, scheme: null, ruleset: null },
  ...{ decision: null, publishedAt: null, source: null, reason: null, eventId: null, ranked: [], unranked: [] },
  ...{ objectUntil: null, correction: null, since: null },
  ...{ halted: [], asOf: '7', ...changes },
});

const textOf = (changes: Partial<Ranking>) => rankingText(ranking(changes), new Map());

it.each<[Ranking['state'], RankedUnit['state'], string]>([
  ['open', 'not-assessed', 'chưa mở hồ sơ'],
  ['open', 'not-submitted', 'chưa nộp'],
  ['official', 'not-assessed', 'không đánh giá'],
  ['official', 'not-resubmitted', 'không nộp lại sau khi được trả'],
  ['official', 'ended', 'đã kết thúc hoạt động trong năm'],
])('in a year that is %s, a unit that is %s reads “%s”', (state, unitState, shown) => {
  const row = textOf({ state, unranked: [unit(unitState)] })
    .split('\n')
    .find((line) => line.includes('Sở A'));
  expect(row?.trim()).toMatch(new RegExp(`^${shown} `));
});

it('says of a sum that it is not complete', () => {
  const known = { ...unit('not-submitted'), total: { exact: '2', displayed: '2.00' } };
  const text = textOf({
    unranked: [
      { ...known, partial: true },
      { ...known, unitName: 'Sở B' },
    ],
  });
  expect(text).toMatch(/chưa nộp +Sở A +2,00 \(chưa đủ\) +— +—$/m);
  expect(text).toMatch(/chưa nộp +Sở B +2,00 +— +—$/m);
});

it('says of a year in which the block was skipped that it was, and why', () => {
  expect(textOf({ state: 'skipped', n: null, reason: 'Sắp xếp tổ chức bộ máy' })).toBe(
    'Khối Sở, ban, ngành: không đánh giá năm 2025 (Sắp xếp tổ chức bộ máy)\n',
  );
});

it('says that results were corrected, by which decision and why; of others it says nothing of the kind', () => {
  const decision = { number: '9/QĐ-ĐC', signedOn: '2026-06-10', signer: 'Chủ tịch (mẫu)' };
  const correction = { supersedes: '0'.repeat(64), differences: [], reason: 'Khiếu nại đúng' };
  const second = (changes: Partial<Ranking>) => textOf({ state: 'official', decision, ...changes }).split('\n')[1];
  expect(second({ correction })).toBe(
    'Quyết định 9/QĐ-ĐC ngày 10/06/2026; đã đính chính: Khiếu nại đúng; số liệu đến vị trí 7 của nhật ký',
  );
  expect(second({})).toBe('Quyết định 9/QĐ-ĐC ngày 10/06/2026; số liệu đến vị trí 7 của nhật ký');
});

it.each([
  ['Sở, ban, ngành', 'Khối Sở, ban, ngành'],
  ['Khối mới', 'Khối mới'],
  ['khối quận', 'khối quận'],
  ['Khối mới'.normalize('NFD'), 'Khối mới'.normalize('NFD')],
  ['Khốiliền', 'Khối Khốiliền'],
])('the block “%s” is called “%s”', (name, title) => {
  expect(blockTitle(name)).toBe(title);
  expect(textOf({ blockName: name })).toMatch(new RegExp(`^${title}, năm 2025`));
});
