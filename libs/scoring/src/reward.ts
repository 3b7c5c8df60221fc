import { gradeAtLeast } from '@app/ruleset';
import type { ConsequenceInput, YearResult } from './consequence-types';
import { cited, classText, type Finding, GRADE_NAMES, rankText } from './finding';
import { rewardQuota } from './rank';

/**
 * Reward (khen thưởng): class "Tốt" or better, and within floor(n × share) places of the block. Places are counted by units, not by
 * rank numbers, so dense ranks never widen the list. A tie across the cut line is left to people: the list never exceeds the quota.
 */
export function rewardOf(input: ConsequenceInput, own: YearResult): Finding[] {
  const { citation, atLeast } = input.rules.reward;
  const clause = `${cited(citation)}: khen thưởng đơn vị xếp loại “${GRADE_NAMES[atLeast]}” trở lên, trong số suất của Khối.`;
  const base = { caveats: [], otherReading: null, sinceYear: input.year };
  if (own.grade !== null && !gradeAtLeast(own.grade, atLeast)) return [];
  const missing = missingForQuota(input, own);
  if (missing !== null || own.rank === null || own.n === null) {
    const because = `Xét khen thưởng: chưa đủ dữ liệu, ${missing ?? 'thiếu hạng'}.`;
    return [{ ...base, kind: 'insufficient-data', derivation: [clause, because], eventIds: [own.eventId] }];
  }
  const { kind, conclusion, figures } = placeOf(input, own.rank, own.n);
  const result = `Năm ${input.year}: ${classText(own)}, ${rankText(own)}.`;
  const eventIds = [own.eventId, ...input.block.map(({ eventId }) => eventId)];
  return [{ ...base, kind, derivation: [clause, result, figures, conclusion], eventIds }];
}

/** What the published list lacks for a quota to be drawn, in Vietnamese; null when it lacks nothing. */
function missingForQuota({ year, block }: ConsequenceInput, own: YearResult): string | null {
  if (own.grade === null) return `xếp loại năm ${year} chưa công bố`;
  if (own.rank === null) return `hạng năm ${year} chưa công bố`;
  if (own.n === null) return `số đơn vị được xếp hạng năm ${year} chưa công bố`;
  const listed = block.filter(({ state, rank }) => state === 'ranked' && rank !== null).length;
  return listed === own.n ? null : `mới có hạng của ${listed} trên ${own.n} đơn vị trong Khối năm ${year}`;
}

function placeOf(
  input: ConsequenceInput,
  rank: number,
  n: number,
): Pick<Finding, 'kind'> & { conclusion: string; figures: string } {
  const { quota: share } = input.rules.reward;
  const quota = rewardQuota(n, share);
  const ranks = input.block.flatMap((unit) => (unit.state === 'ranked' && unit.rank !== null ? unit.rank : []));
  const better = ranks.filter((other) => other < rank).length;
  const level = ranks.filter((other) => other === rank).length;
  const places = `${share.numerator}/${share.denominator} của ${n} đơn vị là ${quota} suất (làm tròn xuống)`;
  const figures = `${places}; ${better} đơn vị xếp trên, ${level} đơn vị ở hạng ${rank}.`;
  if (better + level <= quota) return { kind: 'reward-candidate', conclusion: CANDIDATE, figures };
  if (better >= quota) return { kind: 'beyond-quota', conclusion: BEYOND, figures };
  const conclusion = `${level} đơn vị đồng hạng tranh ${quota - better} suất còn lại: cần người có thẩm quyền quyết định.`;
  return { kind: 'needs-human-decision', conclusion, figures };
}

const CANDIDATE = 'Đề xuất xem xét khen thưởng đơn vị, người đứng đầu và cấp phó phụ trách cải cách hành chính.';
const BEYOND = 'Đạt điều kiện về xếp loại nhưng ngoài số suất khen thưởng của Khối.';
