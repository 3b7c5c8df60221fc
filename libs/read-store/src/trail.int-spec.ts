import { appendTo, logOf, pay, toyProjection, ToyProcesses } from '@app/testing';
import { Logger } from '@nestjs/common';
import type { Trace } from './trail';

const traces: Trace[] = [];
Logger.overrideLogger({
  log: (said: Trace) => void traces.push(said),
  warn: () => undefined,
  error: () => undefined,
});
beforeEach(() => void traces.splice(0));

const processes = ToyProcesses.ofEachTest();
const paid = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map((account) => pay(account, 1));

/** A runner that has caught up with what was paid before, and then with what is paid now. */
async function begin(beatMs: number, isTold: boolean) {
  const store = await logOf([pay('before', 1), pay('before', 2)]);
  const { host } = await processes.begin(store, undefined, { beatMs, batchSize: 1, traces: isTold });
  await host.start();
  await host.catchUp();
  const seen = await store.head();
  for (const payment of paid) await appendTo(store, payment);
  await host.catchUp();
  const { events } = await store.page(seen, 100);
  return { store, host, events };
}

it('a runner tells in one line which requests it applied in many batches, when it stops at the latest', async () => {
  const { host, events } = await begin(60_000, true);
  expect(traces).toEqual([]);
  await host.stop();
  expect(traces).toEqual([
    {
      applied: events.length,
      through: events.at(-1)?.position.toString(),
      correlationIds: [...new Set(events.map(({ metadata }) => metadata.correlationId))],
      unnamed: 0,
    },
  ]);
});

it('a runner tells it with a sign of life, while it goes on', async () => {
  const { events } = await begin(50, true);
  const told = () => traces.reduce((count, { applied }) => count + applied, 0);
  for (const end = Date.now() + 20_000; told() < events.length && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(told()).toBe(events.length);
});

it('a runner that is not asked to says nothing', async () => {
  const { host } = await begin(50, false);
  await host.stop();
  expect(traces).toEqual([]);
});

it('a runner tells what came while nobody ran, and nothing of what a copy built for a raised version reads again', async () => {
  const { store, host } = await begin(60_000, false);
  await host.stop();
  await appendTo(store, pay('meanwhile', 1));
  const options = { beatMs: 60_000, batchSize: 1, traces: true };
  for (const [projection, applied] of [
    [toyProjection(), [1]],
    [toyProjection({}, 2), []],
  ] as const) {
    traces.splice(0);
    const next = await processes.begin(store, projection, options);
    await next.host.start();
    await next.host.catchUp();
    await next.host.stop();
    expect(traces.map((told) => told.applied)).toEqual(applied);
  }
});
