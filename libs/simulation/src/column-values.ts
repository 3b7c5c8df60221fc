import { type ColumnType, type Row, type TableDefinition, textOf } from '@app/read-store';

/** A value that PostgreSQL would refuse; carries its SQLSTATE. */
export class ValueRefused extends Error {
  readonly code: string;

  constructor(value: string, type: ColumnType) {
    super(`${JSON.stringify(value)} is no ${type}`);
    this.code = '22P02';
  }
}

const FITS: Readonly<Record<ColumnType, (text: string) => boolean>> = {
  text: (text) => !text.includes('\0'),
  integer: (text) => /^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) < 2 ** 31,
  bigint: (text) => /^-?\d{1,19}$/.test(text),
  numeric: (text) => /^-?\d+(\.\d+)?$/.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  jsonb: (text) => !text.includes('\\u0000'),
  timestamptz: (text) => !Number.isNaN(Date.parse(text)),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text),
};

/** A value as a table keeps it: text. Throws what `textOf` throws, and ValueRefused. */
export function kept(value: unknown, type: ColumnType): string | null {
  const text = textOf(value, type);
  if (text !== null && !FITS[type](text)) throw new ValueRefused(text, type);
  return text;
}

/** A row as `Row` describes what is read. */
export function readBack({ columns }: TableDefinition, row: Readonly<Record<string, string | null>>): Row {
  return Object.fromEntries(
    Object.entries(columns).map(([name, type]) => [name, valueOf(row[name] ?? null, type)] as const),
  );
}

function valueOf(text: string | null, type: ColumnType): unknown {
  if (text === null) return null;
  if (type === 'integer') return Number(text);
  if (type === 'boolean') return text === 'true';
  if (type === 'jsonb') return JSON.parse(text) as unknown;
  return type === 'timestamptz' ? new Date(text).toISOString() : text;
}
