import type { Row, TableDefinition } from './projection';

/** A row's key as one text, the same for a key asked for and for a row read back; no text of PostgreSQL holds a zero. */
export function keyText({ key }: Pick<TableDefinition, 'key'>, row: Row): string {
  let text = '';
  for (const column of key) text += `${String(row[column])}\0`;
  return text;
}
