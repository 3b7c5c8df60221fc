import type { Position } from '@app/event-store';
import type { Row, TableDefinition } from '../projection';
import type { Session } from '../session';
import { physicalName, sqlName } from '../table-sql';

/** A row that is not the same in both: its key, and its columns as JSON in each; null where it is missing. */
export interface RowDifference {
  readonly key: Row;
  /** The names of the columns that differ; all of them when the row is missing on one side. */
  readonly columns: readonly string[];
  readonly live: Row | null;
  readonly rebuilt: Row | null;
}

/** What one table holds in both; null for the one that has no such table, which is a difference whatever the other one holds. */
export interface TableComparison {
  readonly table: string;
  readonly rows: { readonly live: number | null; readonly rebuilt: number | null };
  /** Over all rows, whatever their order; equal when the rows are. */
  readonly hash: { readonly live: string | null; readonly rebuilt: string | null };
  readonly same: boolean;
  /** The first ones by key; none where only one has the table. */
  readonly differences: readonly RowDifference[];
}

/** Two generations at one position of the log. */
export interface Comparison {
  readonly projection: string;
  readonly live: number;
  readonly rebuilt: number;
  readonly position: string;
  readonly same: boolean;
  readonly tables: readonly TableComparison[];
}

/** What is compared with what. Generations of other versions are compared in the columns that both have. */
export interface Compared {
  readonly projection: string;
  readonly position: Position;
  readonly live: Side;
  readonly rebuilt: Side;
}

type Side = { readonly generation: number; readonly tables: Tables };

type Tables = Readonly<Record<string, TableDefinition>>;

const FIRST_DIFFERENCES = 10;

/** Compares all tables in the session's snapshot. */
export async function compareTables(session: Session, compared: Compared): Promise<Comparison> {
  const { projection, position, live, rebuilt } = compared;
  const tables: TableComparison[] = [];
  for (const table of new Set([...Object.keys(rebuilt.tables), ...Object.keys(live.tables)])) {
    tables.push(await compareTable(session, compared, table));
  }
  const same = tables.every((one) => one.same);
  const generations = { live: live.generation, rebuilt: rebuilt.generation };
  return { projection, ...generations, position: position.toString(), same, tables };
}

async function compareTable(
  session: Session,
  { projection, live, rebuilt }: Compared,
  table: string,
): Promise<TableComparison> {
  const [ofLive, ofRebuilt] = [live.tables[table], rebuilt.tables[table]];
  const common = Object.keys(ofRebuilt?.columns ?? {}).filter((column) => ofLive?.columns[column]);
  const physical = {
    live: physicalName(projection, table, live.generation),
    rebuilt: physicalName(projection, table, rebuilt.generation),
  };
  const one = ofLive && (await summaryOf(session, physical.live, common));
  const two = ofRebuilt && (await summaryOf(session, physical.rebuilt, common));
  const same = one !== undefined && one.rows === two?.rows && one.hash === two.hash;
  return {
    table,
    rows: { live: one?.rows ?? null, rebuilt: two?.rows ?? null },
    hash: { live: one?.hash ?? null, rebuilt: two?.hash ?? null },
    same,
    differences: same || !one || !two ? [] : await differences(session, physical, ofRebuilt?.key ?? [], common),
  };
}

/** Count, and the sum of the rows' hashes: the same in whatever order they are read. */
async function summaryOf(
  session: Session,
  physical: string,
  columns: readonly string[],
): Promise<{ rows: number; hash: string }> {
  const row = `ROW(${columns.map(sqlName).join(', ')})::text`;
  const [summary] = await session.query<{ rows: number; hash: string }>(
    `SELECT count(*)::float8 AS rows, coalesce(sum(hashtextextended(${row}, 0)::numeric), 0)::text AS hash FROM ${physical}`,
  );
  return { rows: summary?.rows ?? 0, hash: summary?.hash ?? '0' };
}

async function differences(
  session: Session,
  physical: { readonly live: string; readonly rebuilt: string },
  key: readonly string[],
  columns: readonly string[],
): Promise<RowDifference[]> {
  const same = key.map((column) => `l.${sqlName(column)} = r.${sqlName(column)}`).join(' AND ');
  const order = key.map((column) => `coalesce(l.${sqlName(column)}, r.${sqlName(column)})`).join(', ');
  const listed = columns.map(sqlName).join(', ');
  const rows = await session.query<{ live: Row | null; rebuilt: Row | null }>(
    `SELECT to_jsonb(l) AS live, to_jsonb(r) AS rebuilt
     FROM (SELECT ${listed} FROM ${physical.live}) l FULL JOIN (SELECT ${listed} FROM ${physical.rebuilt}) r ON ${same}
     WHERE l::text IS DISTINCT FROM r::text ORDER BY ${order} LIMIT ${FIRST_DIFFERENCES}`,
  );
  return rows.map(({ live, rebuilt }) => {
    const any = rebuilt ?? live ?? {};
    const differing = columns.filter((column) => JSON.stringify(live?.[column]) !== JSON.stringify(rebuilt?.[column]));
    return { key: Object.fromEntries(key.map((column) => [column, any[column]])), columns: differing, live, rebuilt };
  });
}
