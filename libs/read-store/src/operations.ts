import type { AnyProjection, ProjectionWriter, Row, TableDefinition, TableWriter } from './projection';
import { needsPresentRow, type Operation } from './row-changes';
import { keyText } from './row-key';

/** The operations on one row, in the order in which they were asked for. */
export interface RowOperations {
  readonly key: Row;
  readonly operations: Operation[];
}

/** Collects what the handlers of a batch want, per table and row (by `keyText`), in order. Writes nothing. */
export class Operations implements ProjectionWriter<string> {
  readonly byTable = new Map<string, Map<string, RowOperations>>();
  /** All groups to settle with the batch. */
  readonly groups = new Set<string>();
  /** Those of them that were touched: a rebuild settles no others. */
  readonly touched = new Set<string>();
  private readonly writers = new Map<string, RowWriter>();

  constructor(private readonly projection: Pick<AnyProjection, 'name' | 'tables'>) {}

  /** Whether a fold must know a row as it stands in the table. */
  get needPresentRows(): boolean {
    for (const rows of this.byTable.values()) {
      for (const { operations } of rows.values()) if (needsPresentRow(operations)) return true;
    }
    return false;
  }

  table(name: string): TableWriter {
    const known = this.writers.get(name);
    if (known) return known;
    const writer = new RowWriter(name, definitionOf(this.projection, name), this.byTable);
    this.writers.set(name, writer);
    return writer;
  }

  touch(group: string): void {
    this.groups.add(group);
    this.touched.add(group);
  }

  spread(group: string): void {
    this.groups.add(group);
  }
}

/** Writes down what is to be done to the rows of one table. */
class RowWriter implements TableWriter {
  constructor(
    private readonly name: string,
    private readonly definition: TableDefinition,
    private readonly byTable: Map<string, Map<string, RowOperations>>,
  ) {}

  set(key: Row, columns: Row): void {
    this.add(key, { kind: 'set', columns: checked(this.definition, columns) });
  }

  fold(key: Row, change: (row: Row | undefined) => Row): void {
    const { definition } = this;
    this.add(key, { kind: 'fold', change: (row) => checked(definition, change(row)) });
  }

  delete(key: Row): void {
    this.add(key, { kind: 'delete' });
  }

  private add(key: Row, operation: Operation): void {
    const rows = this.byTable.get(this.name) ?? new Map<string, RowOperations>();
    if (rows.size === 0) this.byTable.set(this.name, rows);
    const id = keyText(this.definition, key);
    const known = rows.get(id);
    if (known) known.operations.push(operation);
    else rows.set(id, { key: this.checkedKey(key), operations: [operation] });
  }

  /** The columns of the key and no others. */
  private checkedKey(key: Row): Row {
    const own: Record<string, string | number> = {};
    for (const column of this.definition.key) own[column] = keyValue(this.name, column, key[column]);
    return own;
  }
}

/** The table's definition. Throws when the projection has no such table. */
export function definitionOf({ name, tables }: Pick<AnyProjection, 'name' | 'tables'>, table: string): TableDefinition {
  const definition = Object.hasOwn(tables, table) ? tables[table] : undefined;
  if (!definition) throw new Error(`Projection ${name} has no table ${table}`);
  return definition;
}

function keyValue(table: string, column: string, value: unknown): string | number {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`${table}.${column} is part of the key and must be text or a number, not ${String(value)}`);
}

function checked({ columns, key }: TableDefinition, row: Row): Row {
  let namesKey = false;
  for (const column of Object.keys(row)) {
    if (!Object.hasOwn(columns, column)) throw new Error(`There is no column ${column}`);
    namesKey ||= key.includes(column);
  }
  if (!namesKey) return row;
  return Object.fromEntries(Object.entries(row).filter(([column]) => !key.includes(column)));
}
