import type { Position, RecordedEvent, Timers } from '@app/event-store';
import { LEFT } from './across-sql';
import type { Generation } from './generations';
import { STAGE } from './parts';
import type { ReadTables } from './read-model';
import { SCHEMA } from './table-sql';

const LOOK_AGAIN_MS = 10;

/** Where the parts of a generation stand, and up to where the stage lets them go. */
export interface PartsStanding {
  /** Undefined before the stage has let anybody go. */
  readonly cut: Position | undefined;
  /** Undefined while a part has not begun. */
  readonly least: Position | undefined;
  readonly most: Position | undefined;
  /** Up to where the stage has computed. */
  readonly computed: Position | undefined;
  /** Whether groups are left to compute. */
  readonly left: boolean;
}

type Asked = Pick<ReadTables, 'query'>;

/** One look, one snapshot. */
export async function partsStanding(model: Asked, { projection, generation }: Generation): Promise<PartsStanding> {
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

/** Lets every part go on to this position: the end of the log as it is now. */
export async function letGoTo(model: Asked, { projection, generation }: Generation, cut: Position): Promise<void> {
  await model.query(
    `UPDATE ${SCHEMA}.checkpoint SET cut = $3 WHERE projection = $1 AND generation = $2 AND part = ${STAGE}`,
    [projection, generation, cut.toString()],
  );
}

/** The stage has computed everything that the parts brought by now: it stands where they stand. */
export async function computedAll(model: Asked, { projection, generation }: Generation): Promise<void> {
  await model.query(
    `UPDATE ${SCHEMA}.checkpoint s SET log_id = p.log_id, position = p.position, event_id = p.event_id, updated_at = clock_timestamp()
     FROM ${SCHEMA}.checkpoint p WHERE s.projection = $1 AND s.generation = $2 AND s.part = ${STAGE}
       AND p.projection = $1 AND p.generation = $2 AND p.part = 0`,
    [projection, generation],
  );
}

/** The events of a page, no further than the stage lets the parts go at a time; waits in between. Ends early when aborted. */
export async function* untilCuts(
  model: Asked,
  generation: Generation,
  events: readonly RecordedEvent[],
  timers: Timers,
  signal: AbortSignal,
): AsyncGenerator<readonly RecordedEvent[], void, void> {
  for (let rest = events; rest.length > 0;) {
    const { cut } = await partsStanding(model, generation);
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
