import type { RecordedEvent } from '@app/event-store';
import { type AnyProjection, EventFailed, type ReadModel } from '@app/read-store';
import { logOf, ProjectionLab } from '@app/testing';
import { sessionOf } from '@app/read-store';
import { Locks, MemoryConnection } from './memory-connection';
import { MemoryDatabase } from './memory-database';
import { MemoryReadModel } from './memory-read-model';

const projection: AnyProjection = {
  name: 'contract',
  version: 1,
  categories: ['account'],
  tables: {
    row: {
      columns: {
        name: 'text',
        year: 'integer',
        count: 'integer',
        sum: 'bigint',
        rate: 'numeric',
        open: 'boolean',
        said: 'jsonb',
        at: 'timestamptz',
        day: 'date',
      },
      key: ['name', 'year'],
    },
  },
  partition: ({ stream }) => stream,
  on: {},
};

/** Two connections to one read model. */
interface Subject {
  readonly one: ReadModel;
  readonly other: ReadModel;
  close(): Promise<void>;
}

async function inPostgres(): Promise<Subject> {
  const lab = await ProjectionLab.open(projection, await logOf([]));
  const second = lab.dataSource.createQueryRunner();
  const close = async () => {
    await second.release();
    await lab.close();
  };
  return { one: lab.scope.model, other: lab.over(sessionOf(second)).model, close };
}

function inMemory(): Promise<Subject> {
  const [database, locks] = [new MemoryDatabase(), new Locks()];
  const connect = () => new MemoryReadModel(new MemoryConnection(database, locks), projection, 'contract g1');
  return Promise.resolve({ one: connect(), other: connect(), close: () => Promise.resolve() });
}

const eventAt = (position: bigint): RecordedEvent => ({
  id: `00000000-0000-4000-8000-${position.toString().padStart(12, '0')}`,
  type: 'Paid',
  stream: 'account-a',
  revision: position,
  position,
  data: {},
  metadata: {} as RecordedEvent['metadata'],
});
const step = (from: bigint | undefined, to: bigint) => ({ logId: 'log', from, to: eventAt(to) });
const rows = (columns: string[], ...some: object[]) =>
  ({ kind: 'upsert', table: 'row', columns, rows: some as Record<string, unknown>[] }) as const;
const count = (name: string, value: unknown) => rows(['count'], { name, year: 2024, count: value });
const key = (name: string) => ({ name, year: 2024 });
const failure = new EventFailed('handle', [], new Error('số lỗi'));

describe.each([
  ['PostgreSQL', inPostgres],
  ['memory', inMemory],
])('a read model in %s', (_, open) => {
  let subject: Subject;
  let one: ReadModel;
  let other: ReadModel;
  beforeAll(async () => ({ one, other } = subject = await open()));
  afterAll(() => subject.close());
  const counts = async (model: ReadModel, ...names: string[]) =>
    (await model.select('row', names.map(key)))
      .map(({ name, count: value }) => `${name as string} ${String(value)}`)
      .sort();
  const at = async () => (await one.checkpoint())?.position;

  it('begins without a checkpoint and with nothing standing still', async () => {
    expect(await one.checkpoint()).toBeUndefined();
    expect(await one.locked((standing) => Promise.resolve(standing))).toEqual({ position: undefined, held: [] });
  });

  it('moves the checkpoint and writes rows in one step', async () => {
    expect(await one.advanceIfNothingStandsStill(step(undefined, 3n), [count('a', 1)])).toBe(true);
    expect(await other.checkpoint()).toEqual({ logId: 'log', position: 3n, eventId: eventAt(3n).id });
    expect(await counts(other, 'a', 'b')).toEqual(['a 1']);
  });

  it('does neither where the checkpoint stands elsewhere', async () => {
    expect(await one.advanceIfNothingStandsStill(step(undefined, 4n), [count('a', 7)])).toBe(false);
    expect(await one.advanceIfNothingStandsStill(step(2n, 4n), [count('b', 7)])).toBe(false);
    expect(await one.locked(() => one.advance(step(4n, 5n), [count('b', 7)]))).toBe(false);
    expect([await at(), await counts(one, 'a', 'b')]).toEqual([3n, ['a 1']]);
  });

  it('gives back every type as a projection meets it', async () => {
    const values = { count: 5, sum: 12_345_678_901n, rate: '12.50', open: true, said: { b: [1, null], a: 'ô' } };
    const times = { at: '2024-01-31T17:00:00.5Z', day: '2024-02-01' };
    const columns = [...Object.keys(values), ...Object.keys(times)];
    await one.locked(() => one.change([rows(columns, { ...key('types'), ...values, ...times }), count('nulls', null)]));
    const [types, nulls] = [await one.select('row', [key('types')]), await one.select('row', [key('nulls')])];
    const read = { sum: '12345678901', at: '2024-01-31T17:00:00.500Z' };
    expect(types).toEqual([{ ...key('types'), ...values, ...times, ...read }]);
    const none = { sum: null, rate: null, open: null, said: null, at: null, day: null };
    expect(nulls).toEqual([{ ...key('nulls'), count: null, ...none }]);
  });

  it('sets only the columns named, and deletes whole rows', async () => {
    await one.locked(() => one.change([rows(['count', 'open'], { ...key('d'), count: 1, open: true })]));
    await one.locked(() => one.change([count('d', 2)]));
    expect(await one.select('row', [key('d')])).toMatchObject([{ count: 2, open: true }]);
    await one.locked(() => one.change([{ kind: 'delete', table: 'row', rows: [key('d'), key('nobody')] }]));
    expect(await one.select('row', [key('d')])).toEqual([]);
  });

  it('keeps nothing of a transaction that fails, and shows nothing of it to others', async () => {
    const failed = one.locked(async () => {
      await one.change([count('t', 1)]);
      expect([await counts(one, 't'), await counts(other, 't')]).toEqual([['t 1'], []]);
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect(await counts(one, 't')).toEqual([]);
  });

  it('takes an attempt back and goes on', async () => {
    await one.locked(async () => {
      await one.change([count('kept', 1)]);
      const attempt = one.attempt(async () => {
        await one.change([count('kept', 9), count('tried', 1)]);
        await one.attempt(() => one.change([count('inner', 1)]));
        throw new Error('no');
      });
      await expect(attempt).rejects.toThrow('no');
      await one.change([count('after', 1)]);
    });
    expect(await counts(one, 'kept', 'tried', 'inner', 'after')).toEqual(['after 1', 'kept 1']);
  });

  it.each([
    ['a text that is no number', 'không phải số'],
    ['a number too large', 3_000_000_000],
    ['a column left undefined', undefined],
  ])('refuses %s, and only that', async (_name, value) => {
    await one.locked(async () => {
      await expect(one.attempt(() => one.change([count('refused', value)]))).rejects.toThrow();
      await one.change([count('beside', 1)]);
    });
    expect(await counts(one, 'refused', 'beside')).toEqual(['beside 1']);
  });

  it('remembers what stands still and what waits, and lets it go in order', async () => {
    await one.locked(async () => {
      await one.hold({ partition: 'p', event: eventAt(10n), failure, attempts: 1 });
      await one.park([12n, 11n].map((position) => ({ partition: 'p', event: eventAt(position) })));
      await one.park([{ partition: 'q', event: eventAt(13n) }]);
      await one.park([{ partition: 'p', event: eventAt(11n) }]);
    });
    const { held } = await other.locked((standing) => Promise.resolve(standing));
    expect(held).toEqual([{ partition: 'p', position: 10n, attempts: 1 }]);
    expect(await one.advanceIfNothingStandsStill(step(3n, 4n), [count('held', 1)])).toBe(false);
    const released = await one.locked(() => one.release('p'));
    expect(released.map(({ position }) => position)).toEqual([10n, 11n, 12n]);
    expect(released[0]?.eventId).toBe(eventAt(10n).id);
    expect(await one.locked(({ held: left }) => Promise.resolve(left))).toEqual([]);
    expect(await one.locked(() => one.release('p'))).toEqual([]);
  });

  it('lets one at a time apply events, and tells the second where the first left the checkpoint', async () => {
    const order: string[] = [];
    let second: Promise<unknown> = Promise.resolve();
    await one.locked(async () => {
      second = other.locked(({ position }) => Promise.resolve(order.push(`second finds ${position}`)));
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('first');
      return one.advance(step(3n, 5n), []);
    });
    await second;
    expect(order).toEqual(['first', 'second finds 5']);
  });

  it('lets only one of two at the same place go on at once', async () => {
    const both = [one, other].map((model, index) =>
      model.advanceIfNothingStandsStill(step(5n, 6n), [count('race', index)]),
    );
    expect((await Promise.all(both)).sort()).toEqual([false, true]);
    expect(await counts(one, 'race')).toHaveLength(1);
  });
});
