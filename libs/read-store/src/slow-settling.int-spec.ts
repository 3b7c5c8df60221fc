import { randomInt } from 'node:crypto';
import { pause } from '@app/event-store';
import { appendTo, dice, logOf, pay, ToyProcesses } from '@app/testing';
import { Logger } from '@nestjs/common';
import { type AnyProjection, keyOf } from './projection';

Logger.overrideLogger(false);

const processes = ToyProcesses.ofEachTest();

const bankOf = (account: string) => account.slice(0, 1);
const FAULTY = 666;
/** Of three parts each has some of them. */
const BANKS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Payments, and their sum per bank, which is settled at leisure: banks that two settled at the same time, and how many settled any at once. */
function atLeisure() {
  const inside: string[] = [];
  let running = 0;
  const seen = { interleaved: [] as string[], atOnce: 0, faulty: true };
  const projection: AnyProjection = {
    name: 'toy',
    version: 1,
    categories: ['account'],
    tables: {
      payment: { columns: { bank: 'text', id: 'text', amount: 'bigint' }, key: ['id'] },
      bank: { columns: { bank: 'text', total: 'bigint' }, key: ['bank'] },
    },
    partition: ({ stream }) => stream,
    dividedBy: (stream) => bankOf(keyOf(stream)),
    on: {
      Paid: ({ id, data }: { id: string; data: { account: string; amount: number } }, write) => {
        if (seen.faulty && data.amount === FAULTY) throw new Error('not this one');
        write.table('payment').set({ id }, { bank: bankOf(data.account), amount: BigInt(data.amount) });
        write.touch(bankOf(data.account));
      },
    },
    settle: async (banks, { query, tableOf, table }) => {
      seen.interleaved.push(...banks.filter((bank) => inside.includes(bank)));
      inside.push(...banks);
      seen.atOnce = Math.max(seen.atOnce, (running += 1));
      try {
        for (const bank of banks) {
          await pause(randomInt(50));
          const [sum] = await query<{ total: string }>(
            `SELECT sum(amount)::text AS total FROM ${tableOf('payment')} WHERE bank = $1`,
            [bank],
          );
          await pause(randomInt(50));
          table('bank').set({ bank }, { total: BigInt(sum?.total ?? 0) });
        }
      } finally {
        running -= 1;
        for (const bank of banks) inside.splice(inside.indexOf(bank), 1);
      }
    },
  };
  return { projection, seen };
}

/** Handlers take no time: they are functions that end where they began. What takes time is settling, within a batch. */
it.each([1, 3])(
  'settling that takes its time is never begun for one group before it has ended, however many would (%i part(s))',
  async (parts) => {
    const { projection, seen } = atLeisure();
    const roll = dice(parts);
    const paid = BANKS.map((bank) => `${bank}1`).map((account) => ({ account, amount: FAULTY }));
    const store = await logOf(paid.map(({ account, amount }) => pay(account, amount)));
    const options = { beatMs: 50, batchSize: 3, countablePositions: true, parts };
    const [first, second] = [
      await processes.begin(store, projection, options),
      await processes.begin(store, projection, options),
    ];
    await first.host.start();
    await second.host.start();
    await first.host.catchUp();
    expect(await first.quarantine.list()).toHaveLength(paid.length);
    const retrying = (async () => {
      for (let n = 0; n < 8; n += 1) {
        await pause(randomInt(100));
        seen.faulty = n < 4;
        await Promise.all([first, second].map(({ quarantine }) => quarantine.retry('toy')));
      }
    })();
    for (let n = 0; n < 60; n += 1) {
      const account = `${BANKS[roll(BANKS.length)]}${1 + roll(3)}`;
      paid.push({ account, amount: n });
      await appendTo(store, pay(account, n));
      await pause(randomInt(25));
      if (n === 30) await first.host.stop(); // The other one takes over.
    }
    await retrying;
    await second.host.catchUp();
    expect(await second.quarantine.list()).toEqual([]);
    const totals = BANKS.map((bank) => ({
      bank,
      total: String(paid.reduce((sum, { account, amount }) => sum + (bankOf(account) === bank ? amount : 0), 0)),
    }));
    expect(await second.dataSource.query('SELECT * FROM read_model.toy_bank ORDER BY bank')).toEqual(totals);
    expect(seen.interleaved).toEqual([]);
    // Different groups do overlap where the work is divided: the watch would have noticed.
    if (parts > 1) expect(seen.atOnce).toBeGreaterThan(1);
  },
);
