import type { BlockYears } from '@app/ranking';
import { NotDone } from '../start-up/not-done';
import { blockYears } from './block-years';

type State = BlockYears['years'][number]['state'];
const block = (blockId: string, blockName: string, years: Readonly<Record<number, State>>): BlockYears => ({
  blockId,
  blockName,
  years: Object.entries(years).map(([year, state]) => ({ year: Number(year), state, n: null })),
});
const departments = block('so', 'Sở, ban, ngành', { 2025: 'open', 2024: 'official', 2021: 'imported' });
const districts = block('quan', 'Khối quận', { 2025: 'skipped', 2023: 'imported' });
const blocks = [departments, districts];

it('means the latest year with results, not the year that is only open; and what was skipped since', () => {
  expect(blockYears(blocks, {})).toEqual([
    { year: 2024, blockId: 'so' },
    { year: 2023, blockId: 'quan' },
    { year: 2025, blockId: 'quan' },
  ]);
});

it('tells of no skipped year but the one named, and of none before what it shows', () => {
  const xa = block('xa', 'Khối xã', { 2026: 'open', 2025: 'official', 2024: 'skipped', 2023: 'official' });
  expect(blockYears([xa], {})).toEqual([{ year: 2025, blockId: 'xa' }]);
  expect(blockYears([xa], { year: 2024 })).toEqual([{ year: 2024, blockId: 'xa' }]);
  expect(blockYears([block('xa', 'Khối xã', { 2025: 'skipped', 2024: 'skipped' })], {})).toEqual([
    { year: 2025, blockId: 'xa' },
  ]);
});

it('means the latest year where none has results yet', () => {
  expect(blockYears([block('moi', 'Mới', { 2025: 'open', 2026: 'open' })], {})).toEqual([
    { year: 2026, blockId: 'moi' },
  ]);
});

it('means the year that is open where the one after it is skipped, and tells of both', () => {
  expect(blockYears([block('moi', 'Mới', { 2025: 'skipped', 2024: 'open' })], {})).toEqual([
    { year: 2024, blockId: 'moi' },
    { year: 2025, blockId: 'moi' },
  ]);
});

it('gives a year that is named, and only of the blocks that have it', () => {
  expect(blockYears(blocks, { year: 2025, blockId: 'so' })).toEqual([{ year: 2025, blockId: 'so' }]);
  expect(blockYears(blocks, { year: 2024 })).toEqual([{ year: 2024, blockId: 'so' }]);
});

it.each([
  [{ blockId: 'khong' }, 'Không có Khối mã “khong”. Các Khối: so (Sở, ban, ngành); quan (Khối quận).'],
  [{ year: 2031 }, 'Các Khối không có năm 2031. Các năm có: 2021, 2023, 2024, 2025.'],
  [{ year: 2031, blockId: 'so' }, 'Khối Sở, ban, ngành không có năm 2031. Các năm có: 2021, 2024, 2025.'],
  [{ year: 2024, blockId: 'quan' }, 'Khối quận không có năm 2024. Các năm có: 2023, 2025.'],
])('names what there is instead of %j', (wanted, sentence) => {
  expect(() => blockYears(blocks, wanted)).toThrow(new NotDone(sentence));
});

it('suggests the demo only where there is nothing at all', () => {
  expect(() => blockYears([], { year: 2024 })).toThrow(/par demo$/);
  expect(() => blockYears([block('moi', 'Mới', {})], { blockId: 'moi' })).toThrow(
    new NotDone('Khối Mới chưa có năm đánh giá nào.'),
  );
  expect(blockYears([block('moi', 'Mới', {})], {})).toEqual([]);
});
