import type { Operations } from '../operations';
import type { Row } from '../projection';
import { changeOf } from '../row-changes';
import { textOf } from '../table-sql';
import { KeyFilter } from './key-filter';
import type { LoadTable } from './load-table';

/** A row in hand. `columns` undefined: deleted. */
interface Held {
  readonly table: LoadTable;
  readonly key: Row;
  columns: Row | undefined;
  /** Whether the table holds the row, perhaps with other columns. */
  stored: boolean;
  dirty: boolean;
  weight: number;
}

const ROW_WEIGHT = 200;

/**
 * The rows that are being worked on, in bounded memory: those used longest ago are written away and read again when they are needed.
 * What is here is newer than what the tables hold.
 */
export class RowCache {
  private readonly held = new Map<string, Held>();
  private readonly putAway = new KeyFilter();
  private weight = 0;

  constructor(
    private readonly tables: ReadonlyMap<string, LoadTable>,
    private readonly maxWeight: number,
  ) {}

  /** The tables may hold anything: every row is looked for before it is changed. */
  expectAnything(): void {
    this.putAway.forgetAll();
  }

  /** Reads the rows that these operations touch and that were put away: `apply` needs every one of them in hand. */
  async fetch(all: readonly Operations[]): Promise<void> {
    const missing = new Map<string, Map<string, Row>>();
    for (const { byTable } of all) {
      for (const [name, rows] of byTable) {
        for (const { key } of rows.values()) {
          const place = placeOf(this.tableOf(name), key);
          if (this.held.has(place) || !this.putAway.mayHold(place)) continue;
          const ofTable = missing.get(name) ?? new Map<string, Row>();
          missing.set(name, ofTable.set(place, key));
        }
      }
    }
    for (const [name, keys] of missing) await this.read(this.tableOf(name), [...keys.values()]);
  }

  /** One event's operations, all or none: throws what a fold throws, or when a value cannot stand in its column. */
  apply({ byTable }: Operations, weight: number): void {
    const changes: (() => void)[] = [];
    for (const [name, rows] of byTable) {
      const table = this.tableOf(name);
      for (const { key, operations } of rows.values()) {
        const place = placeOf(table, key);
        const held = this.held.get(place);
        const change = changeOf(table.definition, key, held?.columns, operations);
        if (change.kind === 'write') checkColumns(table, change.columns);
        changes.push(() => this.put(place, table, key, change.kind === 'write' ? change.columns : undefined, weight));
      }
    }
    for (const change of changes) change();
  }

  /** Writes rows away when there are too many. */
  async relieve(): Promise<void> {
    if (this.weight > this.maxWeight) await this.writeDownTo(this.maxWeight / 2);
  }

  /** Writes everything away. */
  async empty(): Promise<void> {
    await this.writeDownTo(-1);
  }

  private put(place: string, table: LoadTable, key: Row, columns: Row | undefined, weight: number): void {
    const held = this.held.get(place);
    this.held.delete(place);
    if (!columns && !held?.stored) {
      this.weight -= held?.weight ?? 0;
      return;
    }
    const now = held ?? { table, key, columns: undefined, stored: false, dirty: true, weight: ROW_WEIGHT };
    if (!held) this.weight += ROW_WEIGHT;
    now.columns = columns && { ...(now.columns ?? { ...table.emptyRow, ...key }), ...columns };
    now.dirty = true;
    now.weight += weight;
    this.weight += weight;
    // Set anew, it stands behind all others: the first ones are those used longest ago.
    this.held.set(place, now);
  }

  private async read(table: LoadTable, keys: readonly Row[]): Promise<void> {
    for (const columns of await table.find(keys)) {
      const key = Object.fromEntries(table.definition.key.map((column) => [column, columns[column]]));
      const weight = ROW_WEIGHT + JSON.stringify(columns).length * 2;
      this.held.set(placeOf(table, key), { table, key, columns, stored: true, dirty: false, weight });
      this.weight += weight;
    }
  }

  private async writeDownTo(weight: number): Promise<void> {
    const leaving = new Map<LoadTable, Held[]>();
    for (const [place, held] of this.held) {
      if (this.weight <= weight) break;
      this.held.delete(place);
      this.weight -= held.weight;
      this.putAway.add(place);
      if (!held.dirty) continue;
      const rows = leaving.get(held.table) ?? [];
      leaving.set(held.table, rows);
      rows.push(held);
    }
    for (const [table, rows] of leaving) await write(table, rows);
  }

  private tableOf(name: string): LoadTable {
    const table = this.tables.get(name);
    if (!table) throw new Error(`There is no table ${name}`);
    return table;
  }
}

/** The same for a key asked for and for a row read back; no text of PostgreSQL holds a zero. */
function placeOf({ name, definition }: LoadTable, key: Row): string {
  let place = name;
  for (const column of definition.key) place += `\0${String(key[column])}`;
  return place;
}

async function write(table: LoadTable, rows: readonly Held[]): Promise<void> {
  const some = (wanted: (held: Held) => boolean) =>
    rows.filter(wanted).map(({ key, columns }) => ({ ...columns, ...key }));
  await table.delete(some(({ stored, columns }) => stored && !columns));
  await table.change(some(({ stored, columns }) => stored && columns !== undefined));
  await table.add(some(({ stored, columns }) => !stored && columns !== undefined));
}

/** What PostgreSQL's column cannot be given is the event's fault, now and not when the row is written away. JSON is only checked then. */
function checkColumns({ definition }: LoadTable, columns: Row): void {
  for (const [name, value] of Object.entries(columns)) {
    const type = definition.columns[name] ?? 'text';
    if (type !== 'jsonb' || value === undefined) textOf(value, type);
  }
}
