import { textArray } from '@app/event-store';
import type { ColumnType, Row, TableDefinition } from './projection';

/** The schema of everything derived. */
export const SCHEMA = 'read_model';

const NAME = /^[a-z][a-z0-9_]{0,40}$/;

/** A name as SQL; refuses what would need quoting, so that queries read well. */
export function sqlName(name: string): string {
  if (!NAME.test(name)) throw new Error(`${name} is not a name: lower case letters, digits and _, at most 41`);
  return `"${name}"`;
}

/** The view that readers use. */
export function viewOf(projection: string, table: string): string {
  return `${SCHEMA}.${sqlName(`${projection}_${table}`)}`;
}

/** The table of one generation. */
export function physicalName(projection: string, table: string, generation: number): string {
  sqlName(`${projection}_${table}`);
  return `${SCHEMA}."${projection}_${table}__g${generation}"`;
}

/** Statements that create a table and its indexes. */
export function createTable(physical: string, { columns, key, indexes = [] }: TableDefinition): string[] {
  const lines = Object.entries(columns).map(([name, type]) => `${sqlName(name)} ${type}`);
  return [
    `CREATE TABLE ${physical} (${lines.join(', ')}, PRIMARY KEY (${names(key)}))`,
    ...indexes.map((index) => `CREATE INDEX ON ${physical} (${names(index)})`),
  ];
}

/** One statement and its parameters: one array per column, however many rows. Never more than a few dozen parameters. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Statements as one: `first`, and the others only where it answered a row. Each sees the tables as they were before it, so no two may
 * write the same row. Answers the rows of `first`.
 */
export function onlyAfter(first: Statement, others: readonly Statement[]): Statement {
  const parameters = [...first.parameters];
  const parts = others.map(({ sql, parameters: own }, index) => {
    const before = parameters.length;
    parameters.push(...own);
    const numbered = sql.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + before}`);
    return `, w${index} AS (${numbered.replace(GUARD, 'EXISTS (SELECT FROM fence)')})`;
  });
  return { sql: `WITH fence AS (${first.sql})${parts.join('')} SELECT * FROM fence`, parameters };
}

/** Where `onlyAfter` puts its condition. */
const GUARD = 'true /* fence */';

/** The rows with these keys. Values arrive as Row describes. */
export function selectRows(physical: string, definition: TableDefinition, keys: readonly Row[]): Statement {
  const columns = Object.entries(definition.columns).map(
    ([name, type]) => `${readAs(`t.${sqlName(name)}`, type)} AS ${sqlName(name)}`,
  );
  return {
    sql: `SELECT ${columns.join(', ')} FROM ${physical} t JOIN ${listOf(definition, definition.key)} USING (${names(definition.key)})`,
    parameters: arraysOf(definition, definition.key, keys),
  };
}

export function deleteRows(physical: string, definition: TableDefinition, keys: readonly Row[]): Statement {
  const same = [GUARD, ...definition.key.map((column) => `t.${sqlName(column)} = u.${sqlName(column)}`)];
  return {
    sql: `DELETE FROM ${physical} t USING ${listOf(definition, definition.key)} WHERE ${same.join(' AND ')}`,
    parameters: arraysOf(definition, definition.key, keys),
  };
}

/** Inserts, or sets `columns` where they differ; every row of `rows` has the key and exactly these columns. */
export function upsertRows(
  physical: string,
  definition: TableDefinition,
  columns: readonly string[],
  rows: readonly Row[],
): Statement {
  const all = [...definition.key, ...columns];
  const values = columns.map(sqlName);
  const update =
    values.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${values.map((name) => `${name} = EXCLUDED.${name}`).join(', ')} ` +
        `WHERE ROW(${values.map((name) => `t.${name}`).join(', ')}) IS DISTINCT FROM ROW(${values.map((name) => `EXCLUDED.${name}`).join(', ')})`;
  return {
    sql: `INSERT INTO ${physical} AS t (${names(all)}) SELECT ${names(all)} FROM ${listOf(definition, all)} WHERE ${GUARD} ON CONFLICT (${names(definition.key)}) ${update}`,
    parameters: arraysOf(definition, all, rows),
  };
}

function names(columns: readonly string[]): string {
  return columns.map(sqlName).join(', ');
}

/** `u`: the parameter arrays as typed rows. */
function listOf({ columns }: TableDefinition, listed: readonly string[]): string {
  const arrays = listed.map((_, index) => `$${index + 1}::text[]`);
  const typed = listed.map((name) => `${sqlName(name)}::${columns[name] ?? 'text'} AS ${sqlName(name)}`);
  return `(SELECT ${typed.join(', ')} FROM unnest(${arrays.join(', ')}) AS texts (${names(listed)})) u`;
}

function arraysOf({ columns }: TableDefinition, listed: readonly string[], rows: readonly Row[]): Buffer[] {
  return listed.map((name) => textArray(rows.map((row) => textOf(row[name], columns[name] ?? 'text'))));
}

/** A value as PostgreSQL reads it in a column of this type. Throws when it cannot stand there. */
export function textOf(value: unknown, type: ColumnType): string | null {
  if (value === null) return null;
  refuseMisfit(value, type);
  if (type === 'jsonb') return JSON.stringify(value);
  return typeof value === 'string' ? value : (value as number | bigint | boolean).toString();
}

/** Throws what `textOf` throws, without making a text. */
export function refuseMisfit(value: unknown, type: ColumnType): void {
  if (typeof value === 'string' || value === null) return;
  if (value === undefined) throw new Error('A column is undefined; write null');
  if (type === 'jsonb' || typeof value === 'bigint' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return;
  throw new Error(`${JSON.stringify(value)} cannot stand in a column of type ${type}`);
}

function readAs(column: string, type: ColumnType): string {
  if (type === 'integer' || type === 'boolean' || type === 'jsonb') return column;
  if (type === 'timestamptz') return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return `${column}::text`;
}
