import type { LogCheckpoint } from '@app/event-store';
import type {
  Advance,
  AnyProjection,
  HeldPartition,
  Parked,
  ReadModel,
  Refused,
  Row,
  Standing,
  TableChange,
  TableDefinition,
  Waiting,
} from '@app/read-store';
import { kept, readBack } from './column-values';
import type { MemoryConnection } from './memory-connection';
import type { MemoryTransaction } from './memory-database';

type KeptRow = Readonly<Record<string, string | null>>;
/** A group that is left for the stage; with `error` and without `again` it is put aside. */
export interface KeptGroup {
  readonly name: string;
  readonly error: string | undefined;
  readonly again: boolean;
}
/** The table, and the lock, of the groups left in a generation. */
export const groupsOf = (place: string): string => `${place} groups`;
/** Under what a generation's checkpoint is kept, or that of a part. */
export const checkpointOf = (place: string, part?: number): string =>
  part === undefined ? place : `${place} part ${part}`;

type KeptParked = Parked & { readonly partition: string };

/** A read model in memory, with the promises of one in PostgreSQL; `connection` says how its requests travel. */
export class MemoryReadModel implements ReadModel {
  readonly leaveToStage?: (groups: readonly string[]) => Promise<void>;

  constructor(
    protected readonly connection: MemoryConnection,
    protected readonly projection: AnyProjection,
    /** Names the generation: its checkpoint, and what its tables begin with. */
    protected readonly place: string,
    /** Of a divided one. */
    protected readonly part?: number,
  ) {
    if (part !== undefined)
      this.leaveToStage = (names) =>
        this.connection.holding(groupsOf(place), `leave ${names.join()}`, (tx) => {
          for (const name of names) {
            const known = tx.get(groupsOf(place), name) as KeptGroup | undefined;
            tx.set(groupsOf(place), name, { name, error: known?.error, again: true } satisfies KeptGroup);
          }
        });
  }

  checkpoint(): Promise<LogCheckpoint | undefined> {
    return this.connection.request('checkpoint', (tx) => this.checkpointIn(tx));
  }

  advance(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    return this.connection.request(`advance ${move.from} → ${move.to.position}`, (tx) => this.moved(tx, move, changes));
  }

  advanceIfNothingStandsStill(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    return this.connection.alone(this.lockName, `advance at once ${move.from} → ${move.to.position}`, (tx) =>
      this.heldIn(tx).length > 0 ? false : this.moved(tx, move, changes),
    );
  }

  async locked<Result>(work: (standing: Standing) => Promise<Result>): Promise<Result> {
    return this.connection.transaction(this.lockName, async () => {
      return work(await this.connection.request('standing', (tx) => this.standingIn(tx)));
    });
  }

  attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.connection.attempt(work);
  }

  select(table: string, keys: readonly Row[]): Promise<Row[]> {
    const definition = this.definitionOf(table);
    return this.connection.request(`select ${keys.length} of ${table}`, (tx) =>
      keys.flatMap((key) => {
        const row = tx.get(this.tableOf(table), idOf(definition, key)) as KeptRow | undefined;
        return row ? [readBack(definition, row)] : [];
      }),
    );
  }

  async change(changes: readonly TableChange[]): Promise<void> {
    for (const change of changes)
      await this.connection.request(`${change.kind} ${change.rows.length} of ${change.table}`, (tx) =>
        this.changed(tx, change),
      );
  }

  /** One question only: `SELECT * FROM` a table. */
  query<Result extends Row>(sql: string): Promise<Result[]> {
    const table = Object.keys(this.projection.tables).find((name) => sql === `SELECT * FROM ${this.tableOf(name)}`);
    if (table === undefined) return Promise.reject(new Error(`Memory does not answer ${sql}`));
    return this.connection.request(`all of ${table}`, (tx) => this.rowsOf(tx, table) as Result[]);
  }

  tableOf(name: string): string {
    this.definitionOf(name);
    return `${this.place}/${name}`;
  }

  async hold(refused: Refused): Promise<void> {
    const { partition, event, attempts } = refused;
    await this.connection.request(`hold ${partition} at ${event.position}: ${refused.failure.message}`, (tx) =>
      tx.set(`${this.place} held`, partition, { partition, position: event.position, attempts }),
    );
    await this.park([refused]);
  }

  async park(waiting: readonly Waiting[]): Promise<void> {
    if (waiting.length === 0) return;
    await this.connection.request(`park ${waiting.map(({ event }) => event.position).join()}`, (tx) => {
      for (const { partition, event } of waiting) {
        const parked: KeptParked = { partition, position: event.position, eventId: event.id };
        tx.set(`${this.place} parked`, `${event.position}`, parked);
      }
    });
  }

  release(partition: string): Promise<Parked[]> {
    return this.connection.request(`release ${partition}`, (tx) => {
      tx.delete(`${this.place} held`, partition);
      const all = tx.values(`${this.place} parked`) as KeptParked[];
      const own = all.filter((parked) => parked.partition === partition);
      for (const { position } of own) tx.delete(`${this.place} parked`, `${position}`);
      return own.sort((one, other) => Number(one.position - other.position));
    });
  }

  /** All rows as they are read, in no particular order. */
  rowsOf(tx: MemoryTransaction, table: string): Row[] {
    return (tx.values(this.tableOf(table)) as KeptRow[]).map((row) => readBack(this.definitionOf(table), row));
  }

  checkpointIn(tx: MemoryTransaction): LogCheckpoint | undefined {
    return tx.get('checkpoint', this.checkpointName) as LogCheckpoint | undefined;
  }

  heldIn(tx: MemoryTransaction): HeldPartition[] {
    return tx.values(`${this.place} held`) as HeldPartition[];
  }

  parkedIn(tx: MemoryTransaction): Parked[] {
    return tx.values(`${this.place} parked`) as KeptParked[];
  }

  /** Where a batch ended in the midst of an append: readers could have seen half a command. */
  splitsIn(tx: MemoryTransaction): bigint[] {
    return tx.values(`${this.place} split`) as bigint[];
  }

  /** Whoever applies events holds it. */
  protected get lockName(): string {
    return this.checkpointName;
  }

  protected get checkpointName(): string {
    return checkpointOf(this.place, this.part);
  }

  protected standingIn(tx: MemoryTransaction): Standing {
    return { position: this.checkpointIn(tx)?.position, held: this.heldIn(tx) };
  }

  private moved(tx: MemoryTransaction, { from, to, logId }: Advance, changes: readonly TableChange[]): boolean {
    if (this.standingIn(tx).position !== from) return false;
    for (const change of changes) this.changed(tx, change);
    tx.set('checkpoint', this.checkpointName, { logId, position: to.position, eventId: to.id } satisfies LogCheckpoint);
    const { part, parts } = to.metadata;
    if (part < parts) tx.set(`${this.place} split`, `${to.position}`, to.position);
    return true;
  }

  private changed(tx: MemoryTransaction, change: TableChange): void {
    const [table, definition] = [this.tableOf(change.table), this.definitionOf(change.table)];
    for (const row of change.rows) {
      const id = idOf(definition, row);
      if (change.kind === 'delete') tx.delete(table, id);
      else {
        const set = [...definition.key, ...change.columns].map((column) => [column, keptOf(definition, row, column)]);
        tx.set(table, id, { ...(tx.get(table, id) as KeptRow | undefined), ...Object.fromEntries(set) });
      }
    }
  }

  private definitionOf(table: string): TableDefinition {
    const definition = this.projection.tables[table];
    if (!definition) throw new Error(`${this.projection.name} has no table ${table}`);
    return definition;
  }
}

function idOf(definition: TableDefinition, row: Row): string {
  return JSON.stringify(definition.key.map((column) => keptOf(definition, row, column)));
}

function keptOf({ columns }: TableDefinition, row: Row, column: string): string | null {
  return kept(row[column], columns[column] ?? 'text');
}
