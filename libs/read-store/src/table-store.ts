import { definitionOf, type Operations, type RowOperations } from './operations';
import type { AnyProjection, Row, SettleContext, SettledRow, TableDefinition } from './projection';
import { changeOf, needsPresentRow } from './row-changes';
import type { Session } from './session';
import { deleteRows, onlyAfter, physicalName, selectRows, type Statement, upsertRows } from './table-sql';

interface FoldedRow {
  readonly before: Row | undefined;
  readonly after: Row;
}

/** Rows that folds changed, by table and key: as they were found and as they are now. */
export type FoldedRows = ReadonlyMap<string, ReadonlyMap<string, FoldedRow>>;

interface Staged extends Statement {
  readonly table: string;
}

/** The tables of one projection in one generation, within one transaction. */
export class TableStore {
  private staged: Staged[] = [];

  constructor(
    private readonly session: Session,
    private readonly projection: AnyProjection,
    private readonly generation: number,
  ) {}

  tableOf(name: string): string {
    definitionOf(this.projection, name);
    return physicalName(this.projection.name, name, this.generation);
  }

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

  /** Carries out what is staged, in as few statements as may be. */
  async flush(): Promise<void> {
    for (const statement of this.take()) await this.run(statement);
  }

  /** Carries out `first` and, only if it answers a row, what is staged: one statement. Answers whether it did. */
  async flushAfter(first: Statement): Promise<boolean> {
    return (await this.run(onlyAfter(first, this.take()))).length > 0;
  }

  /** `folded`: the rows of the batch that need not be read again. */
  settleContext(operations: Operations, folded: FoldedRows = new Map()): SettleContext<string> {
    return {
      query: async (sql, parameters) => {
        await this.flush();
        return this.session.query(sql, parameters);
      },
      tableOf: (name) => this.tableOf(name),
      table: (name) => operations.table(name),
      rows: (name, keys) => this.rows(name, keys, folded),
    };
  }

  private take(): Staged[] {
    const { staged } = this;
    this.staged = [];
    return staged;
  }

  private async stageTable(name: string, rows: readonly RowOperations[]) {
    // Two writes of one row cannot share a statement, and a row must not be read before it is written.
    if (this.staged.some(({ table }) => table === name)) await this.flush();
    const definition = definitionOf(this.projection, name);
    const physical = this.tableOf(name);
    const present = await this.presentRows(physical, definition, rows);
    const folded = new Map<string, FoldedRow>();
    const deleted: Row[] = [];
    const written = new Map<string, { columns: string[]; rows: Row[] }>();
    for (const { key, operations } of rows) {
      const id = idOf(definition, key);
      const before = present.get(id);
      const change = changeOf(definition, key, before, operations);
      if (change.kind === 'delete') deleted.push(key);
      else groupByColumns(written, key, change.columns);
      if (change.kind === 'write' && change.row && needsPresentRow(operations)) {
        folded.set(id, { before, after: change.row });
      }
    }
    if (deleted.length > 0) this.staged.push({ table: name, ...deleteRows(physical, definition, deleted) });
    for (const { columns, rows: some } of written.values()) {
      this.staged.push({ table: name, ...upsertRows(physical, definition, columns, some) });
    }
    return folded;
  }

  private async presentRows(
    physical: string,
    definition: TableDefinition,
    rows: readonly RowOperations[],
  ): Promise<Map<string, Row>> {
    const needed = rows.filter(({ operations }) => needsPresentRow(operations)).map(({ key }) => key);
    if (needed.length === 0) return new Map();
    const found = await this.run(selectRows(physical, definition, needed));
    return new Map(found.map((row) => [idOf(definition, row), row]));
  }

  private async rows(name: string, keys: readonly Row[], folded: FoldedRows): Promise<SettledRow[]> {
    const definition = definitionOf(this.projection, name);
    const known = readsAsWritten(definition) ? folded.get(name) : undefined;
    const answers: SettledRow[] = [];
    const unknown: Row[] = [];
    for (const key of keys) {
      const row = known?.get(idOf(definition, key));
      if (row) answers.push({ row: row.after, before: row.before });
      else unknown.push(key);
    }
    if (unknown.length === 0) return answers;
    await this.flush();
    const read = await this.run(selectRows(this.tableOf(name), definition, unknown));
    return [...answers, ...read.map((row) => ({ row, before: undefined }))];
  }

  private run({ sql, parameters }: Statement): Promise<Row[]> {
    return this.session.query(sql, parameters);
  }
}

/** Whether a value of each column is read back as a fold gave it: not so where PostgreSQL writes it its own way. */
function readsAsWritten({ columns }: TableDefinition): boolean {
  return Object.values(columns).every((type) => ['text', 'integer', 'boolean', 'jsonb'].includes(type));
}

/** The key as text, the same for a key asked for and for a row read back. */
function idOf({ key }: TableDefinition, row: Row): string {
  return JSON.stringify(key.map((column) => String(row[column])));
}

/** Rows that set the same columns go into one statement. */
function groupByColumns(groups: Map<string, { columns: string[]; rows: Row[] }>, key: Row, change: Row): void {
  const columns = Object.keys(change).sort();
  const signature = columns.join();
  const group = groups.get(signature) ?? { columns, rows: [] };
  groups.set(signature, group);
  group.rows.push({ ...key, ...change });
}
