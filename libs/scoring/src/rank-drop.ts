import type { ConsequenceInput, YearResult } from './consequence-types';
import { rankText } from './finding';
import type { LastYear } from './last-year';
import type { Premise } from './premise';

type KnownLastYear = Extract<LastYear, { known: true }>;

/** Whether the rank number grew from one year to the next within one block; unknown where a rank is not published or not comparable. */
export function rankDrop(earlier: YearResult, later: YearResult, ruledAcrossBlocks: boolean): Premise {
  const eventIds = [earlier.eventId, later.eventId];
  const because = incomparable(earlier, later, ruledAcrossBlocks);
  if (because !== null || earlier.rank === null || later.rank === null) {
    return { holds: null, because: because ?? '', eventIds };
  }
  const move = `từ ${rankText(earlier)} năm ${earlier.year} sang ${rankText(later)} năm ${later.year}`;
  const places = later.rank - earlier.rank;
  if (places > 0) return { holds: true, because: `Tụt ${places} hạng trong Khối: ${move}.`, eventIds };
  const kept = places === 0 ? 'Giữ nguyên hạng' : `Tăng ${-places} hạng`;
  return { holds: false, because: `${kept} trong Khối: ${move}.`, eventIds };
}

/** The reading "fell in both years": from N−2 to N−1 and from N−1 to N. */
export function droppedInBothYears(input: ConsequenceInput, last: KnownLastYear, own: YearResult): Premise[] {
  return [rankDrop(last.result, own, last.ruled), droppedTheYearBefore(input, last)];
}

function droppedTheYearBefore({ year, beforePrevious }: ConsequenceInput, { result }: KnownLastYear): Premise {
  if (beforePrevious?.year === year - 2) return rankDrop(beforePrevious, result, false);
  return { holds: null, because: `Thiếu kết quả năm ${year - 2}.`, eventIds: [] };
}

function incomparable(earlier: YearResult, later: YearResult, ruledAcrossBlocks: boolean): string | null {
  for (const { rank, year } of [earlier, later]) {
    if (rank === null) return `Thiếu hạng năm ${year}: chưa được công bố.`;
  }
  const years = `năm ${earlier.year} và năm ${later.year}`;
  if (earlier.blockId !== later.blockId && !ruledAcrossBlocks) {
    return `Đơn vị xếp hạng ở hai Khối khác nhau ${years}, chưa có quyết định kế thừa: không so sánh được hạng.`;
  }
  if (earlier.scheme && later.scheme && earlier.scheme !== later.scheme) {
    return `Hai cách xếp hạng khác nhau ${years}: không so sánh được số thứ hạng.`;
  }
  return null;
}
