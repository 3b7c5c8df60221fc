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
    partial: placed.partial,
    index: placed.index,
    className: placed.class_name,
    grade: placed.grade,
    note: placed.note,
  };
}

/** By rank; those without one last, by state. */
export function inOrder(a: Compared, b: Compared): number {
  const keyOf = ({ rank, state, unit_id }: Compared) => [rank ?? Infinity, state, unit_id] as const;
  const [one, other] = [keyOf(a), keyOf(b)];
  const differs = one.findIndex((part, place) => part !== other[place]);
  return differs === -1 ? 0 : (one[differs] ?? 0) < (other[differs] ?? 0) ? -1 : 1;
}
