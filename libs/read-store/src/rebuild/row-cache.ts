import type { Operations } from '../operations';
import type { Row } from '../projection';
import { changeOf, type Operation } from '../row-changes';
import { keyText } from '../row-key';
import { refuseMisfit } from '../table-sql';
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
  /** By table: what a row weighed on average of the heaviest that were put away together. */
  private readonly heaviest = new Map<string, number>();
  /** Rows on their way into the tables: over before anything is looked for there. */
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly tables: ReadonlyMap<string, LoadTable>,
    private readonly maxWeight: number,
  ) {}

  /** The tables may hold anything: every row is looked for before it is changed. */
  expectAnything(): void {
    this.putAway.forgetAll();
  }

  /**
   * Reads the rows that these operations touch and that were put away: `apply` needs every one of them in hand. False, and nothing read,
   * when they would weigh more than `atMost`, as far as that is known.
   */
  async fetch(all: readonly Operations[], atMost = Infinity): Promise<boolean> {
    const missing = this.missing(all);
    let weight = 0;
    for (const [name, keys] of missing) weight += keys.size * (this.heaviest.get(name) ?? ROW_WEIGHT);
    if (weight > atMost) return false;
    if (missing.size > 0) await this.written();
    for (const [name, keys] of missing) await this.read(this.tableOf(name), [...keys.values()]);
    return true;
  }

  /** All of these operations, or none: throws what a fold throws, or when a value cannot stand in its column. */
  apply({ byTable }: Operations): void {
    const changes: { readonly place: string; readonly before: Held | undefined; readonly after: Held | undefined }[] =
      [];
    for (const [name, rows] of byTable) {
      const table = this.tableOf(name);
      for (const [id, { key, operations }] of rows) {
        const place = name + id;
        const before = this.find(place);
        const change = changeOf(table.definition, key, before?.row, operations);
        const columns = change.kind === 'write' ? change.columns : undefined;
        if (columns) checkColumns(table, columns);
        const folds = before?.folds === true || operations.some(isFold);
        changes.push({ place, before, after: changed({ table, key, folds }, before, columns) });
      }
    }
    for (const { place, before, after } of changes) {
      if (before) this.shelfOf(before).take(place);
      // Put anew, it stands behind all others: the first ones are those used longest ago.
      if (after) this.shelfOf(after).put(place, after);
    }
  }

  /** Writes rows away when there are too many: those that soon go while the next are worked on. */
  async relieve(): Promise<void> {
    if (this.folded.weight > this.maxWeight) {
      await this.written();
      await this.writeDown(this.folded, this.maxWeight / 2);
    }
    if (this.passing.weight <= Math.min(this.maxWeight, PASSING_WEIGHT)) return;
    await this.written();
    this.writing = this.writeDown(this.passing, -1);
    this.writing.catch(() => undefined); // Thrown to whoever writes next.
  }

  /** Writes everything away. */
  async empty(): Promise<void> {
    await this.written();
    await this.writeDown(this.folded, -1);
    await this.writeDown(this.passing, -1);
  }

  /** Waits for what is being written, however it ends. */
  async rest(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  private async written(): Promise<void> {
    const { writing } = this;
    this.writing = Promise.resolve();
    await writing;
  }

  /** By table and place the keys of the rows that these operations touch and that were perhaps put away. */
  private missing(all: readonly Operations[]): Map<string, Map<string, Row>> {
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
    return missing;
  }

  private find(place: string): Held | undefined {
    return this.folded.find(place) ?? this.passing.find(place);
  }

  private shelfOf({ folds }: Held): Shelf {
    return folds ? this.folded : this.passing;
  }

  private async read(table: LoadTable, keys: readonly Row[]): Promise<void> {
    for (const row of await table.find(keys)) {
      const key = Object.fromEntries(table.definition.key.map((column) => [column, row[column]]));
      const place = table.name + keyText(table.definition, key);
      this.passing.put(place, { table, key, row, stored: true, dirty: false, folds: false, weight: heldWeight(row) });
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
    for (const [table, rows] of leaving) {
      this.weigh(table, rows);
      await write(table, rows);
    }
  }

  private weigh({ name }: LoadTable, rows: readonly Held[]): void {
    const mean = rows.reduce((sum, { weight }) => sum + weight, 0) / rows.length;
    this.heaviest.set(name, Math.max(mean, this.heaviest.get(name) ?? ROW_WEIGHT));
  }

  private tableOf(name: string): LoadTable {
    const table = this.tables.get(name);
    if (!table) throw new Error(`There is no table ${name}`);
    return table;
  }
}

/** The row as it is to be held from now on; undefined when there is nothing left to hold. */
function changed(
  { table, key, folds }: Pick<Held, 'table' | 'key' | 'folds'>,
  before: Held | undefined,
  columns: Row | undefined,
): Held | undefined {
  if (!columns && !before?.stored) return undefined;
  const row = columns && (before?.row ? { ...before.row, ...columns } : table.wholeRow(key, columns));
  const stored = before?.stored ?? false;
  return { table, key, row, stored, dirty: true, folds, weight: heldWeight(row) };
}

/** Of the whole row each time: what a fold makes of a small event may be large. */
function heldWeight(row: Row | undefined): number {
  return ROW_WEIGHT + weightOf(row);
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
  for (const name in columns) refuseMisfit(columns[name], definition.columns[name] ?? 'text');
}
