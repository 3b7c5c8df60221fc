import type { EventEnvelope, Recorded } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';

/** Column types of derived tables, as PostgreSQL writes them. Exact numbers that are not sorted by SQL are text. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'numeric' | 'boolean' | 'jsonb' | 'timestamptz' | 'date';

/** A derived table: its columns and key. Physical name `<projection>_<table>__g<generation>`, read through the view without the suffix. */
export interface TableDefinition {
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
}

/**
 * Columns of a row by name. What a fold or a settle query by `select` receives: integer → number, boolean → boolean, jsonb → JSON,
 * every other type → text (timestamptz as an Instant); a column without a value is null.
 */
export type Row = Readonly<Record<string, unknown>>;

/** What a handler may do with a table: set columns of one row, fold one row, or delete it. Nothing is read, nothing happens at once. */
export interface TableWriter {
  /** Sets these columns; the row is created when it is missing. Columns are set, never incremented. */
  set(key: Row, columns: Row): void;
  /** The row's new columns from its present ones (undefined when there is no row). Must be pure and give the same on a repeat. */
  fold(key: Row, change: (row: Row | undefined) => Row): void;
  delete(key: Row): void;
}

/** The tables of a projection by name, and the groups to settle after the batch. */
export interface ProjectionWriter<Table extends string> {
  table(name: Table): TableWriter;
  /** Marks a group (a unit-year, a block-year) that is settled once per batch. */
  touch(group: string): void;
  /**
   * Marks a group that stands for others (a block for the years it has): settled with the batch as well, but not by a rebuild. Therefore
   * it may only lead to groups that some event touched by itself: those a rebuild settles anyway, each once.
   */
  spread(group: string): void;
}

/**
 * A row as the batch leaves it; `before`: as it was before the batch, when the batch folded it (undefined: that is not known, or there was
 * none). What a fold left alone is the same object in both. Names within JSON come in no particular order.
 */
export interface SettledRow {
  readonly row: Row;
  readonly before: Row | undefined;
}

/** Reads of the projection's own tables; writes happen when `across` has returned. */
export interface AcrossContext<Table extends string> {
  readonly query: <Result extends Row>(sql: string, parameters?: readonly unknown[]) => Promise<Result[]>;
  /** The physical name of a table of this generation, for `query`. */
  readonly tableOf: (name: Table) => string;
  readonly table: (name: Table) => TableWriter;
}

/** Reads of the projection's own tables inside the batch's transaction; writes happen when settle has returned. */
export interface SettleContext<Table extends string> extends AcrossContext<Table> {
  /** The rows with these keys: those that the batch folded without asking the database again. Those that do not exist are left out. */
  readonly rows: (table: Table, keys: readonly Row[]) => Promise<readonly SettledRow[]>;
  /** Marks a group (a block-year) for `across`. */
  readonly touch: (group: string) => void;
}

/**
 * A read model as a value. `on` is exhaustive over the event union and its keys are the projection's filter; `partition` names what
 * stops when one event is poison: later events of that partition wait, all others go on.
 */
export interface Projection<Event extends DomainEvent, Table extends string = string> {
  readonly name: string;
  /** Raised when the shape or the meaning of the rows changes: a new version is built as a new generation. */
  readonly version: number;
  /** Stream categories it reads: in these an event of an unknown type is poison, never passed over. */
  readonly categories: readonly string[];
  readonly tables: Readonly<Record<Table, TableDefinition>>;
  /** From the envelope alone, so that an event that cannot be decoded has one too. */
  readonly partition: (event: EventEnvelope) => string;
  /**
   * How the work may be divided among processes: whom a stream is about (a unit); undefined: nobody in particular. Events about one do
   * not touch the rows of another, in handlers and in `settle`; a partition is about one only. Absent: it cannot be divided.
   */
  readonly dividedBy?: (stream: string) => string | undefined;
  readonly on: {
    readonly [Type in Event['type']]: (
      event: Recorded<Extract<Event, { type: Type }>>,
      write: ProjectionWriter<Table>,
    ) => void;
  };
  /**
   * In the same transaction, once per batch: recomputes what depends on many rows (totals, flags). The rows it writes must follow from
   * the rows it reads, never from how events were cut into batches.
   */
  readonly settle?: (groups: readonly string[], context: SettleContext<Table>) => Promise<void>;
  /**
   * Recomputes what depends on the rows of many partitions (ranks): the groups that `settle` marked, once settle's rows are written: in
   * the same transaction, or, where the work is divided, in a stage behind all parts. Follows from the rows it reads, as settle does;
   * writes tables that neither settle nor a handler reads or writes.
   */
  readonly across?: (groups: readonly string[], context: AcrossContext<Table>) => Promise<void>;
}

/** Any projection, its event and table types forgotten, so that a list can hold many. */
export interface AnyProjection {
  readonly name: string;
  readonly version: number;
  readonly categories: readonly string[];
  readonly tables: Readonly<Record<string, TableDefinition>>;
  readonly partition: (event: EventEnvelope) => string;
  readonly dividedBy?: (stream: string) => string | undefined;
  readonly on: Readonly<Record<string, (event: never, write: ProjectionWriter<string>) => void>>;
  readonly settle?: (groups: readonly string[], context: SettleContext<string>) => Promise<void>;
  readonly across?: (groups: readonly string[], context: AcrossContext<string>) => Promise<void>;
}

/** The part of a stream's name before its first `-`. */
export function categoryOf(stream: string): string {
  const dash = stream.indexOf('-');
  return dash < 0 ? stream : stream.slice(0, dash);
}

/** The part of a stream's name after its first `-`: `2024.u17` of `assessment-2024.u17`. */
export function keyOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
