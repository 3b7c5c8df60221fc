import { checkedKey, checkedNumber, checkedText, type DataOf, type Instant, Rational, vietnamDate } from '@app/kernel';
import { GRADES } from '@app/ruleset';
import {
  ImportedRowIsInvalid,
  ImportedYearIsNotOver,
  ImportedYearIsOpen,
  SourceAddressIsInvalid,
} from './publication.errors';
import { type PublicationEvent, resultsImported } from './publication.events';
import { demandUnrecorded, type Results } from './results';

type Imported = DataOf<typeof resultsImported>;
type ImportedRow = Imported['rows'][number];
const HIGHEST = Rational.of('100');

/**
 * Takes over results that were published elsewhere, with their source. What the source does not say is null, never guessed. Once per
 * block and year: a second source for the same year is a matter for a person. Only of a year that is over, and that was not opened here for
 * the block (`openedHere`): else what is being determined would be closed for good by somebody's figures.
 */
export function importResults(state: Results, input: Imported, openedHere: boolean, now: Instant): PublicationEvent[] {
  const { year, blockId, n } = input;
  demandUnrecorded(state, year, blockId);
  if (openedHere) throw new ImportedYearIsOpen(year, blockId);
  if (vietnamDate(now) <= `${year}-12-31`) throw new ImportedYearIsNotOver(year);
  if (n !== null && (!Number.isInteger(n) || n < 1))
    throw new ImportedRowIsInvalid(null, `n = ${n} không phải là số đơn vị`);
  const rows = input.rows.map((row) => checkedRow(row, n));
  demandDistinctUnits(rows);
  const blockName = checkedText('Tên Khối', input.blockName, 300);
  return [resultsImported.of({ year, blockId, blockName, n, rows, source: checkedSource(input.source) })];
}

function checkedRow(
  { unitId, unitName, index, rank, className, grade, note }: ImportedRow,
  n: number | null,
): ImportedRow {
  checkedKey('Mã đơn vị', unitId);
  if (rank !== null && (!Number.isInteger(rank) || rank < 1 || (n !== null && rank > n)))
    throw new ImportedRowIsInvalid(unitId, `hạng ${rank} không nằm trong 1…${n ?? '?'}`);
  if (grade !== null && !GRADES.includes(grade))
    throw new ImportedRowIsInvalid(unitId, `không có mức “${String(grade)}”`);
  return {
    unitId,
    unitName: checkedText('Tên đơn vị', unitName, 300),
    index: index === null ? null : checkedIndex(unitId, index),
    rank,
    className: className === null ? null : checkedText('Xếp loại', className, 100),
    grade,
    note: note === null ? null : checkedText('Ghi chú', note),
  };
}

function checkedIndex(unitId: string, text: string): string {
  const index = checkedNumber('Chỉ số', text);
  if (index.isNegative() || index.gt(HIGHEST)) throw new ImportedRowIsInvalid(unitId, `chỉ số ${text} nằm ngoài 0…100`);
  return index.toString();
}

function demandDistinctUnits(rows: readonly ImportedRow[]): void {
  if (rows.length === 0) throw new ImportedRowIsInvalid(null, 'không có đơn vị nào');
  const seen = new Set<string>();
  for (const { unitId } of rows) {
    if (seen.has(unitId)) throw new ImportedRowIsInvalid(unitId, 'đơn vị bị lặp');
    seen.add(unitId);
  }
}

function checkedSource({ title, url }: Imported['source']): Imported['source'] {
  const address = checkedText('Địa chỉ nguồn', url, 1000);
  if (!/^https?:\/\/[^\s]+$/.test(address) || !URL.canParse(address)) throw new SourceAddressIsInvalid(address);
  return { title: checkedText('Tên nguồn', title, 500), url: address };
}
