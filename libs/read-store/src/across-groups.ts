import type { Generation } from './generations';
import { Operations } from './operations';
import { PostgresReadModel } from './postgres-read-model';
import type { AnyProjection } from './projection';
import { type Session, transaction } from './session';
import { SCHEMA, type Statement } from './table-sql';
import { TableStore } from './table-store';

/** So many groups are computed in one go: what `across` reads of them must fit into memory. */
const TOGETHER = 100;

/** Enters groups that `across` has to compute. In the transaction that writes what they are computed from. */
export function leaveGroups(
  { projection, generation }: Pick<Generation, 'projection' | 'generation'>,
  groups: Iterable<string>,
): Statement {
  return {
    sql: `INSERT INTO ${SCHEMA}.across_group (projection, generation, name) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
    parameters: [projection, generation, [...groups]],
  };
}

/** Computes every group that was left, each go in one transaction: its rows, and that its groups are no longer left. Throws what `across` throws. */
export async function computeLeft(session: Session, projection: AnyProjection, generation: Generation): Promise<void> {
  while ((await transaction(session, () => oneGo(session, projection, generation))) > 0);
}

/** Taken before they are computed: whoever leaves one of them meanwhile waits, and leaves it anew. */
async function oneGo(session: Session, projection: AnyProjection, generation: Generation): Promise<number> {
  const taken = await session.query<{ name: string }>(
    `DELETE FROM ${SCHEMA}.across_group WHERE projection = $1 AND generation = $2 AND name IN (
       SELECT name FROM ${SCHEMA}.across_group WHERE projection = $1 AND generation = $2 ORDER BY name LIMIT ${TOGETHER})
     RETURNING name`,
    [generation.projection, generation.generation],
  );
  const groups = taken.map(({ name }) => name).sort();
  if (groups.length > 0) await compute(session, projection, generation, groups);
  return groups.length;
}

async function compute(
  session: Session,
  projection: AnyProjection,
  generation: Generation,
  groups: readonly string[],
): Promise<void> {
  const tables = new TableStore(new PostgresReadModel(session, projection, generation), projection);
  const operations = new Operations(projection);
  await projection.across?.(groups, tables.settleContext(operations));
  await tables.write(operations);
}
