import type { QueryRunner } from 'typeorm';
import type { AnyProjection, Row, TableDefinition } from '../projection';
import { type Session, sessionOf } from '../session';
import { deleteRows, physicalName, selectRows, sqlName, type Statement, upsertRows } from '../table-sql';
import { copyRows } from './copy-rows';

/** A table that is being loaded: without a key until somebody must find a row in it again. */
export class LoadTable {
  private readonly valueColumns: readonly string[];
  private readonly session: Session;
  private readonly physical: string;
  private keyed = false;

  private constructor(
    private readonly connection: QueryRunner,
    projection: string,
    readonly name: string,
    readonly definition: TableDefinition,
    generation: number,
  ) {
    this.session = sessionOf(connection);
    this.physical = physicalName(projection, name, generation);
    this.valueColumns = Object.keys(definition.columns).filter((column) => !definition.key.includes(column));
  }

  static of(connection: QueryRunner, { name, tables }: AnyProjection, generation: number): Map<string, LoadTable> {
    const loaded = Object.entries(tables).map(
      ([table, definition]) => new LoadTable(connection, name, table, definition, generation),
    );
    return new Map(loaded.map((table) => [table.name, table]));
  }

  /** A whole row: the key, these columns, and nothing in all others. */
  wholeRow(key: Row, columns: Row): Row {
    const row: Record<string, unknown> = {};
    for (const column of this.definition.key) row[column] = key[column];
    for (const column of this.valueColumns) row[column] = columns[column] ?? null;
    return row;
  }

  /** Its key was built before. */
  isKeyed(): void {
    this.keyed = true;
  }

  /** Empty and without a key, whatever was there before. */
  async createAnew(): Promise<void> {
    const columns = Object.entries(this.definition.columns).map(([name, type]) => `${sqlName(name)} ${type}`);
    await this.session.query(`DROP TABLE IF EXISTS ${this.physical}`);
    await this.session.query(`CREATE TABLE ${this.physical} (${columns.join(', ')})`);
    this.keyed = false;
  }

  /** The rows with these keys, of those that were put away. */
  async find(keys: readonly Row[]): Promise<Row[]> {
    await this.buildKey();
    return this.run(selectRows(this.physical, this.definition, keys));
  }

  /** Rows that the table surely does not hold yet. */
  async add(rows: readonly Row[]): Promise<void> {
    if (rows.length > 0) await copyRows(this.connection, this.physical, this.definition, rows);
  }

  async change(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    await this.buildKey();
    await this.run(upsertRows(this.physical, this.definition, this.valueColumns, rows));
  }

  async delete(keys: readonly Row[]): Promise<void> {
    if (keys.length === 0) return;
    await this.buildKey();
    await this.run(deleteRows(this.physical, this.definition, keys));
  }

  /** Key, indexes and statistics, so that settling and readers find their way. */
  async finish(): Promise<void> {
    await this.buildKey();
    for (const index of this.definition.indexes ?? []) {
      await this.session.query(`CREATE INDEX ON ${this.physical} (${index.map(sqlName).join(', ')})`);
    }
    await this.session.query(`ANALYZE ${this.physical}`);
  }

  private async buildKey(): Promise<void> {
    if (this.keyed) return;
    await this.session.query(
      `ALTER TABLE ${this.physical} ADD PRIMARY KEY (${this.definition.key.map(sqlName).join(', ')})`,
    );
    this.keyed = true;
  }

  private run({ sql, parameters }: Statement): Promise<Row[]> {
    return this.session.query(sql, parameters);
  }
}
