import type { Position, RecordedEvent } from '@app/event-store';
import { addGeneration, changingGenerations, createTables, type Generation, generationsWith } from '../generations';
import type { AnyProjection } from '../projection';
import type { Session } from '../session';
import { SCHEMA } from '../table-sql';
import { RebuildCancelled, RebuildRefused } from './rebuild-errors';

/**
 * `loading`: the log is folded into fresh tables; taken up again, it begins again. `settling`: group by group. `following`: the ordinary
 * runner keeps it up with the log, until it is cut over or cancelled.
 */
export type RebuildPhase = 'loading' | 'settling' | 'following';

/** A rebuild as it is on record. */
export interface RebuildState {
  readonly projection: string;
  readonly generation: number;
  /** Of the program that began it: only that one goes on with it. */
  readonly version: number;
  /** In how many parts it is kept up once it follows the log. */
  readonly parts: number;
  readonly phase: RebuildPhase;
  /** The log's end when loading began, and how far loading came; text. */
  readonly target: string | null;
  readonly position: string | null;
  readonly groups: number | null;
  readonly settled: number;
  readonly settledTo: string | null;
  /** How many of them when settling was begun or taken up. */
  readonly settledBefore: number;
  /** Why it is rebuilt by the ordinary way, event by event where need be; null when it need not be. */
  readonly careful: string | null;
  readonly runner: string | null;
  readonly startedAt: string;
  /** Since the phase was begun or taken up by whoever works on it, or did last; null where nobody did. */
  readonly secondsAtWork: number | null;
  readonly secondsSinceProgress: number;
}

/** The generation that a rebuild on record fills. */
export function generationOf({ projection, generation, version, parts }: RebuildState): Generation {
  return { projection, generation, version, parts, state: 'rebuilding' };
}

/** Every rebuild on record, or that of one projection. */
export function rebuildsOnRecord(session: Session, projection: string | null = null): Promise<RebuildState[]> {
  return session.query<RebuildState & Record<string, unknown>>(
    `SELECT projection, generation, version, parts, phase, target::text, position::text, groups::int, settled::int, settled_to AS "settledTo",
       settled_before::int AS "settledBefore", careful, runner, to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "startedAt",
       extract(epoch FROM clock_timestamp() - at_work_since)::float8 AS "secondsAtWork",
       extract(epoch FROM clock_timestamp() - updated_at)::float8 AS "secondsSinceProgress"
     FROM ${SCHEMA}.rebuild JOIN ${SCHEMA}.generation USING (projection, generation)
     WHERE $1::text IS NULL OR projection = $1 ORDER BY projection`,
    [projection],
  );
}

/** Throws RebuildRefused when programs of other versions began rebuilds of these projections, and names every one. */
export async function refuseOtherVersions(session: Session, projections: readonly AnyProjection[]): Promise<void> {
  const known = await rebuildsOnRecord(session);
  const refusals = projections.flatMap(({ name, version }) =>
    known
      .filter((one) => one.projection === name && one.version !== version)
      .map(
        (one) =>
          `Bộ chiếu “${name}” đang được dựng lại dở dang bằng phiên bản ${one.version}, chương trình này là phiên bản ` +
          `${version}: hãy hủy việc dựng lại đó trước, hoặc tiếp tục bằng chương trình phiên bản ${one.version}.`,
      ),
  );
  if (refusals.length > 0) throw new RebuildRefused(refusals.join('\n'));
}

/** The rebuild that is under way, or a new one with a generation of its own. Throws RebuildRefused when a program of another version began it. */
export async function beginOrFind(session: Session, projection: AnyProjection, parts?: number): Promise<RebuildState> {
  return changingGenerations(session, async () => {
    await refuseOtherVersions(session, [projection]);
    const [known] = await rebuildsOnRecord(session, projection.name);
    if (known) return known;
    const { generation } = await addGeneration(session, projection, 'building', parts);
    await session.query(`INSERT INTO ${SCHEMA}.rebuild (projection, generation, phase) VALUES ($1, $2, 'loading')`, [
      projection.name,
      generation,
    ]);
    const [begun] = await rebuildsOnRecord(session, projection.name);
    if (!begun) throw new Error('The rebuild that was just entered is not there');
    return begun;
  });
}

/** Throws RebuildRefused when any of these is not what it was when it was read; with `complete` RebuildCancelled when one was begun anew. Inside `changingGenerations`, so that it stays so. */
export async function refuseIfChanged(session: Session, found: readonly Generation[], complete = false): Promise<void> {
  for (const { projection, generation, version, state } of found) {
    const [now] = await session.query<Generation & { phase: RebuildPhase | null }>(
      `${generationsWith('r.phase')} WHERE g.projection = $1 AND g.generation = $2`,
      [projection, generation],
    );
    if (complete && now?.phase && now.phase !== 'following') throw new RebuildCancelled(projection);
    if (now?.version === version && now.state === state) continue;
    throw new RebuildRefused(
      `Bản ${generation} của bộ chiếu “${projection}” vừa bị một lệnh khác thay đổi; chưa có gì được chuyển hay xóa, xin xem lại.`,
    );
  }
}

/** What an earlier attempt at loading left is forgotten, except the tables. Throws RebuildCancelled. Inside `changingGenerations`. */
export async function beginLoading(
  session: Session,
  generation: Generation,
  target: Position | undefined,
  runner: string,
): Promise<void> {
  const ids = [generation.projection, generation.generation];
  const rows = await session.query(
    `UPDATE ${SCHEMA}.rebuild SET phase = 'loading', target = $3, position = NULL, groups = NULL, settled = 0, settled_to = NULL,
       careful = NULL, runner = $4, at_work_since = clock_timestamp(), settled_before = 0, updated_at = clock_timestamp() WHERE projection = $1 AND generation = $2 RETURNING 1`,
    [...ids, target?.toString() ?? null, runner],
  );
  if (rows.length === 0) throw new RebuildCancelled(generation.projection);
  for (const table of ['rebuild_group', 'across_group', 'quarantine', 'parked_event']) {
    await session.query(`DELETE FROM ${SCHEMA}.${table} WHERE projection = $1 AND generation = $2`, ids);
  }
}

/** How far loading came. False when the rebuild was cancelled in the meantime. */
export async function tellLoaded(session: Session, generation: Generation, position: Position): Promise<boolean> {
  const rows = await session.query(
    `UPDATE ${SCHEMA}.rebuild SET position = $3, updated_at = clock_timestamp() WHERE projection = $1 AND generation = $2 RETURNING 1`,
    [generation.projection, generation.generation, position.toString()],
  );
  return rows.length > 0;
}

/** The tables hold everything up to this event, whichever part goes on from there. Inside the transaction that ends loading. */
export async function setCheckpoint(
  session: Session,
  { projection, generation }: Generation,
  logId: string,
  { position, id }: RecordedEvent,
): Promise<void> {
  await session.query(
    `UPDATE ${SCHEMA}.checkpoint SET log_id = $3, position = $4, event_id = $5, updated_at = clock_timestamp()
     WHERE projection = $1 AND generation = $2`,
    [projection, generation, logId, position.toString(), id],
  );
}

/** Settling is begun, or taken up by another process: its pace counts from here. */
export async function beginSettling(session: Session, { projection, generation }: Generation): Promise<void> {
  await session.query(
    `UPDATE ${SCHEMA}.rebuild SET at_work_since = clock_timestamp(), settled_before = settled, updated_at = clock_timestamp()
     WHERE projection = $1 AND generation = $2`,
    [projection, generation],
  );
}

/** The phase is over. Inside the transaction that ends it. */
export async function enterPhase(
  session: Session,
  { projection, generation }: Generation,
  phase: RebuildPhase,
  groups: number | null = null,
): Promise<void> {
  await session.query(
    `UPDATE ${SCHEMA}.rebuild SET phase = $3, groups = coalesce($4, groups), updated_at = clock_timestamp()
     WHERE projection = $1 AND generation = $2`,
    [projection, generation, phase, groups],
  );
}

/**
 * The quick way cannot tell which event is to blame for what PostgreSQL or settling refuses: begin again with empty tables that the
 * ordinary runner fills, which halves its batches until the event stands alone.
 */
export async function goCarefully(
  session: Session,
  projection: AnyProjection,
  generation: Generation,
  reason: string,
): Promise<void> {
  await changingGenerations(session, async () => {
    await beginLoading(session, generation, undefined, '');
    await createTables(session, projection, generation.generation);
    await session.query(
      `UPDATE ${SCHEMA}.checkpoint SET log_id = NULL, position = NULL, event_id = NULL WHERE projection = $1 AND generation = $2`,
      [projection.name, generation.generation],
    );
    await session.query(
      `UPDATE ${SCHEMA}.rebuild SET phase = 'following', careful = $3 WHERE projection = $1 AND generation = $2`,
      [projection.name, generation.generation, reason.slice(0, 1000).replaceAll('\0', '\uFFFD')],
    );
  });
}
