import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';
import { inTurn } from '../connection-session';
import type { ColumnType, Row, TableDefinition } from '../projection';
import { sqlName, textOf } from '../table-sql';

const PIECE = 64 * 1024;

/** COPY was refused or cut off; carries what PostgreSQL said, as the failures of queries do. */
export class CopyFailed extends Error {
  constructor(readonly driverError: unknown) {
    super(driverError instanceof Error ? driverError.message : String(driverError));
  }
}

/** Appends whole rows through COPY, the quickest way in; a column that a row does not name is null. Throws CopyFailed. */
export async function copyRows(
  connection: QueryRunner,
  physical: string,
  definition: TableDefinition,
  rows: readonly Row[],
): Promise<void> {
  const client = (await connection.connect()) as Client;
  await inTurn(client, () => copyOver(client, physical, definition, rows));
}

async function copyOver(
  client: Client,
  physical: string,
  { columns }: TableDefinition,
  rows: readonly Row[],
): Promise<void> {
  const types = Object.entries(columns);
  const names = types.map(([name]) => sqlName(name)).join(', ');
  const stream = client.query(copyFrom(`COPY ${physical} (${names}) FROM STDIN`));
  const done = finished(stream).catch((error: unknown) => {
    throw new CopyFailed(error);
  });
  done.catch(() => undefined);
  let piece = '';
  try {
    for (const row of rows) {
      piece += lineOf(types, row);
      if (piece.length < PIECE) continue;
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done]);
      piece = '';
    }
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
    await done.catch(() => undefined);
    throw error;
  }
  stream.end(piece);
  await done;
}

/** A row as a line of COPY's text format. */
function lineOf(types: readonly (readonly [name: string, type: ColumnType])[], row: Row): string {
  let line = '';
  let before = '';
  for (const [name, type] of types) {
    line += before + fieldOf(textOf(row[name] ?? null, type));
    before = '\t';
  }
  return `${line}\n`;
}

const SPECIAL = /[\\\n\r\t]/;
const SPECIAL_ALL = /[\\\n\r\t]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A field, its control characters escaped; without a value `\\N`. */
function fieldOf(text: string | null): string {
  if (text === null) return '\\N';
  if (!SPECIAL.test(text)) return text;
  return text.replace(SPECIAL_ALL, (character) => ESCAPED[character] ?? character);
}
