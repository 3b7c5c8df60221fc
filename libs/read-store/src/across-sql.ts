import type { Generation } from './generations';
import { SCHEMA, type Statement } from './table-sql';

/** Enters groups that `across` has to compute, also those that could not be computed before. In the transaction that writes what they rest on. */
export function leaveGroups({ projection, generation, part = 0 }: Generation, groups: Iterable<string>): Statement {
  return {
    sql: `INSERT INTO ${SCHEMA}.across_group (projection, generation, part, name) SELECT $1, $2, $3, name FROM unnest($4::text[]) name ORDER BY name COLLATE "C"
       ON CONFLICT (projection, generation, part, name) DO UPDATE SET again = true`,
    parameters: [projection, generation, part, [...groups]],
  };
}

/** What is left to compute: what was never tried, and what is put aside but to be tried again, which readers are told of until then. */
export const LEFT = '(error IS NULL OR again)';

const OWN = 'projection = $1 AND generation = $2';
/** Rows of left groups, locked in the order in which groups are left: whoever leaves some meanwhile waits for us, or we for him, never both. */
const inOrder = (which: string): string =>
  `WITH next AS (SELECT part, name FROM ${SCHEMA}.across_group WHERE ${OWN} AND ${which} ORDER BY name, part FOR UPDATE)`;
const THESE = 'a.projection = $1 AND a.generation = $2 AND a.part = next.part AND a.name = next.name';

/** Nobody takes or leaves one of these groups until the transaction ends. */
export function holdGroups({ projection, generation }: Generation): Statement {
  return { sql: `${inOrder('true')} SELECT count(*) FROM next`, parameters: [projection, generation] };
}

/** Takes the next groups out, whichever part left them, and answers each `name`. */
export function takeGroups({ projection, generation }: Generation, limit: number): Statement {
  const which = `name IN (SELECT DISTINCT name FROM ${SCHEMA}.across_group WHERE ${OWN} AND ${LEFT} ORDER BY name LIMIT ${limit})`;
  return {
    sql: `${inOrder(which)} DELETE FROM ${SCHEMA}.across_group a USING next WHERE ${THESE} RETURNING a.name`,
    parameters: [projection, generation],
  };
}

/** Takes one group out; no row when it is not there any more. */
export function takeGroup({ projection, generation }: Generation, name: string): Statement {
  return {
    sql: `${inOrder('name = $3')} DELETE FROM ${SCHEMA}.across_group a USING next WHERE ${THESE} RETURNING a.name`,
    parameters: [projection, generation, name],
  };
}

/** The group is put aside with the reason, until something that it rests on changes, or a stage starts anew. */
export function putAside({ projection, generation }: Generation, name: string, reason: string): Statement {
  return {
    sql: `${inOrder('name = $3')} UPDATE ${SCHEMA}.across_group a SET error = $4, again = false FROM next WHERE ${THESE} RETURNING a.name`,
    parameters: [projection, generation, name, reason.slice(0, 4000).replaceAll('\0', '\uFFFD')],
  };
}

/** What was put aside (or one such group) is left again. Answers the `name` of each. */
export function takeUpAgain({ projection, generation }: Generation, only?: string): Statement {
  return {
    sql: `${inOrder('error IS NOT NULL AND ($3::text IS NULL OR name = $3)')}
       UPDATE ${SCHEMA}.across_group a SET again = true FROM next WHERE ${THESE} RETURNING a.name`,
    parameters: [projection, generation, only ?? null],
  };
}
