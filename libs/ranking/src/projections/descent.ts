import { onRecord } from '@app/read-store';

/** What is known of where units came from, as far as some years are concerned. */
export interface Descent {
  /** Years in which a unit came out of others, took something over, handed a part over or changed its level. */
  readonly changes: readonly { readonly unit_id: string; readonly year: number }[];
  /** Whose result counts as a unit's last year in a year, as ruled; null: nobody's. */
  readonly rulings: readonly {
    readonly unit_id: string;
    readonly year: number;
    readonly predecessor_id: string | null;
    readonly reason: string;
    readonly event_id: string;
  }[];
}

/**
 * The unit whose result of the year before counts as this one's: as ruled; without a ruling its own, unless it changed in the year or the
 * one before: then nobody's, as for the flags (`lastYearOf` of `@app/scoring`).
 */
export function lastYearOf(unitId: string, year: number, { changes, rulings }: Descent): string | null {
  const ruling = rulings.find((one) => one.unit_id === unitId && one.year === year);
  if (ruling) return ruling.predecessor_id;
  const changed = changes.some((one) => one.unit_id === unitId && (one.year === year || one.year === year - 1));
  return changed ? null : unitId;
}

/** SQL: a change `l` that was not withdrawn. */
const STANDS = 'l.withdrawn_position IS NULL';

/** SQL: the same at the moment whose two values are `$place` and the parameter after it. */
export function stoodThen(place: number): string {
  return `${onRecord('l.position', 'l.recorded_at', place)}
    AND NOT (l.withdrawn_position IS NOT NULL AND ${onRecord('l.withdrawn_position', 'l.withdrawn_at', place)})`;
}

/**
 * SQL: the changes that concern the years $1, or the ones before them, among the lineage that `where` leaves. Who handed a part over changed
 * as well; who passed over whole has ended.
 */
export function changesIn(lineage: string, where = STANDS): string {
  return `SELECT DISTINCT u.unit_id, left(l.effective_on, 4)::integer AS year FROM ${lineage} l,
      LATERAL (VALUES (l.unit_id), (CASE WHEN l.share IS DISTINCT FROM '1' THEN l.predecessor_id END)) AS u (unit_id)
    WHERE u.unit_id <> '' AND ${where}
      AND left(l.effective_on, 4)::integer IN (SELECT y - d FROM unnest($1::integer[]) AS k (y), (VALUES (0), (1)) AS v (d))`;
}

/** SQL: the rulings on the years $1 that count, among those that `where` leaves: of a unit and year the latest. */
export function rulingsIn(ruling: string, where = 'true'): string {
  return `SELECT DISTINCT ON (r.unit_id, r.year) r.unit_id, r.year, r.predecessor_id, r.reason, r.event_id FROM ${ruling} r
    WHERE r.year = ANY ($1::integer[]) AND ${where} ORDER BY r.unit_id, r.year, r.position DESC`;
}

/** More generations than there will be reforms; a chain of decrees that led in a circle ends here, too. */
const MOST_GENERATIONS = 20;

/** SQL, to follow `WITH RECURSIVE`: as `descent`, the lineage of the unit $1 and of those it came out of, among what `where` leaves (of `l`). */
export function ancestors(where = STANDS): string {
  return `descent AS (
    SELECT l.*, 1 AS generation FROM read_model.ranking_lineage l WHERE l.unit_id = $1 AND l.predecessor_id <> '' AND ${where}
    UNION
    SELECT l.*, d.generation + 1 FROM descent d
    JOIN read_model.ranking_lineage l ON l.unit_id = d.predecessor_id AND l.predecessor_id NOT IN ('', $1)
      AND l.effective_on <= d.effective_on AND d.generation < ${MOST_GENERATIONS} AND ${where})`;
}
