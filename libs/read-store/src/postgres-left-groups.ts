import { AcrossGroups } from './across-groups';
import { putAside, takeGroup, takeGroups, takeUpAgain } from './across-sql';
import type { Generation } from './generations';
import { PostgresReadModel } from './postgres-read-model';
import type { AnyProjection } from './projection';
import type { LeftGroups, ReadTables } from './read-model';
import { transaction } from './session';
import type { Statement } from './table-sql';

type Asked = Pick<ReadTables, 'query'>;

/** In PostgreSQL. `session` must be one connection; `whole`: how a go becomes all or nothing. */
export function leftGroupsOf(session: Asked, generation: Generation, whole = transaction): LeftGroups {
  const namesOf = async ({ sql, parameters }: Statement) =>
    (await session.query<{ name: string }>(sql, parameters)).map(({ name }) => name);
  return {
    whole: (work) => whole(session, work),
    take: (limit) => namesOf(takeGroups(generation, limit)),
    takeOne: (name) => namesOf(takeGroup(generation, name)),
    putAside: async (name, reason) => void (await namesOf(putAside(generation, name, reason))),
    takeUpAgain: (only) => namesOf(takeUpAgain(generation, only)),
  };
}

/** What is left of a generation in PostgreSQL. `session` must be one connection. */
export function acrossGroupsOf(
  session: Asked,
  projection: AnyProjection,
  generation: Generation,
  whole = transaction,
): AcrossGroups {
  const tables = new PostgresReadModel(session, projection, generation);
  return new AcrossGroups(leftGroupsOf(session, generation, whole), tables, projection);
}
