import {
  close,
  type HistoryEvent,
  logOf,
  note,
  pay,
  ProjectionLab,
  projectionSpec,
  toyProjection,
  toySchemas,
} from '@app/testing';
import { logEvents } from '@app/event-store';
import { applyBatch } from './batch';
import { CheckpointMoved } from './errors';
import type { AnyProjection, Row } from './projection';
import { type Session, sessionOf } from './session';

const schemas = [...logEvents, ...toySchemas];
const spec = projectionSpec(toyProjection(), schemas);
const history: HistoryEvent[] = [
  pay('a1', 5),
  pay('b1', 7),
  note('a1', 'thấp'),
  pay('a1', 3),
  pay('a2', 1),
  close('a2'),
  pay('b2', 4),
  close('b2'),
  pay('b2', 9),
  note('a3', 'mới'),
];

describe('a batch', () => {
  it('leaves the rows that its events add up to', async () => {
    await spec.given(...history).thenRows('account', [
      { account: 'a1', balance: 8, note: 'thấp' },
      { account: 'a3', balance: null, note: 'mới' },
      { account: 'b1', balance: 7 },
      { account: 'b2', balance: 9 },
    ]);
    await spec.given(...history).thenRows('bank', [
      { bank: 'a', balance: 8, accounts: 2 },
      { bank: 'b', balance: 16, accounts: 2 },
    ]);
  });

  it('leaves the same rows however the log is cut', () => spec.given(...history).thenAnyBatchSizeGivesTheSame());

  it('leaves the same rows when a checkpoint was put back', () =>
    spec.given(pay('a1', 5), note('a1', 'x'), pay('b1', 1), pay('a1', 2)).thenReplayingChangesNothing());
});

describe('the statements of a batch, each of which waits for the one before', () => {
  const payments = (count: number) => Array.from({ length: count }, (_, number) => pay(`a${number}`, number));
  const withoutSettling = ({ settle: _, ...rest }: AnyProjection): AnyProjection => rest;
  const only = (Paid: AnyProjection['on'][string]): AnyProjection => ({
    ...withoutSettling(toyProjection()),
    on: { Paid },
  });
  const setting = only(({ id }: { id: string }, write) => write.table('account').set({ account: id }, { note: 'x' }));
  const folding = only(({ id }: { id: string }, write) =>
    write.table('account').fold({ account: id }, () => ({ note: 'x' })),
  );

  it.each<[string, AnyProjection, RegExp[]]>([
    ['one where rows are only set', setting, [/^WITH .*checkpoint.*toy_account/s]],
    ['four where rows are folded', folding, [/^BEGIN; /, /^SELECT/, /^WITH .*checkpoint.*toy_account/s, /^COMMIT$/]],
    [
      'besides, what settling asks, and what must be written before it',
      toyProjection(),
      [/^BEGIN; /, /^SELECT/, /toy_account/, /^SELECT bank/, /^WITH .*checkpoint.*toy_bank/s, /^COMMIT$/],
    ],
  ])('are %s; for one event as for forty', async (_, projection, expected) => {
    for (const events of [1, 40]) {
      const lab = await ProjectionLab.open(projection, await logOf(payments(events)), schemas);
      try {
        const statements = await lab.statementsOfOneBatch();
        expect(statements).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
      } finally {
        await lab.close();
      }
    }
  });
});

describe('rows and checkpoint', () => {
  let lab: ProjectionLab;
  beforeEach(async () => (lab = await ProjectionLab.open(toyProjection(), await logOf(history), schemas)));
  afterEach(() => lab.close());

  const failingAt = (pattern: RegExp, how: () => Promise<never>): Session => ({
    query: async <Result extends Row>(sql: string, parameters?: readonly unknown[]) =>
      pattern.test(sql) ? how() : lab.scope.session.query<Result>(sql, parameters),
  });
  const batch = async () => ({ logId: 'log', events: (await lab.store.page(undefined, 99)).events, after: undefined });

  it('are both absent when the process dies between them', async () => {
    const dying = failingAt(/UPDATE read_model.checkpoint/, async () => {
      await lab.scope.session.query(`SELECT pg_terminate_backend(pg_backend_pid())`);
      throw new Error('unreachable');
    });
    await expect(applyBatch(lab.over(dying), await batch())).rejects.toThrow();
    const left = await lab.dataSource.query<{ rows: number; position: string | null }[]>(
      'SELECT (SELECT count(*)::int FROM read_model.toy_account) AS rows, position FROM read_model.checkpoint',
    );
    expect(left).toEqual([{ rows: 0, position: null }]);
  });

  it('are both there afterwards', async () => {
    await applyBatch(lab.scope, await batch());
    expect(await lab.rows('account')).toHaveLength(4);
    const [checkpoint] = await lab.scope.session.query('SELECT log_id, position FROM read_model.checkpoint');
    expect(checkpoint).toEqual({ log_id: 'log', position: String(history.length + 1) });
  });

  it('are refused to a runner that the checkpoint has left behind', async () => {
    await applyBatch(lab.scope, await batch());
    await expect(applyBatch(lab.scope, await batch())).rejects.toThrow(CheckpointMoved);
  });

  it('never blame an event when the surroundings fail', async () => {
    const full = Object.assign(new Error('No space left on device'), { driverError: { code: '53100' } });
    const failing = failingAt(/INSERT INTO read_model."toy_bank/, () => Promise.reject(full));
    await expect(applyBatch(lab.over(failing), await batch())).rejects.toBe(full);
    expect(await lab.scope.session.query('SELECT * FROM read_model.quarantine')).toEqual([]);
  });
});

describe('two runners of one generation with the same pages', () => {
  /** Counts, as no projection should: a page that is applied twice shows. `write` decides which way a batch goes. */
  const counting = (write: AnyProjection['on'][string]): AnyProjection => ({
    name: 'counting',
    version: 1,
    categories: ['account'],
    tables: { row: { columns: { id: 'text', count: 'integer' }, key: ['id'] } },
    partition: ({ stream }) => stream,
    on: { Paid: write },
  });
  let handled = 0;
  const folding = counting((_, write) =>
    write.table('row').fold({ id: 'all' }, (row) => ({ count: ((row?.count as number | undefined) ?? 0) + 1 })),
  );
  const setting = counting((_, write) => write.table('row').set({ id: `${(handled += 1)}` }, { count: 1 }));

  it.each([
    ['in a transaction', folding],
    ['in one statement', setting],
  ])('never apply one twice, %s', async (_, projection) => {
    handled = 0;
    const payments = Array.from({ length: 40 }, (__, number) => pay('a', number));
    const lab = await ProjectionLab.open(projection, await logOf(payments), schemas);
    const second = lab.dataSource.createQueryRunner();
    try {
      const refused: unknown[] = [];
      for (let after: bigint | undefined; ;) {
        const { events, next, atEnd } = await lab.store.page(after, 2);
        const batch = { logId: 'log', events, after };
        const both = [lab.scope, lab.over(sessionOf(second))].map((scope) => applyBatch(scope, batch));
        for (const answer of await Promise.allSettled(both))
          if (answer.status === 'rejected') refused.push(answer.reason);
        if (atEnd) break;
        after = next;
      }
      expect(refused).toHaveLength(21);
      expect(refused.every((reason) => reason instanceof CheckpointMoved)).toBe(true);
      const [total] = await lab.scope.session.query('SELECT sum(count)::int AS count FROM read_model.counting_row');
      expect(total).toEqual({ count: 40 });
    } finally {
      await second.release();
      await lab.close();
    }
  });
});

describe('one event that writes 70,000 rows', () => {
  const writing: AnyProjection = {
    name: 'many',
    version: 1,
    categories: ['account'],
    tables: { row: { columns: { id: 'integer', a: 'text', b: 'jsonb' }, key: ['id'] } },
    partition: ({ stream }) => stream,
    on: {
      Paid: (_, write) => {
        for (let id = 0; id < 70_000; id += 1) write.table('row').set({ id }, { a: `${id}`, b: { id } });
      },
    },
  };

  it('writes them all: no limit of bind parameters', async () => {
    const lab = await ProjectionLab.open(writing, await logOf([pay('a', 1)]), schemas);
    try {
      await lab.catchUp();
      expect(
        await lab.scope.session.query("SELECT count(*)::int, sum((b->>'id')::bigint)::text FROM read_model.many_row"),
      ).toEqual([{ count: 70_000, sum: String((69_999 * 70_000) / 2) }]);
    } finally {
      await lab.close();
    }
  });
});
