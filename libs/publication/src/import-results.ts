import { checkedKey, checkedNumber, checkedText, type DataOf } from '@app/kernel';
import { GRADES } from '@app/ruleset';
import { ImportedRowIsInvalid, SourceAddressIsInvalid } from './publication.errors';
import { type PublicationEvent, resultsImported } from './publication.events';
import { demandUnrecorded, type Results } from './results';

type Imported = DataOf<typeof resultsImported>;
type ImportedRow = Imported['rows'][number];

/**
 * Takes over results that were published elsewhere, with their source. What the source does not say is null, never guessed. Once per
 * block and year: a second source for the same year is a matter for a person.
 */
export function importResults(state: Results, input: Imported): PublicationEvent[] {
  const { year, blockId, n } = input;
  demandUnrecorded(state, year, blockId);
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
  if (index.isNegative()) throw new ImportedRowIsInvalid(unitId, `chỉ số ${text} là số âm`);
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
