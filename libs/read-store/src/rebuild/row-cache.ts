import type { Operations } from '../operations';
import type { Row } from '../projection';
import { changeOf } from '../row-changes';
import { keyText } from '../row-key';
import { textOf } from '../table-sql';
import { KeyFilter } from './key-filter';
import type { LoadTable } from './load-table';
import { weightOf } from './weight';

/** A row in hand. `row` undefined: deleted. */
interface Held {
  readonly table: LoadTable;
  readonly key: Row;
  row: Row | undefined;
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
        for (const [id, { key }] of rows) {
          const place = name + id;
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
      for (const [id, { key, operations }] of rows) {
        const place = name + id;
        const held = this.held.get(place);
        const change = changeOf(table.definition, key, held?.row, operations);
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
    const now = held ?? { table, key, row: undefined, stored: false, dirty: true, weight: ROW_WEIGHT };
    if (!held) this.weight += ROW_WEIGHT;
    now.row = columns && (now.row ? { ...now.row, ...columns } : table.wholeRow(key, columns));
    now.dirty = true;
    now.weight += weight;
    this.weight += weight;
    // Set anew, it stands behind all others: the first ones are those used longest ago.
    this.held.set(place, now);
  }

  private async read(table: LoadTable, keys: readonly Row[]): Promise<void> {
    for (const row of await table.find(keys)) {
      const key = Object.fromEntries(table.definition.key.map((column) => [column, row[column]]));
      const weight = ROW_WEIGHT + weightOf(row);
      this.held.set(table.name + keyText(table.definition, key), {
        table,
        key,
        row,
        stored: true,
        dirty: false,
        weight,
      });
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

async function write(table: LoadTable, held: readonly Held[]): Promise<void> {
  const [gone, changed, fresh]: [Row[], Row[], Row[]] = [[], [], []];
  for (const { key, row, stored } of held) {
    if (!row) gone.push(key);
    else (stored ? changed : fresh).push(row);
  }
  await table.delete(gone);
  await table.change(changed);
  await table.add(fresh);
}

/** What PostgreSQL's column cannot be given is the event's fault, now and not when the row is written away. JSON is only checked then. */
function checkColumns({ definition }: LoadTable, columns: Row): void {
  for (const name of Object.keys(columns)) {
    const type = definition.columns[name] ?? 'text';
    const value = columns[name];
    if (type !== 'jsonb' || value === undefined) textOf(value, type);
  }
}
