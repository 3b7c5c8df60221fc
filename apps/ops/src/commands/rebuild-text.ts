import type { Comparison, EstimatedRebuild, RowDifference, TableComparison } from '@app/read-store';
import { decimalComma, duration, textTable } from '@app/terminal';

/** A comparison as a table, and under it the rows that differ. */
export function comparisonText(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ projection, tables }) =>
    tables.map(({ table, rows, same }) => [
      projection,
      table,
      countText(rows.live),
      countText(rows.rebuilt),
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

const countText = (rows: number | null): string => (rows === null ? 'không có' : String(rows));

function linesOf({ table, rows, differences }: TableComparison): string[] {
  if (rows.live === null) return [`    bảng ${table}: chỉ có ở bản dựng lại\n`];
  if (rows.rebuilt === null) return [`    bảng ${table}: chỉ có ở bản đang dùng\n`];
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

/** Of a rebuild on record: what it does, how far it is, and how long that will still take. */
export function rebuildLine(rebuild: EstimatedRebuild): string {
  const { projection, generation, careful } = rebuild;
  const how = careful === null ? farOf(rebuild) : `từng sự việc một, vì: ${careful}`;
  return `↻ ${projection}: bản ${generation} đang dựng lại, ${how}\n`;
}

function farOf(rebuild: EstimatedRebuild): string {
  const { phase, position, target, settled, groups } = rebuild;
  if (phase === 'following') return 'đã dựng xong, theo kịp nhật ký';
  const done =
    phase === 'loading'
      ? `đã đọc nhật ký đến vị trí ${position ?? 0}/${target ?? '?'}`
      : `đã tính ${shownCount(settled)}/${groups === null ? '?' : shownCount(groups)} nhóm`;
  return `${done}, ${leftOf(rebuild)}`;
}

/** Longer than this between two signs of progress is worth telling. */
const LONG_SECONDS = 60;

function leftOf({ phase, secondsLeft, secondsSinceProgress }: EstimatedRebuild): string {
  if (secondsLeft !== null) return `${phase === 'loading' ? 'đọc' : 'tính'} xong sau khoảng ${duration(secondsLeft)}`;
  if (secondsSinceProgress < LONG_SECONDS) return 'chưa ước được thời gian còn lại';
  return `không tiến thêm đã ${duration(secondsSinceProgress)}; nếu đã gián đoạn, chạy lại để làm tiếp: par projections rebuild`;
}

function shownCount(count: number): string {
  return decimalComma(String(count));
}
