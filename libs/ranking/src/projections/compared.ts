import { percentileOf } from '@app/scoring';
import type { Placed } from './block-year';

/** A unit's rank in a year, and among how many. */
export interface Rank {
  readonly rank: number | null;
  readonly n: number | null;
}

/** One unit's place, and how it compares with the other units and with its place the year before. */
export interface Compared extends Placed {
  readonly percentile: string | null;
  readonly previous_rank: number | null;
  readonly previous_n: number | null;
}

/**
 * The places of a block-year beside those of the year before; `n` as published. `lastYearOf`: whose place of the year before a unit's is
 * compared with; null: nobody's.
 */
export function comparedWith(
  before: ReadonlyMap<string, Rank>,
  results: readonly Placed[],
  n: number | null,
  lastYearOf: (unitId: string) => string | null,
): Compared[] {
  const ranks = results.flatMap(({ rank }) => rank ?? []);
  return results.map((placed) => {
    const previous = before.get(lastYearOf(placed.unit_id) ?? '');
    return {
      ...placed,
      percentile: percentile(placed, n, ranks),
      previous_rank: previous?.rank ?? null,
      previous_n: previous?.n ?? null,
    };
  });
}

function percentile({ rank }: Placed, n: number | null, ranks: readonly number[]): string | null {
  return rank === null || n === null || n < rank ? null : percentileOf(rank, n, ranks).toFixed(1);
}
