import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { LogDatabase, newStream, newStreams } from '../../test/log-database';

let log: LogDatabase;
beforeAll(async () => {
  log = await LogDatabase.open();
});
afterAll(() => log.drop());

describe('log.append_many, called by somebody else', () => {
  const call = (names: string[], expected: number[], sizes: number[], ids = sizes.flatMap((n) => uuids(n))) => {
    const texts = ids.map(() => '{}');
    return log.client.query(
      'SELECT accepted, at_revision::int AS revision, at_position::int AS position FROM log.append_many($1, $2, $3, $4, $5, $6, $7)',
      [names, expected, sizes, ids, ids.map(() => 'Noted'), texts, texts],
    );
  };
  const uuids = (count: number): string[] => Array.from({ length: count }, () => randomUUID());

  it('gives one row per append: accepted, refused or recognised', async () => {
    const [there, known, fresh, one] = newStreams(4) as [string, string, string, string];
    const ids = uuids(2);
    await call([there, known], [-1, -1], [3, 2], [...uuids(3), ...ids]);
    const { max } = await log.extent();
    const { rows } = await call(
      [fresh, there, known, one, newStream()],
      [-1, -1, -1, -1, 5],
      [2, 1, 2, 1, 1],
      [...uuids(3), ...ids, ...uuids(2)],
    );
    expect(rows).toEqual([
      { accepted: true, revision: 1, position: max + 2 },
      { accepted: false, revision: 2, position: null },
      { accepted: true, revision: 1, position: max },
      { accepted: true, revision: 0, position: max + 3 },
      { accepted: false, revision: -1, position: null },
    ]);
    expect(await log.extent()).toEqual({ count: max + 3, max: max + 3 });
  });

  it.each([
    ['two appends to one stream', () => call(['group-twice', 'group-twice'], [-1, -1], [1, 1])],
    ['sizes that leave events out', () => call([newStream()], [-1], [1], uuids(2))],
    ['sizes that promise more events', () => call([newStream()], [-1], [3], uuids(2))],
    ['a size of none', () => call([newStream(), 'group-none'], [-1, 4], [0, 1])],
    ['negative sizes', () => call(newStreams(2), [-1, -1], [3, -1], uuids(2))],
    ['no appends at all', () => call([], [], [])],
    ['more sizes than streams', () => call([newStream()], [-1], [1, 1])],
  ])('refuses %s, and keeps nothing', async (_, attempt) => {
    const before = await log.extent();
    await expect(attempt()).rejects.toThrow();
    expect(await log.extent()).toEqual(before);
  });

  it.each([
    [
      'log.append_many',
      (by: Client) =>
        by.query(`SELECT log.append_many('{group-x}', '{-1}', '{1}', $1, '{A}', '{"{}"}', '{"{}"}')`, [uuids(1)]),
    ],
    [
      'log.append_singles',
      (by: Client) =>
        by.query(`SELECT log.append_singles('{group-x}', '{-1}', $1, '{A}', '{"{}"}', '{"{}"}')`, [uuids(1)]),
    ],
    ['log.append_one', (by: Client) => by.query(`SELECT log.append_one('group-x', -1, $1, 'A', '{}', '{}')`, uuids(1))],
  ])('%s: a transaction of its own, for the application only', async (_, append) => {
    const owner = new Client({ connectionString: log.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN; CREATE TABLE foreign_work (n int)');
    await expect(append(owner)).rejects.toThrow(/transaction of its own/);
    await owner.query('ROLLBACK; BEGIN ISOLATION LEVEL REPEATABLE READ');
    await expect(append(owner)).rejects.toThrow(/READ COMMITTED/);
    await owner.query('ROLLBACK');
    await owner.end();
    await log.client.query('SET ROLE NONE');
    await expect(append(log.client)).rejects.toMatchObject({ code: '42501' });
    await log.client.query('SET ROLE par_app');
  });
});

describe('log.append_singles, called by somebody else', () => {
  const uuid = () => randomUUID();
  const call = (names: string[], expected: number[], ids: string[], texts = ids.map(() => '{}')) =>
    log.client.query<{ first: number | null }>('SELECT log.append_singles($1, $2, $3, $4, $5, $6)::int AS first', [
      names,
      expected,
      ids,
      ids.map(() => 'Noted'),
      texts,
      texts,
    ]);

  it.each([
    ['when one of the streams is elsewhere', () => call([newStream(), newStream()], [-1, 0], [uuid(), uuid()])],
    ['when there are more streams than events', () => call(newStreams(2), [-1, -1], [uuid()])],
    ['when there is nothing to write', () => call([], [], [])],
  ])('writes nothing and answers nothing %s', async (_, attempt) => {
    const before = await log.extent();
    expect((await attempt()).rows).toEqual([{ first: null }]);
    expect(await log.extent()).toEqual(before);
  });

  it.each([
    ['two events to one stream', () => call(['group-pair', 'group-pair'], [-1, -1], [uuid(), uuid()])],
    ['an event without a stream', () => call([newStream()], [-1, -1], [uuid(), uuid()])],
    ['an event without data', () => call(newStreams(2), [-1, -1], [uuid(), uuid()], ['{}'])],
  ])('refuses %s, and keeps nothing', async (_, attempt) => {
    const before = await log.extent();
    await expect(attempt()).rejects.toMatchObject({ code: expect.stringMatching(/^2350[25]$/) as unknown });
    expect(await log.extent()).toEqual(before);
  });
});
