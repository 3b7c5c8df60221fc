import { definitionOf, type Operations, type RowOperations } from './operations';
import type { AnyProjection, Row, SettleContext, TableDefinition } from './projection';
import { changeOf, needsPresentRow } from './row-changes';
import type { Session } from './session';
import { deleteRows, physicalName, selectRows, type Statement, upsertRows } from './table-sql';

/** The tables of one projection in one generation. */
export class TableStore {
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
  async write({ byTable }: Operations): Promise<void> {
    for (const [name, rows] of byTable) await this.writeTable(name, [...rows.values()]);
  }

  settleContext(operations: Operations): SettleContext<string> {
    return {
      query: (sql, parameters) => this.session.query(sql, parameters),
      tableOf: (name) => this.tableOf(name),
      table: (name) => operations.table(name),
    };
  }

  private async writeTable(name: string, rows: readonly RowOperations[]): Promise<void> {
    const definition = definitionOf(this.projection, name);
    const physical = this.tableOf(name);
    const present = await this.presentRows(physical, definition, rows);
    const deleted: Row[] = [];
    const written = new Map<string, { columns: string[]; rows: Row[] }>();
    for (const { key, operations } of rows) {
      const change = changeOf(definition, key, present.get(idOf(definition, key)), operations);
      if (change.kind === 'delete') deleted.push(key);
      else groupByColumns(written, key, change.columns);
    }
    if (deleted.length > 0) await this.run(deleteRows(physical, definition, deleted));
    for (const { columns, rows: some } of written.values()) {
      await this.run(upsertRows(physical, definition, columns, some));
    }
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

  private run({ sql, parameters }: Statement): Promise<Row[]> {
    return this.session.query(sql, parameters);
  }
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
