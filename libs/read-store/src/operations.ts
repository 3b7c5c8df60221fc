import type { AnyProjection, ProjectionWriter, Row, TableDefinition, TableWriter } from './projection';
import { needsPresentRow, type Operation } from './row-changes';

/** The operations on one row, in the order in which they were asked for. */
export interface RowOperations {
  readonly key: Row;
  readonly operations: Operation[];
}

/** Collects what the handlers of a batch want, per table and row, in order. Writes nothing. */
export class Operations implements ProjectionWriter<string> {
  readonly byTable = new Map<string, Map<string, RowOperations>>();
  readonly groups = new Set<string>();
  private readonly writers = new Map<string, TableWriter>();

  constructor(private readonly projection: Pick<AnyProjection, 'name' | 'tables'>) {}

  /** Whether a fold must know a row as it stands in the table. */
  get needPresentRows(): boolean {
    return [...this.byTable.values()].some((rows) =>
      [...rows.values()].some(({ operations }) => needsPresentRow(operations)),
    );
  }

  table(name: string): TableWriter {
    const writer = this.writers.get(name) ?? this.writerOf(name);
    this.writers.set(name, writer);
    return writer;
  }

  touch(group: string): void {
    this.groups.add(group);
  }

  private writerOf(name: string): TableWriter {
    const definition = definitionOf(this.projection, name);
    const add = (key: Row, operation: Operation) => this.add(name, definition, key, operation);
    return {
      set: (key, columns) => add(key, { kind: 'set', columns: checked(definition, columns) }),
      fold: (key, change) => add(key, { kind: 'fold', change: (row) => checked(definition, change(row)) }),
      delete: (key) => add(key, { kind: 'delete' }),
    };
  }

  private add(name: string, { key: columns }: TableDefinition, key: Row, operation: Operation): void {
    const rows = this.byTable.get(name) ?? new Map<string, RowOperations>();
    this.byTable.set(name, rows);
    const values = columns.map((column) => keyValue(name, column, key[column]));
    const id = JSON.stringify(values);
    const known = rows.get(id);
    if (known) known.operations.push(operation);
    else {
      const own = Object.fromEntries(columns.map((column, index) => [column, values[index]]));
      rows.set(id, { key: own, operations: [operation] });
    }
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
