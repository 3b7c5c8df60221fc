import { type Instant, vietnamDate, vietnamTime } from '@app/kernel';
import type { RulesetRef } from '@app/ruleset';
import { isThereAtYearEnd, type ScoreSheet, type UnitYearFacts } from '@app/scoring';
import type { UnitYearSnapshot } from './block-year';
import type { Obstacle } from './publication.errors';
import { nameOn } from './published-units';

/** A unit of the block with its score, as far as it goes; null where there is nothing to score. */
export interface ScoredUnit {
  readonly unit: UnitYearSnapshot;
  readonly sheet: ScoreSheet | null;
  /** Why the unit cannot be scored at all; null when it can. */
  readonly fault: string | null;
}

/** By what is judged whether the units of a block are finished. */
export interface Terms {
  readonly ruleset: RulesetRef;
  /** Until when files of the year are submitted that have no other deadline of their own, nor are open yet. */
  readonly submitBy: Instant;
  /** What happened before this instant is on record, all of it; of a deadline behind it nothing is known yet. */
  readonly final: Instant;
}

/**
 * Why the unit keeps its block from being announced and published; nothing when it is finished, or officially without a result: its time
 * to submit is over (ADR 24).
 */
export function obstaclesOf({ unit, sheet, fault }: ScoredUnit, { ruleset, ...terms }: Terms): Obstacle[] {
  const { facts, endedOn } = unit;
  const name = nameOn(unit, vietnamDate(terms.final));
  const because = (kind: Obstacle['kind'], reason: string, until: Instant | null = null): Obstacle[] => [
    { unitId: unit.unitId, name, kind, reason, until },
  ];
  if (fault !== null) return because('unreadable', `không đọc được sự kiện (${fault})`);
  if (!isThereAtYearEnd(endedOn, facts.year)) return [];
  if (UNSUBMITTED.has(facts.phase)) {
    const submitBy = unit.submitBy ?? terms.submitBy;
    if (terms.final >= submitBy) return [];
    return facts.phase === 'none'
      ? because('not-opened', `chưa mở hồ sơ, mà còn được nộp đến ${vietnamTime(submitBy)}`, submitBy)
      : because('still-declaring', `còn được nộp đến ${vietnamTime(submitBy)}`, submitBy);
  }
  if (facts.phase === 'submitted') return because('not-appraised', 'chưa kết thúc thẩm định');
  if (facts.ruleset?.sha256 !== ruleset.sha256) {
    return because('other-ruleset', 'được mở theo bộ tiêu chí khác với bộ tiêu chí của Khối');
  }
  const missing = sheet?.missing ?? [];
  if (missing.length > 0) return because('components-missing', `thiếu điểm ${missing.join(', ')}`);
  return sheet?.index == null ? because('no-index', 'điểm tối đa áp dụng bằng 0, không tính được chỉ số') : [];
}

/** What a unit without a result has come to when its time to submit is over. */
const UNSUBMITTED: ReadonlySet<UnitYearFacts['phase']> = new Set(['none', 'declaring', 'awaiting-approval']);
