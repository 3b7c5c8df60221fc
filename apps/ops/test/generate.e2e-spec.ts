import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PostgresEventStore } from '@app/event-store';
import { countEvents, nationAppends, nationPlan } from '@app/nation';
import { testDatabase, type TestDatabase } from '@app/testing';
import { ensureBuilt, par } from '../../../test/scenarios/par-command';
import { checkout } from '../../../test/scenarios/started-app';

jest.setTimeout(300_000);

/** Several transactions of 10,000 events. */
const words = ['generate', '--seed', '3', '--provinces', '1', '--communes', '40', '--years', '1', '--yes', '--json'];
const plan = nationPlan({ seed: 3, provinces: 1, communes: 40, years: 1 });

let database: TestDatabase;
let store: PostgresEventStore;
let env: Record<string, string>;
beforeAll(async () => {
  ensureBuilt();
  database = await testDatabase();
  env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  store = PostgresEventStore.open({ url: database.appUrl });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** Begins to generate and kills the process once the log holds something of it. Answers where the log then ends. */
async function killedMidway(): Promise<bigint> {
  const own = { PATH: process.env.PATH, HOME: process.env.HOME, ...env };
  const child = spawn(process.execPath, [join(checkout, 'par.js'), ...words], { env: own, stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (((await store.head()) ?? 0n) < 2n && child.exitCode === null)
    await new Promise((done) => setTimeout(done, 20));
  child.kill('SIGKILL');
  await ended;
  return (await store.head()) ?? 0n;
}

it('goes on after a kill -9, to the log that it would have written in one go', async () => {
  const events = BigInt(countEvents(plan));
  const cut = await killedMidway();
  expect(cut).toBeGreaterThan(1n);
  expect(cut).toBeLessThan(events);
  const { code, stdout } = await par(words, env);
  expect(code).toBe(0);
  // The server may have finished a transaction of the killed process since.
  expect((JSON.parse(stdout) as { written: number }).written).toBeLessThanOrEqual(Number(events - cut + 1n));
  const expected = [...nationAppends(plan)].map(({ stream, events: [{ id }] }) => `${stream} ${id}`);
  const found: string[] = [];
  for (let after: bigint | undefined = 1n; found.length < expected.length;) {
    const page = await store.page(after, 5_000);
    found.push(...page.events.map(({ stream, id }) => `${stream} ${id}`));
    after = page.next;
    if (page.atEnd) break;
  }
  expect(found).toEqual(expected);
});
