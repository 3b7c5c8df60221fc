import type { QueryRunner } from 'typeorm';
import type { Generation } from '../generations';
import { leaveGroups } from '../across-sql';
import { Operations } from '../operations';
import type { AnyProjection } from '../projection';
import { acrossGroupsOf } from '../postgres-left-groups';
import { PostgresReadModel } from '../postgres-read-model';
import { type Session, sessionOf, transaction } from '../session';
import { SCHEMA } from '../table-sql';
import { TableStore } from '../table-store';
import { GroupStore } from './group-store';
import type { RowCache } from './row-cache';

/** So many groups are settled in one go: what settling reads of them must fit into memory. */
const TOGETHER = 100;

/**
 * Settles every touched group once, from the last one on that was settled before, and then what depends on them across partitions. Each
 * go is one transaction: its rows, and that it is done. `goneOn` is told how many are settled, and waited for. Throws the signal's reason before
 * the next go when it was aborted.
 */
export async function settleGroups(
  connection: QueryRunner,
  projection: AnyProjection,
  generation: Generation,
  rows: RowCache,
  from: { readonly settled: number; readonly settledTo: string | null },
  signal: AbortSignal,
  goneOn: (settled: number) => Promise<void>,
): Promise<void> {
  const { settle } = projection;
  if (!settle) return;
  const session = sessionOf(connection);
  const groups = new GroupStore(session, generation);
  const tables = new TableStore(new PostgresReadModel(session, projection, generation), projection);
  let { settled, settledTo: last } = from;
  for (;;) {
    signal.throwIfAborted();
    const some = await groups.next(last, TOGETHER);
    if (some.length === 0) break;
    settled += some.length;
    last = some.at(-1) ?? null;
    await transaction(session, async () => {
      const operations = new Operations(projection);
      await settle([...some].sort(), tables.settleContext(operations));
      await rows.fetch([operations]);
      rows.apply(operations);
      // Settling reads the tables: nothing may be kept in hand.
      await rows.empty();
      if (projection.across && operations.groups.size > 0) {
        const { sql, parameters } = leaveGroups(generation, operations.groups);
        await session.query(sql, parameters);
      }
      await mark(session, generation, settled, last);
    });
    await goneOn(settled);
  }
  await acrossGroupsOf(session, projection, generation).compute();
}

/** So many groups are settled, up to this one: taken up again, settling goes on behind it. */
async function mark(session: Session, { projection, generation }: Generation, settled: number, to: string | null) {
  await session.query(
    `UPDATE ${SCHEMA}.rebuild SET settled = $3, settled_to = $4, updated_at = clock_timestamp()
     WHERE projection = $1 AND generation = $2`,
    [projection, generation, settled, to],
  );
}
