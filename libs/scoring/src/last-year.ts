import type { ConsequenceInput, YearResult } from './consequence-types';
import { spokenDate } from './vietnamese';
import { withoutPoints } from './without-points';

/** What counts as the unit's result of the year before, or in Vietnamese why there is none. */
export type LastYear =
  | { readonly known: true; readonly result: YearResult; readonly ruled: boolean; readonly eventIds: readonly string[] }
  | { readonly known: false; readonly because: string; readonly eventIds: readonly string[] };

/**
 * "Two consecutive years" are calendar years: a gap is not a clean record. A unit that came out of others has no last year of its own
 * unless a succession ruling names whose result counts.
 */
export function lastYearOf(input: ConsequenceInput): LastYear {
  const { previous, ruling, lineage } = input;
  const eventIds = [lineage?.eventId, ruling?.eventId, previous?.eventId].filter((id) => id !== undefined);
  const ruled = ruling !== null && ruling.predecessorId !== null;
  const gap = (ruled ? null : withoutSuccession(input)) ?? withoutResult(input);
  if (gap !== null || previous === null) return { known: false, because: gap ?? '', eventIds };
  return { known: true, result: previous, ruled, eventIds };
}

const LINEAGE_WORDS: Readonly<Record<string, string>> = {
  created: 'được thành lập mới',
  merged: 'được hợp nhất từ các đơn vị khác',
  absorbed: 'sáp nhập thêm đơn vị khác',
  split: 'được chia tách từ đơn vị khác',
  'partial-transfer': 'nhận chuyển giao một phần từ đơn vị khác',
  'level-change': 'đổi cấp hành chính',
  ceded: 'chuyển giao một phần cho đơn vị khác',
};

function withoutSuccession({ ruling, lineage, year }: ConsequenceInput): string | null {
  if (ruling !== null)
    return `theo quyết định kế thừa, không kết quả nào được tính là của năm ${year - 1} (${ruling.reason})`;
  if (lineage === null) return null;
  const change = `${LINEAGE_WORDS[lineage.kind] ?? 'thay đổi tổ chức'} từ ${spokenDate(lineage.effectiveOn)}`;
  return `đơn vị ${change} và chưa có quyết định kế thừa kết quả năm ${year - 1}`;
}

function withoutResult({ previous, year, blockSkippedLastYear }: ConsequenceInput): string | null {
  const wanted = year - 1;
  if (previous === null && blockSkippedLastYear) return `Khối không được đánh giá năm ${wanted}`;
  if (previous === null) return `không có kết quả năm ${wanted}`;
  if (previous.year !== wanted) return `kết quả gần nhất là của năm ${previous.year}, không liền kề năm ${year}`;
  if (previous.state === 'ended') return `đơn vị kết thúc hoạt động trong năm ${wanted}, không được xếp hạng`;
  const why = withoutPoints(previous.state);
  return why === null ? null : `đơn vị ${why} năm ${wanted}`;
}
