import type { Row, TableDefinition } from './projection';

/** One thing to do to one row. */
export type Operation =
  | { readonly kind: 'set'; readonly columns: Row }
  | { readonly kind: 'fold'; readonly change: (row: Row | undefined) => Row }
  | { readonly kind: 'delete' };

/**
 * What the operations of a batch come to for one row: the columns to write (all of them after a delete), or its end. `row`: all its
 * columns, where there was more to do than to set some.
 */
export type Change =
  { readonly kind: 'write'; readonly columns: Row; readonly row?: Row } | { readonly kind: 'delete' };

/** Whether the row's present columns must be known: a fold that no delete precedes. */
export function needsPresentRow(operations: readonly Operation[]): boolean {
  return operations.find(({ kind }) => kind !== 'set')?.kind === 'fold';
}

/** Folds one row's operations, in order, into one change. Throws what a fold throws. */
export function changeOf(
  { columns: types, key: keyColumns }: TableDefinition,
  key: Row,
  present: Row | undefined,
  operations: readonly Operation[],
): Change {
  const [first] = operations;
  // By far the most rows: nothing to fold, nothing to copy.
  if (operations.length === 1 && first?.kind === 'set') return { kind: 'write', columns: first.columns };
  let row = present;
  let written: Row | undefined;
  let replaced = false;
  for (const operation of operations) {
    if (operation.kind === 'delete') {
      [row, written, replaced] = [undefined, undefined, true];
      continue;
    }
    const columns: Row = operation.kind === 'set' ? operation.columns : operation.change(row);
    row = { ...(row ?? { ...emptyRow(types, keyColumns), ...key }), ...columns };
    written = written || replaced ? { ...(written ?? emptyRow(types, keyColumns)), ...columns } : columns;
  }
  return written === undefined || row === undefined ? { kind: 'delete' } : { kind: 'write', columns: written, row };
}

function emptyRow(columns: TableDefinition['columns'], key: readonly string[]): Row {
  return Object.fromEntries(
    Object.keys(columns)
      .filter((column) => !key.includes(column))
      .map((column) => [column, null]),
  );
}
