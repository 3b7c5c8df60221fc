import { gradeAtMost } from '@app/ruleset';
import { comparisonCaveats } from './caveats';
import type { ConsequenceInput, Reading, YearResult } from './consequence-types';
import { cited, classText, type Finding, GRADE_NAMES } from './finding';
import { lastYearOf } from './last-year';
import { allHold, missingOf, type Premise, READING_WORDS, readingOf } from './premise';
import { droppedInBothYears, rankDrop } from './rank-drop';

/**
 * Discipline review (A): two consecutive years at "Khá" or lower and a fall in rank within the block. Each year is judged by its own
 * scale's grade. A premise that fails settles it; otherwise what is missing makes it insufficient data, never clean.
 */
export function disciplineA(input: ConsequenceInput, own: YearResult): Finding[] {
  const { citation, atMost } = input.rules.disciplineA;
  const limit = `“${GRADE_NAMES[atMost]}” trở xuống`;
  const clause = `${cited(citation)}: xem xét xử lý khi hai năm liên tiếp xếp loại ${limit} và tụt hạng trong Khối.`;
  const { premises, otherReading, caveats, eventIds } = judge(input, own);
  const holds = allHold(premises);
  if (holds === false) return [];
  const figures = holds ? premises.map(({ because }) => because) : missingOf(premises);
  const unknown =
    'Quy tắc (A) hai năm liên tiếp: chưa đủ dữ liệu để kết luận; không có nghĩa là đơn vị không thuộc diện xem xét.';
  const base = { caveats, otherReading: holds ? otherReading : null, eventIds, sinceYear: input.year - 1 };
  return holds
    ? [{ ...base, kind: 'discipline-a', derivation: [clause, ...figures, CONCLUSION] }]
    : [{ ...base, kind: 'insufficient-data', derivation: [clause, ...figures, unknown] }];
}

const CONCLUSION = 'Đề xuất xem xét trách nhiệm người đứng đầu theo quy tắc (A); cấp có thẩm quyền quyết định.';

interface Judgement {
  readonly premises: readonly Premise[];
  readonly otherReading: Reading;
  readonly caveats: readonly string[];
  readonly eventIds: readonly string[];
}

function judge(input: ConsequenceInput, own: YearResult): Judgement {
  const last = lastYearOf(input);
  const thisYear = lowClass(own, input);
  if (!last.known) {
    const gap: Premise = { holds: null, because: `Năm ${input.year - 1}: ${last.because}.`, eventIds: last.eventIds };
    return {
      premises: [thisYear, gap],
      otherReading: 'unknown',
      caveats: [],
      eventIds: [own.eventId, ...last.eventIds],
    };
  }
  const once = [rankDrop(last.result, own, last.ruled)];
  const twice = droppedInBothYears(input, last, own);
  const chosen = input.rules.disciplineA.rankDrop === 'both-years' ? twice : once;
  const other = chosen === once ? twice : once;
  const otherReading = readingOf(allHold(other));
  const told = other.map(({ because }) => because).join(' ');
  const name = chosen === once ? 'tụt hạng cả hai năm' : 'tụt hạng so với năm trước';
  const premises = [lowClass(last.result, input), thisYear, ...chosen];
  return {
    premises,
    otherReading,
    caveats: [
      `Cách hiểu “${name}”: ${READING_WORDS[otherReading]}. ${told}`,
      ...comparisonCaveats(last, own, input.ruling),
    ],
    eventIds: [...last.eventIds, ...[...premises, ...other].flatMap(({ eventIds }) => eventIds)],
  };
}

function lowClass(result: YearResult, { rules }: ConsequenceInput): Premise {
  const { year, grade, eventId } = result;
  const eventIds = [eventId];
  if (grade === null) return { holds: null, because: `Thiếu xếp loại năm ${year}: chưa được công bố.`, eventIds };
  return {
    holds: gradeAtMost(grade, rules.disciplineA.atMost),
    because: `Năm ${year}: ${classText(result)}.`,
    eventIds,
  };
}
