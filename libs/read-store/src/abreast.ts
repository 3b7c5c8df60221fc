import type { EventRegistry, EventStore, Position, RecordedEvent } from '@app/event-store';
import { holdGroups } from './across-sql';
import { applyBatch } from './batch';
import { lockStanding, readCheckpoint } from './checkpoint';
import { cutsOf } from './cuts';
import type { Generation } from './generations';
import { isStaged, partOf } from './parts';
import { acrossGroupsOf } from './postgres-left-groups';
import { PostgresReadModel } from './postgres-read-model';
import type { Extent } from './positions';
import type { AnyProjection } from './projection';
import type { Advance, Standing, TableChange } from './read-model';
import { savepoint, type Session } from './session';

/** Who is further behind than about so many events is left to his runner. */
const AT_MOST = 5_000;

/**
 * Brings generations to one cut, all parts and stages: the log's end as it is now. Inside a transaction that holds all their checkpoints
 * (`lockPositions` answers `extents`): what their runners lack of it is applied for them, so that nobody has to wait until they happen to
 * stand together. What is of another version cannot be moved: then the cut is where the furthest of all stands. Answers whether anything
 * was applied; the runners concerned begin anew (CheckpointMoved).
 */
export async function bringAbreast(
  session: Session,
  { store, registry }: { readonly store: EventStore; readonly registry: EventRegistry },
  projection: AnyProjection,
  generations: readonly Generation[],
  extents: ReadonlyMap<number, Extent>,
): Promise<boolean> {
  const own = generations.filter(({ version }) => version === projection.version);
  const all = [...extents.values()];
  const most = all.reduce((furthest, { most: one }) => (one > furthest ? one : furthest), 0n);
  const cut = own.length === generations.length ? ((await store.head()) ?? 0n) : most;
  const least = own.reduce((behind, { generation }) => lesser(behind, extents.get(generation)?.least ?? 0n), cut);
  if (least === 0n || least >= cut || most > cut) return false;
  const { events } = await store.page(least, AT_MOST);
  if ((events.at(-1)?.position ?? 0n) < cut) return false;
  const missing = events.filter(({ position }) => position <= cut);
  for (const generation of own) {
    const { sql, parameters } = holdGroups(generation);
    await session.query(sql, parameters);
    for (let part = 0; part < generation.parts; part += 1)
      await apply(session, registry, projection, { ...generation, part }, missing);
    if (isStaged(projection, generation.parts)) {
      await acrossGroupsOf(session, projection, generation, savepoint).computeCarefully();
      await cutsOf(session, generation).computedAll();
    }
  }
  return true;
}

async function apply(
  session: Session,
  registry: EventRegistry,
  projection: AnyProjection,
  generation: Generation & { readonly part: number },
  events: readonly RecordedEvent[],
): Promise<void> {
  const checkpoint = await readCheckpoint(session, generation);
  if (!checkpoint) return; // Not begun: its runner knows what to begin with.
  const { logId, position: after } = checkpoint;
  const lacked = events.filter(({ position }) => position > after);
  const ours = lacked.filter(({ stream }) => partOf(projection, stream, generation.parts) === generation.part);
  const model = new HeldReadModel(session, projection, generation);
  await applyBatch({ model, projection, registry }, { logId, events: ours, after, through: lacked.at(-1) });
}

/** A read model within a transaction that somebody else began, and ends. */
class HeldReadModel extends PostgresReadModel {
  constructor(
    private readonly held: Session,
    projection: AnyProjection,
    private readonly one: Generation,
  ) {
    super(held, projection, one);
  }

  override advanceIfNothingStandsStill(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    return savepoint(this.held, () => super.advanceIfNothingStandsStill(move, changes));
  }

  override locked<Result>(work: (standing: Standing) => Promise<Result>): Promise<Result> {
    return savepoint(this.held, async () => work(await lockStanding(this.held, this.one)));
  }
}

function lesser(one: Position, other: Position): Position {
  return one < other ? one : other;
}
