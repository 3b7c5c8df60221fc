import type { YearResult } from './consequence-types';

/** Why a unit has no points in a year, as the middle of a sentence: `đơn vị … năm 2024`; null: it has, or it was not there any more. */
export function withoutPoints(state: YearResult['state']): string | null {
  return WORDS[state];
}

const WORDS: Readonly<Record<YearResult['state'], string | null>> = {
  ranked: null,
  'not-submitted': 'không nộp hồ sơ tự chấm điểm',
  'not-resubmitted': 'không nộp lại hồ sơ tự chấm điểm đã được trả lại để bổ sung',
  'not-assessed': 'không được đánh giá',
  ended: null,
};
