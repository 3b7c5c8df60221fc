import type { Operations } from '../operations';
import type { Row } from '../projection';
import { changeOf, type Operation } from '../row-changes';
import { keyText } from '../row-key';
import { textOf } from '../table-sql';
import { KeyFilter } from './key-filter';
import type { LoadTable } from './load-table';
import { type Held, Shelf } from './shelf';
import { weightOf } from './weight';

const ROW_WEIGHT = 200;
/** Of rows that are only set, so many bytes at most are gathered before they go: enough for one COPY. */
const PASSING_WEIGHT = 2 * 1024 * 1024;

/**
 * The rows that are being worked on, in bounded memory: those used longest ago are written away and read again when they are needed.
 * Rows that were only ever set are seldom needed again and soon go. What is here is newer than what the tables hold.
 */
export class RowCache {
  private readonly folded = new Shelf();
  private readonly passing = new Shelf();
  private readonly putAway = new KeyFilter();

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
          if (this.find(place) || !this.putAway.mayHold(place)) continue;
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
        const change = changeOf(table.definition, key, this.find(place)?.row, operations);
        const columns = change.kind === 'write' ? change.columns : undefined;
        if (columns) checkColumns(table, columns);
        const folds = operations.some(isFold);
        changes.push(() => this.put(place, this.changed(place, table, key, columns, weight), folds));
      }
    }
    for (const change of changes) change();
  }

  /** Writes rows away when there are too many. */
  async relieve(): Promise<void> {
    if (this.folded.weight > this.maxWeight) await this.writeDown(this.folded, this.maxWeight / 2);
    if (this.passing.weight > Math.min(this.maxWeight, PASSING_WEIGHT)) await this.writeDown(this.passing, -1);
  }

  /** Writes everything away. */
  async empty(): Promise<void> {
    await this.writeDown(this.folded, -1);
    await this.writeDown(this.passing, -1);
  }

  private find(place: string): Held | undefined {
    return this.folded.find(place) ?? this.passing.find(place);
  }

  /** The row as it is to be held from now on; undefined when there is nothing left to hold. */
  private changed(
    place: string,
    table: LoadTable,
    key: Row,
    columns: Row | undefined,
    weight: number,
  ): Held | undefined {
    const held = this.find(place);
    if (!columns && !held?.stored) return undefined;
    const row = columns && (held?.row ? { ...held.row, ...columns } : table.wholeRow(key, columns));
    const stored = held?.stored ?? false;
    return { table, key, row, stored, dirty: true, weight: (held?.weight ?? ROW_WEIGHT) + weight };
  }

  /** Put anew, it stands behind all others: the first ones are those used longest ago. */
  private put(place: string, held: Held | undefined, folds: boolean): void {
    const wasFolded = this.folded.take(place) !== undefined;
    this.passing.take(place);
    if (held) (folds || wasFolded ? this.folded : this.passing).put(place, held);
  }

  private async read(table: LoadTable, keys: readonly Row[]): Promise<void> {
    for (const row of await table.find(keys)) {
      const key = Object.fromEntries(table.definition.key.map((column) => [column, row[column]]));
      const weight = ROW_WEIGHT + weightOf(row);
      const place = table.name + keyText(table.definition, key);
      this.passing.put(place, { table, key, row, stored: true, dirty: false, weight });
    }
  }

  private async writeDown(shelf: Shelf, weight: number): Promise<void> {
    const leaving = new Map<LoadTable, Held[]>();
    for (const [place, held] of shelf.takeDownTo(weight)) {
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

function isFold({ kind }: Operation): boolean {
  return kind === 'fold';
}

/** What PostgreSQL's column cannot be given is the event's fault, now and not when the row is written away. JSON is only checked then. */
function checkColumns({ definition }: LoadTable, columns: Row): void {
  for (const name of Object.keys(columns)) {
    const type = definition.columns[name] ?? 'text';
    const value = columns[name];
    if (type !== 'jsonb' || value === undefined) textOf(value, type);
  }
}
