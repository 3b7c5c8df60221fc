import { logEvents } from '@app/event-store';
import { close, type HistoryEvent, logOf, note, pay, ProjectionLab, toyProjection, toySchemas } from '@app/testing';
import { applyBatch } from './batch';
import { readCheckpoint } from './checkpoint';
import type { Row } from './projection';
import type { Session } from './session';

jest.setTimeout(120_000);

/** A small generator of its own, so that a seed that failed fails again. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

function anyHistory(roll: (sides: number) => number): HistoryEvent[] {
  return Array.from({ length: 60 }, (_, number) => {
    const account = `${'abc'.charAt(roll(3))}${roll(2)}`;
    const events = [pay(account, number), pay(account, number), note(account, `${number}`), close(account)];
    return events[roll(4)] ?? pay(account, 1);
  });
}

/** A connection that fails at some statements; what was not committed is lost. */
function failingNowAndThen(session: Session, roll: (sides: number) => number): Session {
  return {
    query: <Result extends Row>(sql: string, parameters?: readonly unknown[]) =>
      !/^(BEGIN|ROLLBACK)/.test(sql) && roll(12) === 0
        ? Promise.reject(Object.assign(new Error('cut'), { driverError: { code: '08006' } }))
        : session.query<Result>(sql, parameters),
  };
}

/** Applies the log although statements fail, checkpoints are put back and pages have any size. Answers how often something went wrong. */
async function strugglesThrough(lab: ProjectionLab, roll: (sides: number) => number): Promise<number> {
  const session = failingNowAndThen(lab.scope.session, roll);
  const head = (await lab.store.head()) ?? 0n;
  for (let mishaps = 0, setbacks = 0; ;) {
    const after = (await readCheckpoint(lab.scope.session, lab.scope.generation))?.position;
    if (after === head) return mishaps;
    const { events } = await lab.store.page(after, 1 + roll(20));
    try {
      await applyBatch({ ...lab.scope, session }, { logId: 'log', events, after });
    } catch (error) {
      expect((error as Error).message).toBe('cut');
      mishaps += 1;
    }
    if (setbacks < 5 && roll(4) === 0) {
      setbacks += 1;
      await lab.rollBack(BigInt(1 + roll(Number(head))) % ((after ?? 1n) + 1n) || undefined);
    }
  }
}

it('ends with the same rows whatever fails on the way, for twenty seeds', async () => {
  let mishaps = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const roll = dice(seed);
    const store = await logOf(anyHistory(roll));
    const lab = await ProjectionLab.open(toyProjection(), store, [...logEvents, ...toySchemas]);
    try {
      await lab.catchUp();
      const expected = await lab.snapshot();
      await lab.forget();
      mishaps += await strugglesThrough(lab, roll);
      expect({ seed, ...(await lab.snapshot()) }).toEqual({ seed, ...expected });
      expect(await lab.scope.session.query('SELECT * FROM read_model.quarantine')).toEqual([]);
    } finally {
      await lab.close();
    }
  }
  expect(mishaps).toBeGreaterThan(20);
});
