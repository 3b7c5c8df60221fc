import { type Instant, vietnamTime } from '@app/kernel';
import type { RulesetRef } from '@app/ruleset';
import { isThereAtYearEnd, type ScoreSheet } from '@app/scoring';
import type { UnitYearSnapshot } from './block-year';
import type { Obstacle } from './publication.errors';

/** A unit of the block with its score, as far as it goes; null where there is nothing to score. */
export interface ScoredUnit {
  readonly unit: UnitYearSnapshot;
  readonly sheet: ScoreSheet | null;
  /** Why the unit cannot be scored at all; null when it can. */
  readonly fault: string | null;
}

/** Why the unit keeps its block from being published; nothing when it is finished, or officially without a result. */
export function obstaclesOf({ unit, sheet, fault }: ScoredUnit, ruleset: RulesetRef, now: Instant): Obstacle[] {
  const { facts, submitBy, endedOn } = unit;
  const because = (kind: Obstacle['kind'], reason: string): Obstacle[] => [{ unitId: unit.unitId, kind, reason }];
  if (fault !== null) return because('unreadable', `không đọc được sự kiện (${fault})`);
  if (facts.phase === 'none' || !isThereAtYearEnd(endedOn, facts.year)) return [];
  if (facts.phase === 'declaring' || facts.phase === 'awaiting-approval') {
    return submitBy !== null && now < submitBy
      ? because('still-declaring', `còn được nộp đến ${vietnamTime(submitBy)}`)
      : [];
  }
  if (facts.phase === 'submitted') return because('not-appraised', 'chưa kết thúc thẩm định');
  if (facts.ruleset?.sha256 !== ruleset.sha256) {
    return because('other-ruleset', 'được mở theo bộ tiêu chí khác với bộ tiêu chí của Khối');
  }
  const missing = sheet?.missing ?? [];
  if (missing.length > 0) return because('components-missing', `thiếu điểm ${missing.join(', ')}`);
  return sheet?.index == null ? because('no-index', 'điểm tối đa áp dụng bằng 0, không tính được chỉ số') : [];
}
