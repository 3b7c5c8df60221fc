import { changeOf, needsPresentRow, type Operation } from './row-changes';

const table = { columns: { id: 'text', count: 'integer', note: 'text' }, key: ['id'] } as const;
const set = (columns: object): Operation => ({ kind: 'set', columns: { ...columns } });
const fold = (change: (row: Readonly<Record<string, unknown>> | undefined) => object): Operation => ({
  kind: 'fold',
  change: (row) => ({ ...change(row) }),
});
const remove: Operation = { kind: 'delete' };
const plusOne = fold((row) => ({
  count: (row?.count as number | undefined) === undefined ? 1 : Number(row?.count) + 1,
}));
const change = (present: object | undefined, ...operations: Operation[]) =>
  changeOf(table, { id: 'a' }, present && { id: 'a', ...present }, operations);
const after = (...asked: Parameters<typeof change>) => {
  const { kind, columns } = { columns: undefined, ...change(...asked) };
  return columns === undefined ? { kind } : { kind, columns };
};

describe('the operations on one row', () => {
  it('set only the columns that were named, the last value counting', () => {
    expect(after({ count: 1, note: 'x' }, set({ count: 2 }), set({ count: 3 }))).toEqual({
      kind: 'write',
      columns: { count: 3 },
    });
  });

  it('fold what the row holds, then what the batch has made of it', () => {
    expect(after({ count: 4, note: null }, plusOne, plusOne)).toEqual({ kind: 'write', columns: { count: 6 } });
  });

  it('fold a missing row from undefined', () => {
    expect(after(undefined, plusOne)).toEqual({ kind: 'write', columns: { count: 1 } });
  });

  it('fold a row that the batch has just set, with the other columns null', () => {
    const seen: unknown[] = [];
    const look = fold((row) => {
      seen.push(row);
      return {};
    });
    after(undefined, set({ count: 1 }), look);
    expect(seen).toEqual([{ id: 'a', count: 1, note: null }]);
  });

  it('end the row', () => {
    expect(after({ count: 1, note: 'x' }, set({ count: 2 }), remove)).toEqual({ kind: 'delete' });
  });

  it('make a new row after its end: nothing of the former one is left', () => {
    expect(after({ count: 1, note: 'x' }, remove, set({ count: 7 }))).toEqual({
      kind: 'write',
      columns: { count: 7, note: null },
    });
    expect(after({ count: 1, note: 'x' }, remove, plusOne)).toEqual({
      kind: 'write',
      columns: { count: 1, note: null },
    });
  });

  it('leave the whole row, as far as the present one was given', () => {
    expect(change({ count: 1, note: 'x' }, plusOne)).toMatchObject({ row: { id: 'a', count: 2, note: 'x' } });
    expect(change(undefined, plusOne)).toMatchObject({ row: { id: 'a', count: 1, note: null } });
  });

  it('need the present row only for a fold that no delete precedes', () => {
    expect(needsPresentRow([set({}), plusOne])).toBe(true);
    expect(needsPresentRow([set({}), set({})])).toBe(false);
    expect(needsPresentRow([remove, plusOne])).toBe(false);
  });
});
