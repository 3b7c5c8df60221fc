import type { Moment, Position } from '@app/event-store';
import { onRecord, printedMoment, type ReadYourWrites } from '@app/read-store';

/** What else than the day every question to the register may say. */
export interface Asked {
  /** By what was known then, instead of now. */
  readonly asOf?: Moment | undefined;
  /** Up to where the log must have been read for it; default: as far as it was. */
  readonly readTo?: Position | undefined;
  readonly after?: Position | undefined;
}

/** Waits until the register shows what must be in the answer. Throws ReadModelBehind, ReadModelQuarantined. */
export async function untilShown(readYourWrites: ReadYourWrites, { readTo, after }: Asked): Promise<void> {
  await readYourWrites.waitUntilRead('unit_register', readTo);
  await readYourWrites.waitFor('unit_register', after);
}

/** The answer, true as of the moment asked about; of the present it says itself where the log stands. */
export function trueAsOf<Answer extends object>(answer: Answer, asOf: Moment | undefined): Answer {
  return asOf === undefined ? answer : { ...answer, asOf: printedMoment(asOf) };
}

/** SQL: whether the row of a table of the register was known at the moment whose two values are `$place` and the parameter after it. */
export const known = (row: string, place: number): string => onRecord(`${row}.position`, `${row}.recorded_at`, place);

/** SQL: whether no correction that was known and meets the condition (on `c`) says that the row does not stand. */
const uncorrected = (row: string, condition: string, place: number): string =>
  `NOT EXISTS (SELECT FROM read_model.unit_register_correction c WHERE c.unit_id = ${row}.unit_id AND ${condition} AND ${known('c', place)})`;

/** SQL: the same of a change of a unit that was known: it was not withdrawn by then. */
export const stands = (row: string, place: number): string =>
  `${known(row, place)} AND ${uncorrected(row, `c.withdrawn = ${row}.event_id`, place)}`;

/** SQL: of a tenure: it was not corrected since it was told. */
export const tenureStands = (row: string, place: number): string =>
  `${known(row, place)} AND ${uncorrected(
    row,
    `c.subject = 'tenure' AND c.office = ${row}.office AND c.person_id = ${row}.person_id AND c.since = ${row}.since AND c.position > ${row}.position`,
    place,
  )}`;

/** SQL: of a membership: it was not corrected since it was told. */
export const memberStands = (row: string, place: number): string =>
  `${known(row, place)} AND ${uncorrected(
    row,
    `c.subject = 'membership' AND c.block_id = ${row}.block_id AND c.since = ${row}.since AND c.position > ${row}.position`,
    place,
  )}`;

/** SQL: the version of `table` (`name`, `form`) of a unit that held on a day, of what was known; before the first, the first. */
export function versionOn(table: 'name' | 'form', unitId: string, on: string, place: number, columns: string): string {
  return `(SELECT ${columns} FROM read_model.unit_register_${table} v WHERE v.unit_id = ${unitId} AND ${stands('v', place)}
      ORDER BY v.since > ${on}, CASE WHEN v.since <= ${on} THEN v.since END DESC, v.since, v.position DESC LIMIT 1)`;
}

/** SQL: whether a row (`sort_key`, `unit_id`) comes behind a unit in the order of names on a day; all rows, where the unit is null. */
export function behindUnit(unitId: string, on: string, place: number): string {
  const key = `coalesce(${versionOn('name', unitId, on, place, 'v.sort_key')}, '')`;
  return `(${unitId}::text IS NULL
        OR (sort_key COLLATE "C", unit_id COLLATE "C") > (${key} COLLATE "C", ${unitId}::text COLLATE "C"))`;
}

/** SQL: the last day of a membership `m`, of what was known: as corrected, or told after it; null while it lasts. */
export const memberUntil = (
  place: number,
): string => `coalesce(m.until, (SELECT min(e.until) FROM read_model.unit_register_membership_end e
      WHERE e.block_id = m.block_id AND e.unit_id = m.unit_id AND e.until >= m.since AND e.position > m.position AND ${known('e', place)}))`;

/** SQL: the last day of a tenure `t`, of what was known: as corrected, or told after it; null while it lasts. */
export const tenureUntil = (
  place: number,
): string => `coalesce(t.until, (SELECT min(e.until) FROM read_model.unit_register_tenure_end e
      WHERE e.unit_id = t.unit_id AND e.office = t.office AND e.person_id = t.person_id AND e.until >= t.since
        AND e.position > t.position AND ${known('e', place)}))`;

/** SQL: where the read model stands, as text. */
export const AS_OF = `(SELECT position::text FROM read_model.current_checkpoint WHERE projection = 'unit_register')`;
