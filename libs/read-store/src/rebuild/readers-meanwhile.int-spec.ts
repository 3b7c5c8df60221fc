import { pause } from '@app/event-store';
import { appendTo, type InMemoryEventStore, longToyHistory, pay } from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { toyRebuilds } from '../../test/toy-rebuilds';
import { ask, type Question } from '../ask';

Logger.overrideLogger(false);

const { processes, running } = toyRebuilds();

/** Which generation is live, which tables the rows are from as PostgreSQL knows it, and what they add up to: all in one snapshot. */
const question: Question = {
  projection: 'toy',
  version: 1,
  text: `SELECT (SELECT generation FROM read_model.generation WHERE projection = 'toy' AND state = 'live') AS live,
      ARRAY(SELECT tableoid::regclass::text FROM read_model.toy_account UNION SELECT tableoid::regclass::text FROM read_model.toy_bank
        ORDER BY 1) AS tables,
      (SELECT sum(balance)::int FROM read_model.toy_account) AS accounts, (SELECT sum(balance)::int FROM read_model.toy_bank) AS banks`,
};

interface Answer {
  readonly live: number;
  readonly tables: readonly string[];
  readonly accounts: number;
  readonly banks: number;
}

/** Does it again and again, a moment apart, until it is told to stop; then says how often. Throws what it threw. */
function again(work: () => Promise<void>, apartMs: number): () => Promise<number> {
  const stop = new AbortController();
  const ended = (async () => {
    let times = 0;
    for (; !stop.signal.aborted; times += 1) {
      await work();
      await pause(apartMs);
    }
    return times;
  })();
  ended.catch(() => undefined); // Told when it is stopped.
  return () => {
    stop.abort();
    return ended;
  };
}

/** People who ask one question after the other: what went wrong, and which generations they saw. */
class Readers {
  readonly wrong: unknown[] = [];
  readonly seen = new Set<number>();
  private readonly stops: (() => Promise<number>)[] = [];

  join(dataSource: DataSource, apartMs: number): void {
    let before = 0;
    const once = async (): Promise<void> => {
      try {
        const [answer] = await ask<Answer>(dataSource, question);
        if (!answer || !isOfTheLiveOne(answer) || answer.accounts < before) this.wrong.push({ answer, before });
        before = answer?.accounts ?? 0;
        this.seen.add(answer?.live ?? 0);
      } catch (error) {
        this.wrong.push(error);
      }
    };
    this.stops.push(again(once, apartMs));
  }

  /** How many answers they had. */
  async leave(): Promise<number> {
    const asked = await Promise.all(this.stops.map((stop) => stop()));
    return asked.reduce((sum, one) => sum + one, 0);
  }
}

function isOfTheLiveOne({ live, tables, accounts, banks }: Answer): boolean {
  return tables.join() === `read_model.toy_account__g${live},read_model.toy_bank__g${live}` && accounts === banks;
}

it('readers that never stop are answered, from the live generation, through rebuild, cut-over, roll-back and drop while events arrive', async () => {
  const history = longToyHistory(400).filter(({ type }) => type !== 'Closed'); // Sums only grow.
  const { dataSource, desk, host, store } = await running(history);
  const elsewhere = await processes.begin(store);
  const readers = new Readers();
  for (const place of [dataSource, elsewhere.dataSource]) for (const apart of [0, 5, 20]) readers.join(place, apart);
  let paid = 0;
  const arriving = again(async () => {
    paid += 1;
    await appendTo(store as InMemoryEventStore, pay(`${'abcdef'.charAt(paid % 6)}${paid % 50}`, 1));
  }, 5);
  for (const last of [false, true]) {
    await desk.rebuild('toy');
    await desk.cutOver('toy');
    await elsewhere.desk.rollBack('toy');
    if (last) await elsewhere.desk.rollBack('toy'); // And forward again.
    await desk.drop('toy');
  }
  const arrived = await arriving();
  await host.catchUp();
  const asked = await readers.leave();
  expect(readers.wrong).toEqual([]);
  expect([...readers.seen]).toEqual([1, 2, 3]);
  expect(arrived).toBeGreaterThan(20);
  expect(asked).toBeGreaterThan(100);
  const [answer] = await ask<Answer>(dataSource, question);
  const amounts = history.map(({ data }) => (data as { amount?: number }).amount ?? 0);
  expect(answer).toMatchObject({ live: 3, accounts: amounts.reduce((sum, one) => sum + one, paid) });
});
