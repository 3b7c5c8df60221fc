import type { Generation } from './generations';
import type { Session } from './session';
import { SCHEMA } from './table-sql';

/** Leaves a sign of life of the runner that keeps a generation, or a part of it, going, and what troubles it. Time is the database's own. */
export async function beat(
  session: Session,
  { projection, generation, part = 0 }: Generation,
  runner: string,
  trouble: string | null,
): Promise<void> {
  await session.query(
    `INSERT INTO ${SCHEMA}.heartbeat (projection, generation, part, runner, last_error) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (projection, generation, part) DO UPDATE SET runner = EXCLUDED.runner, last_error = EXCLUDED.last_error, beat_at = clock_timestamp()`,
    [projection, generation, part, runner, trouble],
  );
}
