import type { Position, RecordedEvent, Timers } from '@app/event-store';
import { LEFT } from './across-sql';
import type { Generation } from './generations';
import { STAGE } from './parts';
import type { Cuts, PartsStanding, ReadTables } from './read-model';
import { SCHEMA } from './table-sql';

const LOOK_AGAIN_MS = 10;

type Asked = Pick<ReadTables, 'query'>;

/** In PostgreSQL: on the checkpoints of the generation. */
export function cutsOf(model: Asked, generation: Generation): Cuts {
  return {
    standing: () => partsStanding(model, generation),
    letGoTo: (cut) => letGoTo(model, generation, cut),
    computedAll: () => computedAll(model, generation),
  };
}

/** One look, one snapshot. */
async function partsStanding(model: Asked, { projection, generation }: Generation): Promise<PartsStanding> {
  const [row] = await model.query<Record<'cut' | 'least' | 'most' | 'computed', string | null> & { left: boolean }>(
    `SELECT max(cut)::text AS cut, max(position) FILTER (WHERE part = ${STAGE})::text AS computed,
       CASE WHEN bool_and(position IS NOT NULL OR part = ${STAGE}) THEN min(position) FILTER (WHERE part <> ${STAGE}) END::text AS least,
       max(position) FILTER (WHERE part <> ${STAGE})::text AS most,
       EXISTS (SELECT FROM ${SCHEMA}.across_group WHERE projection = $1 AND generation = $2 AND ${LEFT}) AS left
     FROM ${SCHEMA}.checkpoint WHERE projection = $1 AND generation = $2`,
    [projection, generation],
  );
  const at = (text: string | null | undefined) => (text == null ? undefined : BigInt(text));
  return {
    ...{ cut: at(row?.cut), least: at(row?.least), most: at(row?.most), computed: at(row?.computed) },
    left: row?.left ?? false,
  };
}

async function letGoTo(model: Asked, { projection, generation }: Generation, cut: Position): Promise<void> {
  await model.query(
    `UPDATE ${SCHEMA}.checkpoint SET cut = $3 WHERE projection = $1 AND generation = $2 AND part = ${STAGE}`,
    [projection, generation, cut.toString()],
  );
}

async function computedAll(model: Asked, { projection, generation }: Generation): Promise<void> {
  await model.query(
    `UPDATE ${SCHEMA}.checkpoint s SET log_id = p.log_id, position = p.position, event_id = p.event_id, updated_at = clock_timestamp()
     FROM ${SCHEMA}.checkpoint p WHERE s.projection = $1 AND s.generation = $2 AND s.part = ${STAGE}
       AND p.projection = $1 AND p.generation = $2 AND p.part = 0`,
    [projection, generation],
  );
}

/** The events of a page, no further than the stage lets the parts go at a time; waits in between. Ends early when aborted. */
export async function* untilCuts(
  cuts: Cuts,
  events: readonly RecordedEvent[],
  timers: Timers,
  signal: AbortSignal,
): AsyncGenerator<readonly RecordedEvent[], void, void> {
  for (let rest = events; rest.length > 0;) {
    const { cut } = await cuts.standing();
    const count = countUpTo(rest, cut);
    if (count > 0) yield rest.slice(0, count);
    else await timers.pause(LOOK_AGAIN_MS, signal);
    if (signal.aborted) return;
    rest = rest.slice(count);
  }
}

/** Whole appends: one that reaches behind the cut is taken as a whole, so that all parts stop behind the same event. */
function countUpTo(events: readonly RecordedEvent[], cut: Position | undefined): number {
  if (cut === undefined) return 0;
  const first = events.findIndex(({ position, metadata }) => position > cut && metadata.part === 1);
  return first < 0 ? events.length : first;
}
