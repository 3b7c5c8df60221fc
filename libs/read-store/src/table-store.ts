import { definitionOf, type Operations, type RowOperations } from './operations';
import type { AnyProjection, Row, SettleContext, SettledRow, TableDefinition } from './projection';
import type { ReadTables, TableChange } from './read-model';
import { changeOf, needsPresentRow } from './row-changes';
import { keyText } from './row-key';

interface FoldedRow {
  readonly before: Row | undefined;
  readonly after: Row;
}

/** Rows that folds changed, by table and key: as they were found and as they are now. */
export type FoldedRows = ReadonlyMap<string, ReadonlyMap<string, FoldedRow>>;

/** What operations come to in the tables of one projection in one generation, within one transaction. */
export class TableStore {
  private staged: TableChange[] = [];

  constructor(
    private readonly tables: ReadTables,
    private readonly projection: AnyProjection,
  ) {}

  /** Carries collected operations out: per table one read of the rows that folds need, then a few set-based writes. */
  async write(operations: Operations): Promise<FoldedRows> {
    try {
      const folded = await this.stage(operations);
      await this.flush();
      return folded;
    } finally {
      this.staged = [];
    }
  }

  /** The same, but the writes wait for `flush` (or for the first statement that must see them). */
  async stage({ byTable }: Operations): Promise<FoldedRows> {
    const folded = new Map<string, Map<string, FoldedRow>>();
    for (const [name, rows] of byTable) folded.set(name, await this.stageTable(name, [...rows.values()]));
    return folded;
  }

  /** Carries out what is staged. */
  async flush(): Promise<void> {
    await this.tables.change(this.take());
  }

  /** What is staged, for whoever carries it out instead. */
  take(): readonly TableChange[] {
    const { staged } = this;
    this.staged = [];
    return staged;
  }

  /** `folded`: the rows of the batch that need not be read again. */
  settleContext(operations: Operations, folded: FoldedRows = new Map()): SettleContext<string> {
    return {
      query: async (sql, parameters) => {
        await this.flush();
        return this.tables.query(sql, parameters);
      },
      tableOf: (name) => this.tables.tableOf(name),
      table: (name) => operations.table(name),
      touch: (group) => operations.touch(group),
      rows: (name, keys) => this.rows(name, keys, folded),
    };
  }

  private async stageTable(name: string, rows: readonly RowOperations[]) {
    // Two writes of one row cannot be carried out together, and a row must not be read before it is written.
    if (this.staged.some(({ table }) => table === name)) await this.flush();
    const definition = definitionOf(this.projection, name);
    const present = await this.presentRows(name, rows);
    const folded = new Map<string, FoldedRow>();
    const deleted: Row[] = [];
    const written = new Map<string, { columns: string[]; rows: Row[] }>();
    for (const { key, operations } of rows) {
      const id = keyText(definition, key);
      const before = present.get(id);
      const change = changeOf(definition, key, before, operations);
      if (change.kind === 'delete') deleted.push(key);
      else groupByColumns(written, key, change.columns);
      if (change.kind === 'write' && change.row && needsPresentRow(operations)) {
        folded.set(id, { before, after: change.row });
      }
    }
    if (deleted.length > 0) this.staged.push({ kind: 'delete', table: name, rows: deleted });
    for (const group of written.values()) this.staged.push({ kind: 'upsert', table: name, ...group });
    return folded;
  }

  private async presentRows(name: string, rows: readonly RowOperations[]): Promise<Map<string, Row>> {
    const needed = rows.filter(({ operations }) => needsPresentRow(operations)).map(({ key }) => key);
    if (needed.length === 0) return new Map();
    const definition = definitionOf(this.projection, name);
    const found = await this.tables.select(name, needed);
    return new Map(found.map((row) => [keyText(definition, row), row]));
  }

  private async rows(name: string, keys: readonly Row[], folded: FoldedRows): Promise<SettledRow[]> {
    const definition = definitionOf(this.projection, name);
    const known = readsAsWritten(definition) ? folded.get(name) : undefined;
    const answers: SettledRow[] = [];
    const unknown: Row[] = [];
    for (const key of keys) {
      const row = known?.get(keyText(definition, key));
      if (row) answers.push({ row: row.after, before: row.before });
      else unknown.push(key);
    }
    if (unknown.length === 0) return answers;
    await this.flush();
    const read = await this.tables.select(name, unknown);
    return [...answers, ...read.map((row) => ({ row, before: undefined }))];
  }
}

/** Whether a value of each column is read back as a fold gave it: not so where PostgreSQL writes it its own way. */
function readsAsWritten({ columns }: TableDefinition): boolean {
  return Object.values(columns).every((type) => ['text', 'integer', 'boolean', 'jsonb'].includes(type));
}

/** Rows that set the same columns go into one statement. */
function groupByColumns(groups: Map<string, { columns: string[]; rows: Row[] }>, key: Row, change: Row): void {
  const columns = Object.keys(change).sort();
  const signature = columns.join();
  const group = groups.get(signature) ?? { columns, rows: [] };
  groups.set(signature, group);
  group.rows.push({ ...key, ...change });
}
