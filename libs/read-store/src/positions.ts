import type { Position } from '@app/event-store';
import type { Generation } from './generations';
import type { Session } from './session';
import { SCHEMA } from './table-sql';

/** What a generation holds as a whole: as much as its part that is the furthest behind. Undefined before the first event of any. */
export async function leastPosition(
  session: Session,
  { projection, generation }: Pick<Generation, 'projection' | 'generation'>,
): Promise<Position | undefined> {
  const [least] = await session.query<{ position: string | null }>(
    `SELECT position::text FROM ${SCHEMA}.checkpoint WHERE projection = $1 AND generation = $2 ORDER BY checkpoint.position NULLS FIRST LIMIT 1`,
    [projection, generation],
  );
  return least?.position == null ? undefined : BigInt(least.position);
}

/** Where the parts of a generation stand, the stage included; 0 before the first event. */
export interface Extent {
  readonly least: Position;
  readonly most: Position;
}

/** Holds the checkpoints of these generations until the transaction ends: no runner moves them meanwhile. */
export async function lockPositions(
  session: Session,
  projection: string,
  generations: readonly number[],
): Promise<Map<number, Extent>> {
  const rows = await session.query<{ generation: number; position: string | null }>(
    `SELECT generation, position::text FROM ${SCHEMA}.checkpoint
     WHERE projection = $1 AND generation = ANY ($2::integer[]) ORDER BY generation, part FOR UPDATE`,
    [projection, generations],
  );
  const extents = new Map<number, Extent>();
  for (const { generation, position } of rows) {
    const at = BigInt(position ?? 0);
    const { least, most } = extents.get(generation) ?? { least: at, most: at };
    extents.set(generation, { least: at < least ? at : least, most: at > most ? at : most });
  }
  return extents;
}
