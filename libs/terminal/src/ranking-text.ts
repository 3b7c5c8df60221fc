import type { RankedUnit, Ranking } from '@app/ranking';
import { textTable } from './text-table';
import { decimalComma, moveGlyph, vietnameseDate } from './vietnamese-numbers';

const STATES: Readonly<Record<Ranking['state'], string>> = {
  official: 'kết quả chính thức',
  imported: 'kết quả đã công bố, nhập từ nguồn ngoài',
  open: 'tạm tính',
  skipped: 'không đánh giá năm nay',
};

const UNRANKED: Readonly<Record<RankedUnit['state'], string>> = {
  ranked: '',
  'not-submitted': 'chưa nộp',
  'in-appraisal': 'đang thẩm định',
  'not-assessed': 'không đánh giá',
  'not-published': 'không công bố',
};

/** A block's ranking as text: rank, move, points, index, class, flags; then who has no rank, and why. `flags`: labels by unit. */
export function rankingText(ranking: Ranking, flags: ReadonlyMap<string, readonly string[]>): string {
  const rows = [...ranking.ranked, ...ranking.unranked].map((unit) => unitRow(unit, flags.get(unit.unitId) ?? []));
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
  const among = n === null ? 'số đơn vị được xếp hạng không công bố' : `${n} đơn vị được xếp hạng`;
  return `Khối ${blockName}, năm ${year}: ${STATES[state]}${reason === null ? '' : ` (${reason})`}, ${among}`;
}

function origin({ source, decision, asOf }: Ranking): string {
  if (source) return `Nguồn: ${source.title} <${source.url}>`;
  const by = decision ? `Quyết định ${decision.number} ngày ${vietnameseDate(decision.signedOn)}; ` : '';
  return `${by}số liệu đến vị trí ${asOf} của nhật ký`;
}

function unitRow(unit: RankedUnit, flags: readonly string[]): string[] {
  const notes = [...(unit.tied ? ['đồng hạng'] : []), ...flags, ...(unit.note === null ? [] : [unit.note])];
  return [
    unit.rank === null ? UNRANKED[unit.state] : String(unit.rank),
    unit.rank === null ? '' : moveGlyph(unit.move),
    unit.unitName,
    unit.total === null ? '—' : decimalComma(unit.total.displayed),
    unit.index === null ? '—' : decimalComma(unit.index.displayed),
    unit.className ?? '—',
    notes.join('; '),
  ];
}
