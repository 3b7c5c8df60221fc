import type { Placed } from './block-year';
import type { Rank } from './compared';
import type { BlockYearHead } from './published';

/** An edition of a block-year's results as it is stored. */
export type EditionRow = {
  readonly year: number;
  readonly id: string;
  readonly position: string;
  readonly recorded_at: string;
  readonly event_id: string;
  readonly head: BlockYearHead;
  readonly results: readonly Placed[];
};

/** From when an edition counted. */
export interface Since {
  /** Position of the event that brought it on, as text. */
  readonly position: string;
  readonly at: string;
}

/**
 * SQL: of each block-year the one edition that counts, among those that `where` leaves. Official results stand above imported ones, and
 * these above provisional ones; of a kind the latest.
 */
export function countingEdition(table: string, where: string): string {
  return `SELECT DISTINCT ON (e.year, e.block_id) e.year, e.block_id AS id, e.position::text, e.recorded_at, e.event_id, e.head, e.results
    FROM ${table} e WHERE ${where}
    ORDER BY e.year, e.block_id, array_position(ARRAY['official', 'imported', 'provisional'], e.kind), e.position DESC`;
}

/** Every unit's rank in an edition, and among how many; nothing without one. */
export function ranksIn(edition: EditionRow | undefined): ReadonlyMap<string, Rank> {
  const placed = edition?.results ?? [];
  return new Map(placed.map(({ unit_id, rank }) => [unit_id, { rank, n: edition?.head.n ?? null }]));
}
