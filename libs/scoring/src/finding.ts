import type { Citation, Grade } from '@app/ruleset';
import type { FlagKind, Reading, YearResult } from './consequence-types';

/** What one rule concludes about the unit, before it becomes a flag. */
export interface Finding {
  readonly kind: FlagKind;
  readonly derivation: readonly string[];
  readonly caveats: readonly string[];
  readonly otherReading: Reading | null;
  readonly eventIds: readonly string[];
  /** The earliest year that the rule looks at: whose heads are named. */
  readonly sinceYear: number;
}

/** What each grade is called where a scale's own name is not at hand. */
export const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  excellent: 'Xuất sắc',
  good: 'Tốt',
  fair: 'Khá',
  average: 'Trung bình',
  weak: 'Yếu',
};

/** `Quyết định 4000/QĐ-UBND, Điều 5 khoản 2`. */
export function cited({ document, clause }: Citation): string {
  return `${document}, ${clause}`;
}

/** `xếp loại “Khá”`; the year's own name for the class. */
export function classText({ className, grade }: Pick<YearResult, 'className' | 'grade'>): string {
  return `xếp loại “${className ?? (grade === null ? 'chưa công bố' : GRADE_NAMES[grade])}”`;
}

/** `hạng 12/22`, or `hạng 12 (không rõ số đơn vị)`. */
export function rankText({ rank, n }: Pick<YearResult, 'rank' | 'n'>): string {
  if (rank === null) return 'hạng chưa công bố';
  return n === null ? `hạng ${rank} (không rõ số đơn vị)` : `hạng ${rank}/${n}`;
}
