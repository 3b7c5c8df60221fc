/** SQL: the version of `table` (`name`, `form`) of a unit that held on a day; before the first, the first. */
export function versionOn(table: 'name' | 'form', unitId: string, on: string, columns: string): string {
  return `(SELECT ${columns} FROM read_model.unit_register_${table} v WHERE v.unit_id = ${unitId}
      ORDER BY v.since > ${on}, CASE WHEN v.since <= ${on} THEN v.since END DESC, v.since LIMIT 1)`;
}

/** SQL: whether a row (`sort_key`, `unit_id`) comes behind a unit in the order of names on a day; all rows, where the unit is null. */
export function behindUnit(unitId: string, on: string): string {
  const key = `coalesce(${versionOn('name', unitId, on, 'v.sort_key')}, '')`;
  return `(${unitId}::text IS NULL
        OR (sort_key COLLATE "C", unit_id COLLATE "C") > (${key} COLLATE "C", ${unitId}::text COLLATE "C"))`;
}

/** SQL: the last day of a membership `m`; null while it lasts. */
export const MEMBER_UNTIL = `(SELECT min(e.until) FROM read_model.unit_register_membership_end e
      WHERE e.block_id = m.block_id AND e.unit_id = m.unit_id AND e.until >= m.since)`;

/** SQL: the last day of a tenure `t`; null while it lasts. */
export const TENURE_UNTIL = `(SELECT min(e.until) FROM read_model.unit_register_tenure_end e
      WHERE e.unit_id = t.unit_id AND e.office = t.office AND e.person_id = t.person_id AND e.until >= t.since)`;

/** SQL: where the read model stands, as text. */
export const AS_OF = `(SELECT position::text FROM read_model.current_checkpoint WHERE projection = 'unit_register')`;
