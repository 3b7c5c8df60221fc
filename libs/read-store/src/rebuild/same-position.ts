import { pause, type Position } from '@app/event-store';
import { changingGenerations } from '../generations';
import type { Session } from '../session';
import { SCHEMA } from '../table-sql';
import { RebuildRefused } from './rebuild-errors';

/** Where two generations of a projection stand. */
export interface Standings {
  readonly live: Position;
  readonly other: Position;
}

const PATIENCE_MS = 30_000;

/**
 * Runs `work` while both generations stand still and their positions fit, inside one transaction that holds both checkpoints: no runner
 * can apply a batch meanwhile. Between batches of the runners they fit sooner or later; throws RebuildRefused when they never do.
 */
export async function holdingBoth<Result>(
  session: Session,
  projection: string,
  [live, other]: readonly [number, number],
  fit: (standings: Standings) => boolean,
  work: (standings: Standings) => Promise<Result>,
): Promise<Result> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const outcome = await changingGenerations(session, async () => {
      const positions = await lockBoth(session, projection, live, other);
      const standings = { live: positions.get(live) ?? 0n, other: positions.get(other) ?? 0n };
      return fit(standings) ? { result: await work(standings) } : undefined;
    });
    if (outcome) return outcome.result;
    if (Date.now() > end) {
      throw new RebuildRefused(`Hai bản dữ liệu của “${projection}” chưa dừng ở cùng một vị trí; xin thử lại.`);
    }
    await pause(10);
  }
}

async function lockBoth(
  session: Session,
  projection: string,
  live: number,
  other: number,
): Promise<Map<number, Position>> {
  const rows = await session.query<{ generation: number; position: string | null }>(
    `SELECT generation, position::text FROM ${SCHEMA}.checkpoint
     WHERE projection = $1 AND generation = ANY ($2::integer[]) ORDER BY generation FOR UPDATE`,
    [projection, [live, other]],
  );
  if (rows.length < 2) throw new RebuildRefused(`Một trong hai bản dữ liệu của “${projection}” không còn nữa.`);
  return new Map(rows.map(({ generation, position }) => [generation, BigInt(position ?? 0)]));
}
