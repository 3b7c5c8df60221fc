import type { LogCheckpoint, Position, RecordedEvent } from '@app/event-store';
import type { EventFailed } from './errors';
import type { Generation } from './generations';
import type { AnyProjection, Row } from './projection';

/** Rows of one table to set (each has the key and exactly `columns`) or to delete (each is a key). */
export type TableChange =
  | {
      readonly kind: 'upsert';
      readonly table: string;
      readonly columns: readonly string[];
      readonly rows: readonly Row[];
    }
  | { readonly kind: 'delete'; readonly table: string; readonly rows: readonly Row[] };

/** The checkpoint's way over a batch: from where it begins to its last event, in the log named. */
export interface Advance {
  readonly logId: string;
  readonly from: Position | undefined;
  readonly to: RecordedEvent;
}

/** A partition that stands still, the event that it stands at, and how often that was tried. */
export interface HeldPartition {
  readonly partition: string;
  readonly position: Position;
  readonly attempts: number;
}

/** The checkpoint as a batch finds it, and the partitions that stand still. */
export interface Standing {
  readonly position: Position | undefined;
  readonly held: readonly HeldPartition[];
}

/** An event that cannot be applied, and why. */
export interface Refused {
  readonly partition: string;
  readonly event: RecordedEvent;
  readonly failure: EventFailed;
  readonly attempts: number;
}

/** An event that waits behind a faulty one, or is the faulty one. */
export interface Waiting {
  readonly partition: string;
  readonly event: RecordedEvent;
}

/** An event of a partition that stands still: the faulty one first, then those that wait behind it. */
export interface Parked {
  readonly position: Position;
  readonly eventId: string;
}

/** The tables of one projection in one generation; names are the projection's own. */
export interface ReadTables {
  /** The rows with these keys, their values as Row describes; those that do not exist are left out. */
  select(table: string, keys: readonly Row[]): Promise<Row[]>;
  /** No two changes of one call may concern the same row. */
  change(changes: readonly TableChange[]): Promise<void>;
  query<Result extends Row>(sql: string, parameters?: readonly unknown[]): Promise<Result[]>;
  /** The physical name of a table, for `query`. */
  tableOf(name: string): string;
}

/**
 * What applying events does to one generation of one projection: its tables, its checkpoint and what stands still, over one connection.
 * PostgreSQL keeps read models; a simulation keeps them in memory. What an event is to blame for is thrown as an error that `blamesEvent`
 * tells from a fault of the surroundings.
 */
export interface ReadModel extends ReadTables {
  /** How far it came, and in which log; undefined before its first event. */
  checkpoint(): Promise<LogCheckpoint | undefined>;
  /** Checkpoint and rows in one step, all or nothing; nothing and false unless the checkpoint stands at `from`. */
  advance(advance: Advance, changes: readonly TableChange[]): Promise<boolean>;
  /** The same outside `locked`, where nothing else is looked at: nothing and false also while a partition stands still. */
  advanceIfNothingStandsStill(advance: Advance, changes: readonly TableChange[]): Promise<boolean>;
  /**
   * All of `work`, or nothing when it throws. Holds the checkpoint until it ends: whoever applies events holds it, so two never
   * interleave. `Standing` is as it is once the checkpoint is held.
   */
  locked<Result>(work: (standing: Standing) => Promise<Result>): Promise<Result>;
  /** All of `work`, or none of it; the transaction around it goes on either way. */
  attempt<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Where the work is divided: enters groups for the stage that computes `across`. Absent where it is computed at once. */
  leaveToStage?(groups: readonly string[]): Promise<void>;
  /** From now on the partition stands still at this event. */
  hold(refused: Refused): Promise<void>;
  /** Records that these events wait. */
  park(waiting: readonly Waiting[]): Promise<void>;
  /** Lets a partition go and answers the events that waited, in order. */
  release(partition: string): Promise<Parked[]>;
}

/** The groups that parts left for `across`. */
export interface LeftGroups {
  /** All of `work`, or nothing when it throws. */
  whole<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Takes the next groups out, or one by name, whichever part left them; none when there are none. Whoever leaves one of them meanwhile waits. */
  take(limit: number): Promise<string[]>;
  takeOne(name: string): Promise<string[]>;
  /** The group is put aside with the reason, until something that it rests on changes, or a stage starts anew. */
  putAside(name: string, reason: string): Promise<void>;
  /** What was put aside (or one such group) is left again. */
  takeUpAgain(only?: string): Promise<string[]>;
}

/** Where the parts of a divided generation stand, and how far its stage lets them go. */
export interface Cuts {
  /** As of one moment. */
  standing(): Promise<PartsStanding>;
  /** Every part may go on to this position. */
  letGoTo(cut: Position): Promise<void>;
  /** The stage has computed everything that the parts brought: it stands where they stand. */
  computedAll(): Promise<void>;
}

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

/** A read model for one runner: over a connection of its own, so that what it holds ends with it. */
export interface RunnersModel extends ReadModel {
  /** Of a divided generation. */
  readonly cuts: Cuts;
  readonly groups: LeftGroups;
  /** Waits until this connection alone may run the generation; false when aborted before that. */
  lock(signal: AbortSignal): Promise<boolean>;
  /** Lets the next runner in. */
  unlock(): Promise<void>;
  /** Throws when the connection is lost, and what it held with it. */
  stillThere(): Promise<void>;
  /**
   * Shows readers what was built for a raised version, once every part of it holds the log up to `reached`; answers whether there is
   * nothing left to do.
   */
  takeOver(reached: Position | undefined): Promise<boolean>;
  close(): Promise<void>;
}

/** Where read models are kept, as runners need it. */
export interface ReadModels {
  open(projection: AnyProjection, generation: Generation): Promise<RunnersModel>;
  /** Leaves a sign of life of the runner that keeps a generation going, and what troubles it. */
  beat(generation: Generation, runner: string, trouble: string | null): Promise<void>;
}
