import { ensureLogIdentity, type EventStore, pause, type Position } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import {
  appendTo,
  InMemoryEventStore,
  InMemoryLog,
  logOf,
  LossyEventStore,
  pay,
  toyProjection,
  until,
} from '@app/testing';
import { Logger } from '@nestjs/common';
import { balances, toyHosts } from '../test/toy-hosts';

Logger.overrideLogger(false);

const { aProcess, cutConnections } = toyHosts();

describe('a running projection', () => {
  it('catches up, tells how far it is, and follows what is appended', async () => {
    const store = await logOf([pay('a1', 1), pay('a1', 2), pay('b1', 3)]);
    const { host, dataSource, readYourWrites } = await aProcess(store);
    await host.start();
    const told: (Position | undefined)[] = [];
    await host.catchUp((progress) => told.push(progress[0]?.position));
    expect(told.at(-1)).toBe(4n);
    expect(await balances(dataSource)).toEqual([
      { account: 'a1', balance: '3' },
      { account: 'b1', balance: '3' },
    ]);
    const position = await appendTo(store, pay('b1', 4));
    await readYourWrites.waitFor('toy', position, 20_000);
    expect(await balances(dataSource)).toMatchObject([{}, { balance: '7' }]);
  });

  it('goes on after the last applied event when it is started again', async () => {
    const store = await logOf([pay('a1', 1), pay('a1', 2)]);
    const first = await aProcess(store);
    await first.host.start();
    await first.host.catchUp();
    await first.host.stop();
    await appendTo(store, pay('a1', 4));
    const handled: object[] = [];
    const second = await aProcess(store, toyProjection({ handle: ({ data }) => handled.push(data) }));
    await second.host.start();
    await second.host.catchUp();
    expect(handled).toEqual([{ account: 'a1', amount: 4 }]);
    expect(await balances(second.dataSource)).toEqual([{ account: 'a1', balance: '7' }]);
  });

  it('survives that the store and its own connections are lost', async () => {
    const inner = await logOf([pay('a1', 1)]);
    const store = new LossyEventStore(inner);
    const { host, dataSource } = await aProcess(store);
    await host.start();
    await host.catchUp();
    store.lostPages = 2;
    await cutConnections();
    await appendTo(inner, pay('a1', 2));
    await until(() =>
      host.catchUp().then(
        () => true,
        () => false, // The waiting itself met a cut connection.
      ),
    );
    expect(await balances(dataSource)).toEqual([{ account: 'a1', balance: '3' }]);
  });

  it('is out of trouble once the store is back, though nothing new was appended', async () => {
    const store = new LossyEventStore(await logOf([pay('a1', 1)]));
    const { host, health } = await aProcess(store);
    const errors = async () => (await health.check()).projections.map(({ lastError }) => lastError);
    await host.start();
    await host.catchUp();
    store.lostPages = Infinity;
    await until(async () => (await errors())[0] === 'The page was lost');
    store.lostPages = 0;
    await until(async () => (await errors())[0] === null);
  });

  it('works in one process at a time; the next one takes over when the first ends', async () => {
    const log = new InMemoryLog();
    const store = await logOf([pay('a1', 1)], new InMemoryEventStore(log));
    const storeOfSecond = new InMemoryEventStore(log);
    const read = jest.spyOn(storeOfSecond, 'page');
    const handled: string[] = [];
    const first = await aProcess(store, toyProjection({ handle: () => handled.push('first') }));
    const second = await aProcess(storeOfSecond, toyProjection({ handle: () => handled.push('second') }));
    await first.host.start();
    await first.host.catchUp();
    await second.host.start();
    for (let amount = 0; amount < 5; amount += 1) await appendTo(store, pay('a1', 1));
    await second.host.catchUp();
    await pause(600); // Longer than it takes to ask for the lock again.
    expect(read).not.toHaveBeenCalled();
    await first.host.stop();
    await appendTo(store, pay('a1', 1));
    await second.host.catchUp();
    expect(handled).toEqual([...Array<string>(6).fill('first'), 'second']);
  });
});

describe('a log that is not the one it came from', () => {
  const caughtUpOn = async (store: EventStore) => {
    const { host } = await aProcess(store);
    await host.start();
    await host.catchUp();
    await host.stop();
  };

  it('is refused: another log', async () => {
    await caughtUpOn(await logOf([pay('a1', 1)]));
    const { host } = await aProcess(await logOf([pay('a1', 1)]));
    await expect(host.start()).rejects.toThrow(/Dữ liệu đọc được dựng từ nhật ký .*, nhưng đang kết nối tới/);
  });

  it('is refused: the same log, restored from before', async () => {
    const log = new InMemoryLog();
    const store = await logOf([pay('a1', 1), pay('a1', 2)], new InMemoryEventStore(log));
    await caughtUpOn(store);
    log.events.pop();
    const { host } = await aProcess(new InMemoryEventStore(log));
    await expect(host.start()).rejects.toThrow(/nhật ký không có sự kiện nào tại đó/);
  });

  it('is refused: no identity at all', async () => {
    const { host } = await aProcess(new InMemoryEventStore());
    await expect(host.start()).rejects.toThrow('Nhật ký chưa có định danh');
  });
});

it('begins with a log that holds nothing but its identity', async () => {
  const store = new InMemoryEventStore();
  await ensureLogIdentity(store, new ManualClock('2024-01-01T00:00:00.000Z'));
  const { host, health } = await aProcess(store);
  await host.start();
  await host.catchUp();
  expect((await health.check()).ready).toBe(true);
});
