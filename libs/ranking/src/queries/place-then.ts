import type { Compared } from '../projections/compared';
import type { RankedUnit } from './get-ranking.query';

/** A unit's place in an edition, as answers show it. */
export function placeThen(placed: Compared): RankedUnit {
  const { rank, previous_rank: previousRank } = placed;
  return {
    unitId: placed.unit_id,
    unitName: placed.unit_name ?? placed.unit_id,
    state: placed.state,
    rank,
    tied: placed.tied,
    move: rank === null || previousRank === null ? null : previousRank - rank,
    previousRank,
    previousN: placed.previous_n,
    percentile: placed.percentile,
    total: placed.total,
    index: placed.index,
    className: placed.class_name,
    grade: placed.grade,
    note: placed.note,
  };
}
