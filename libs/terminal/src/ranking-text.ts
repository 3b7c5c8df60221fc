import type { RankedUnit, Ranking } from '@app/ranking';
import { blockTitle } from './block-title';
import { textTable } from './text-table';
import { decimalComma, moveGlyph, vietnameseDate } from './vietnamese-numbers';

const STATES: Readonly<Record<Exclude<Ranking['state'], 'skipped'>, string>> = {
  official: 'kết quả chính thức',
  provisional: 'kết quả tạm thời, đang nhận kiến nghị hoặc chờ công bố',
  imported: 'kết quả đã công bố, nhập từ nguồn ngoài',
  open: 'tạm tính',
};

const UNRANKED: Readonly<Record<RankedUnit['state'], string>> = {
  ranked: '',
  'not-submitted': 'chưa nộp',
  'not-resubmitted': 'không nộp lại sau khi được trả',
  'in-appraisal': 'đang thẩm định',
  incomplete: 'đã thẩm định, còn thiếu điểm',
  'not-assessed': 'không đánh giá',
  'not-published': 'không công bố',
  ended: 'đã kết thúc hoạt động trong năm',
};

/** Until a block's year is published, a unit without a file may still get one. */
const NOT_OPENED = 'chưa mở hồ sơ';

/**
 * A block's ranking as text: rank, move, points, index, class, flags; then who has no rank, and why. Of a year in which the block was skipped:
 * that, and why. `flags`: labels by unit.
 */
export function rankingText(ranking: Ranking, flags: ReadonlyMap<string, readonly string[]>): string {
  if (ranking.state === 'skipped') return `${heading(ranking)}\n`;
  const rows = [...ranking.ranked, ...ranking.unranked].map((unit) =>
    unitRow(unit, placeOf(unit, ranking.state), flags.get(unit.unitId) ?? []),
  );
  return `${heading(ranking)}\n${origin(ranking)}\n${textTable(COLUMNS, rows)}`;
}

const COLUMNS = [
  { heading: 'Hạng', align: 'right' },
  { heading: 'Thay đổi', align: 'right' },
  { heading: 'Đơn vị' },
  { heading: 'Điểm', align: 'right' },
  { heading: 'Chỉ số %', align: 'right' },
  { heading: 'Xếp loại' },
  { heading: 'Đề xuất và ghi chú' },
] as const;

function heading({ blockName, year, state, n, reason }: Ranking): string {
  if (state === 'skipped')
    return `${blockTitle(blockName)}: không đánh giá năm ${year} (${reason ?? 'không nêu lý do'})`;
  const among = n === null ? 'số đơn vị được xếp hạng không công bố' : `${n} đơn vị được xếp hạng`;
  return `${blockTitle(blockName)}, năm ${year}: ${STATES[state]}, ${among}`;
}

function origin({ source, decision, correction, asOf }: Ranking): string {
  if (source) return `Nguồn: ${source.title} <${source.url}>`;
  const by = decision ? `Quyết định ${decision.number} ngày ${vietnameseDate(decision.signedOn)}; ` : '';
  const corrected = correction === null ? '' : `đã đính chính: ${correction.reason}; `;
  return `${by}${corrected}số liệu đến vị trí ${asOf} của nhật ký`;
}

function placeOf({ rank, state }: RankedUnit, year: Ranking['state']): string {
  if (rank !== null) return String(rank);
  return year === 'open' && state === 'not-assessed' ? NOT_OPENED : UNRANKED[state];
}

function unitRow(unit: RankedUnit, place: string, flags: readonly string[]): string[] {
  const notes = [...(unit.tied ? ['đồng hạng'] : []), ...flags, ...(unit.note === null ? [] : [unit.note])];
  return [
    place,
    unit.rank === null ? '' : moveGlyph(unit.move),
    unit.unitName,
    unit.total === null ? '—' : `${decimalComma(unit.total.displayed)}${unit.partial ? ' (chưa đủ)' : ''}`,
    unit.index === null ? '—' : decimalComma(unit.index.displayed),
    unit.className ?? '—',
    notes.join('; '),
  ];
}
