import type { ConsequenceInput, YearResult } from './consequence-types';
import type { LastYear } from './last-year';
import { percentileOf } from './percentile';
import { sentence, spokenDate, spokenPercent } from './vietnamese';

/** What weakens a comparison of two years' ranks: another n, another block, a source silent about how ties were numbered. */
export function comparisonCaveats(
  { result, ruled }: Extract<LastYear, { known: true }>,
  own: YearResult,
  ruling: ConsequenceInput['ruling'],
): string[] {
  return [
    ...changedSize(result, own),
    ...(ruled ? [`Kết quả năm ${result.year} được tính theo quyết định kế thừa.`] : []),
    ...(ruling?.takesOver ? [sentence(`Theo quyết định kế thừa, đơn vị tiếp nhận: ${ruling.takesOver}`)] : []),
    ...(result.blockId === own.blockId ? [] : [`Năm ${result.year} đơn vị xếp hạng ở Khối khác.`]),
    ...(result.scheme === null ? [`Nguồn năm ${result.year} không nêu cách xếp hạng khi đồng điểm.`] : []),
  ];
}

function changedSize(last: YearResult, own: YearResult): string[] {
  if (last.n === own.n && own.n !== null) return [];
  const places = [last, own].map((result) => `năm ${result.year}: ${placeAmong(result)}`).join('; ');
  const known = last.n !== null && own.n !== null;
  return [`${known ? 'Số đơn vị trong Khối thay đổi' : 'Không rõ số đơn vị trong Khối'} (${places}).`];
}

/** Rank and n, and the percentile where it follows from these two: not under dense ranks; and of the last there is nothing to say. */
function placeAmong({ rank, n, scheme }: YearResult): string {
  if (rank === null || n === null) return 'không tính được tỷ lệ';
  if (rank >= n || scheme === 'dense') return `hạng ${rank}/${n}`;
  return `hạng ${rank}/${n}, xếp ngang hoặc trên ${spokenPercent(percentileOf(rank, n), 1)} số đơn vị`;
}

/** The unit lived through the year and is gone since: who is proposed for review headed what is no more. */
export function endCaveats({ endedOn }: ConsequenceInput): string[] {
  return endedOn === null ? [] : [`Đơn vị đã kết thúc hoạt động từ ${spokenDate(endedOn)}.`];
}

/** Complaints and objections still open on either year: they could change the results. Other kinds of cases change no result. */
export function openCasesOf({ openCases, year }: ConsequenceInput): ConsequenceInput['openCases'] {
  return openCases.filter(({ kind, year: of }) => CASE_WORDS.has(kind) && (of === year || of === year - 1));
}

const CASE_WORDS: ReadonlyMap<string, string> = new Map([
  ['complaint', 'khiếu nại'],
  ['score-complaint', 'khiếu nại về điểm'],
  ['score-objection', 'kiến nghị về điểm'],
]);

/** How many they are, not which: the unit reads it, and is not shown the cases about it. */
export function pendingCaveats({ length }: ConsequenceInput['openCases']): string[] {
  return length === 0 ? [] : [`Đang chờ giải quyết ${length} khiếu nại, kiến nghị: kết quả có thể thay đổi.`];
}

/** Names the open cases, by their number in the register they come from where it is known. */
export function caseNames(open: ConsequenceInput['openCases']): string[] {
  return open
    .map(
      ({ kind, caseId, externalNumber, year }) =>
        `${CASE_WORDS.get(kind) ?? kind} ${externalNumber == null ? caseId : `số ${externalNumber}`} (năm ${year})`,
    )
    .sort();
}
