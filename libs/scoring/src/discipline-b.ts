import { gradeAtMost } from '@app/ruleset';
import type { ConsequenceInput, YearResult } from './consequence-types';
import { cited, classText, type Finding, GRADE_NAMES, rankText } from './finding';
import { READING_WORDS, readingOf } from './premise';

/** Discipline review (B): class "Trung bình" in the year; "or lower" or the literal class only, as the ruleset reads it. */
export function disciplineB(input: ConsequenceInput, own: YearResult): Finding[] {
  const { citation, grade, reading } = input.rules.disciplineB;
  const name = GRADE_NAMES[grade];
  const words = { 'or-lower': `“${name}” trở xuống`, literal: `đúng loại “${name}”` };
  const clause = `${cited(citation)}: xem xét xử lý khi xếp loại ${words[reading]} trong năm.`;
  const base = { eventIds: [own.eventId], sinceYear: input.year };
  if (own.grade === null) {
    const because = `Quy tắc (B): thiếu xếp loại năm ${input.year}, chưa được công bố; chưa đủ dữ liệu để kết luận.`;
    return [{ ...base, kind: 'insufficient-data', caveats: [], otherReading: null, derivation: [clause, because] }];
  }
  const holds = { 'or-lower': gradeAtMost(own.grade, grade), literal: own.grade === grade };
  if (!holds[reading]) return [];
  const other = reading === 'literal' ? 'or-lower' : 'literal';
  const otherReading = readingOf(holds[other]);
  const caveats = [`Cách hiểu ${other === 'literal' ? 'chỉ ' : ''}${words[other]}: ${READING_WORDS[otherReading]}.`];
  const result = `Năm ${input.year}: ${classText(own)}, ${rankText(own)}.`;
  return [{ ...base, kind: 'discipline-b', caveats, otherReading, derivation: [clause, result, CONCLUSION] }];
}

const CONCLUSION = 'Đề xuất xem xét trách nhiệm người đứng đầu theo quy tắc (B); cấp có thẩm quyền quyết định.';
