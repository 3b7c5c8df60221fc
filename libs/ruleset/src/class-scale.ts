import { Rational } from '@app/kernel';
import type { ClassScale, Grade } from './ruleset';

/** One class of a scale: its name as published, where it begins, and what it means to the consequence rules. */
export type ScaleClass = ClassScale['classes'][number];

/** Every grade, best first. */
export const GRADES: readonly Grade[] = ['excellent', 'good', 'fair', 'average', 'weak'];

/**
 * The class (xếp loại) of an index %: intervals are half-open [from, next better from), so every value is in exactly one; a value below
 * the lowest `from` (an index turned negative by penalties) is in the lowest. Throws RangeError on a scale without classes.
 */
export function classOf(scale: ClassScale, index: Rational): ScaleClass {
  const found = scale.classes.find(({ from }) => index.gte(Rational.of(from))) ?? scale.classes.at(-1);
  if (!found) throw new RangeError('A class scale needs at least one class');
  return found;
}

/** Negative when `first` is the better grade, 0 when equal, positive when it is the lower one: sorts best first. */
export function compareGrades(first: Grade, second: Grade): number {
  return GRADES.indexOf(first) - GRADES.indexOf(second);
}

/** Whether the grade is `bound` or better ("Tốt trở lên"). */
export function gradeAtLeast(grade: Grade, bound: Grade): boolean {
  return compareGrades(grade, bound) <= 0;
}

/** Whether the grade is `bound` or lower ("Khá trở xuống"). */
export function gradeAtMost(grade: Grade, bound: Grade): boolean {
  return compareGrades(grade, bound) >= 0;
}
