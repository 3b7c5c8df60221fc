import type { Moment } from '@app/event-store';

/** A moment as two values of a statement: the position and the instant, one of which is null; both are for the present. */
export function momentValues(moment: Moment | undefined): [position: string | null, instant: string | null] {
  return [moment?.position?.toString() ?? null, moment?.instant ?? null];
}

/**
 * SQL for "on record at the moment", of a row that keeps the position and the instant of the event that set it; `$place` and the
 * parameter after it are `momentValues`. At present everything is.
 */
export function onRecord(positionColumn: string, instantColumn: string, place: number): string {
  return `CASE WHEN $${place}::bigint IS NOT NULL THEN ${positionColumn} <= $${place}::bigint
    WHEN $${place + 1}::text IS NOT NULL THEN ${instantColumn} <= $${place + 1}::text ELSE true END`;
}

/** The moment as answers print it. */
export function printedMoment({ position, instant }: Moment): string {
  return position === undefined ? instant : position.toString();
}
