import type { Generation } from './generations';
import type { Session } from './session';
import { SCHEMA } from './table-sql';

/** Leaves a sign of life of the runner that keeps a generation going, and what troubles it. Time is the database's own. */
export async function beat(
  session: Session,
  generation: Generation,
  runner: string,
  trouble: string | null,
): Promise<void> {
  await session.query(
    `INSERT INTO ${SCHEMA}.heartbeat (projection, generation, runner, last_error) VALUES ($1, $2, $3, $4)
     ON CONFLICT (projection, generation) DO UPDATE SET runner = EXCLUDED.runner, last_error = EXCLUDED.last_error, beat_at = clock_timestamp()`,
    [generation.projection, generation.generation, runner, trouble],
  );
}
