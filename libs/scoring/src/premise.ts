import type { Reading } from './consequence-types';

/** One condition of a rule: whether it holds (null: a figure is missing), and a Vietnamese sentence with the figures or what is missing. */
export interface Premise {
  readonly holds: boolean | null;
  readonly because: string;
  readonly eventIds: readonly string[];
}

/** All must hold. One that fails settles the matter even where another is unknown; otherwise the unknown decides. */
export function allHold(premises: readonly Premise[]): boolean | null {
  if (premises.some(({ holds }) => holds === false)) return false;
  return premises.every(({ holds }) => holds === true) ? true : null;
}

/** The sentences of what is missing. */
export function missingOf(premises: readonly Premise[]): string[] {
  return premises.filter(({ holds }) => holds === null).map(({ because }) => because);
}

export function readingOf(holds: boolean | null): Reading {
  if (holds === null) return 'unknown';
  return holds ? 'holds' : 'fails';
}

/** How a reading is told. */
export const READING_WORDS: Readonly<Record<Reading, string>> = {
  holds: 'cũng thỏa mãn',
  fails: 'không thỏa mãn',
  unknown: 'chưa đủ dữ liệu để kết luận',
};
