import { setImmediate as nextTurn } from 'node:timers/promises';
import { Operations } from '../operations';
import type { Row, TableDefinition } from '../projection';
import type { LoadTable } from './load-table';
import { RowCache } from './row-cache';

const definition: TableDefinition = { columns: { id: 'text', first: 'text', second: 'text' }, key: ['id'] };

/** A table whose rows arrive a while after they were sent, whereas it finds at once. */
class SlowTable implements Pick<LoadTable, 'name' | 'definition' | 'wholeRow' | 'find' | 'add' | 'change' | 'delete'> {
  readonly name = 'slow';
  readonly definition = definition;
  readonly rows: Row[] = [];

  wholeRow(key: Row, columns: Row): Row {
    return { first: null, second: null, ...key, ...columns };
  }

  find(keys: readonly Row[]): Promise<Row[]> {
    return Promise.resolve(this.rows.filter(({ id }) => keys.some((key) => key.id === id)));
  }

  async add(rows: readonly Row[]): Promise<void> {
    await nextTurn();
    this.rows.push(...rows);
  }

  async change(rows: readonly Row[]): Promise<void> {
    await this.delete(rows);
    await this.add(rows);
  }

  delete(keys: readonly Row[]): Promise<void> {
    for (const { id } of keys) {
      const at = this.rows.findIndex((row) => row.id === id);
      if (at >= 0) this.rows.splice(at, 1);
    }
    return Promise.resolve();
  }
}

it('looks for a row in its table only when what is on its way there has arrived', async () => {
  const table = new SlowTable();
  const cache = new RowCache(new Map([['slow', table as unknown as LoadTable]]), 0);
  for (const columns of [{ first: 'a' }, { second: 'b' }]) {
    const operations = new Operations({ name: 'toy', tables: { slow: definition } });
    operations.table('slow').set({ id: 'x' }, columns);
    await cache.fetch([operations]);
    cache.apply(operations);
    await cache.relieve();
  }
  await cache.empty();
  expect(table.rows).toEqual([{ id: 'x', first: 'a', second: 'b' }]);
});

it('reads nothing back where that would be more than it may hold, by what the rows weigh whatever the events that made them', async () => {
  const table = new SlowTable();
  const cache = new RowCache(new Map([['slow', table as unknown as LoadTable]]), 0);
  const touching = (ids: readonly string[], first: string): Operations => {
    const operations = new Operations({ name: 'toy', tables: { slow: definition } });
    for (const id of ids) operations.table('slow').fold({ id }, () => ({ first }));
    return operations;
  };
  const ids = ['x', 'y', 'z'];
  expect(await cache.fetch([touching(ids, '')], 1)).toBe(true); // They are surely new.
  cache.apply(touching(ids, 'a'.repeat(10_000)));
  await cache.relieve();
  const finding = jest.spyOn(table, 'find');
  expect(await cache.fetch([touching(ids, '')], 50_000)).toBe(false);
  expect(finding).not.toHaveBeenCalled();
  expect(await cache.fetch([touching(ids.slice(1), '')], 50_000)).toBe(true);
  expect(finding).toHaveBeenCalledWith([{ id: 'y' }, { id: 'z' }]);
});
