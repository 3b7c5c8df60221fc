import type { Comparison, RowDifference, TableComparison } from '@app/read-store';
import { textTable } from '@app/terminal';

/** A comparison as a table, and under it the rows that differ. */
export function comparisonText(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ projection, tables }) =>
    tables.map(({ table, rows, same }) => [
      projection,
      table,
      String(rows.live),
      String(rows.rebuilt),
      same ? '✓ giống' : '✗ khác',
    ]),
  );
  const table = textTable(
    [
      { heading: 'Bộ chiếu' },
      { heading: 'Bảng' },
      { heading: 'Đang dùng (dòng)', align: 'right' },
      { heading: 'Dựng lại (dòng)', align: 'right' },
      { heading: 'Kết quả' },
    ],
    rows,
  );
  return table + comparisons.map(differencesText).join('');
}

function differencesText({ projection, live, rebuilt, position, same, tables }: Comparison): string {
  const about = `${projection}: bản ${live} (đang dùng) và bản ${rebuilt} ở cùng vị trí ${position}`;
  if (same) return `✓ ${about}: giống nhau từng dòng.\n`;
  return `✗ ${about}: khác nhau.\n${tables.flatMap(linesOf).join('')}`;
}

function linesOf({ table, differences }: TableComparison): string[] {
  return differences.map((difference) => `    ${table} ${lineOf(difference)}\n`);
}

function lineOf({ key, columns, live, rebuilt }: RowDifference): string {
  const name = Object.entries(key)
    .map(([column, value]) => `${column}=${String(value)}`)
    .join(', ');
  if (live === null) return `${name}: chỉ có ở bản dựng lại`;
  if (rebuilt === null) return `${name}: chỉ có ở bản đang dùng`;
  const changes = columns.map((column) => `${column} ${shown(live[column])} → ${shown(rebuilt[column])}`);
  return `${name}: ${changes.join('; ')}`;
}

const LONGEST = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
