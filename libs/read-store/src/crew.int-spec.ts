import { appendTo, logOf, pay, ToyProcesses, toyProjection, until } from '@app/testing';
import { Logger } from '@nestjs/common';
import { type AnyProjection, keyOf } from './projection';

Logger.overrideLogger(false);

/** Banks divide the work. */
const divided: AnyProjection = { ...toyProjection(), dividedBy: (stream) => keyOf(stream).slice(0, 1) };

const processes = ToyProcesses.ofEachTest();

describe('a runner that gave up, because the log had lost what it holds', () => {
  it.each([
    ['undivided', toyProjection(), undefined],
    ['divided in three', divided, 3],
  ])('is shown, and taken up again once the log is whole: %s', async (_, projection, parts) => {
    const store = await logOf(['a', 'b', 'c', 'd', 'e'].map((bank) => pay(`${bank}1`, 1)));
    const { host, health, dataSource } = await processes.begin(store, projection, { beatMs: 100, parts });
    await host.start();
    await host.catchUp();
    const cut = jest.spyOn(store, 'eventAt').mockResolvedValue(undefined);
    // Every runner opens a new one, and asks whether the log is the one that its read model came from.
    await processes.cutConnections();
    const told = async () => (await health.check()).projections.flatMap(({ problems }) => problems);
    await until(
      async () =>
        (await told().catch(() => [])).filter((one) => one.includes('gặp lỗi: Đã xử lý')).length === (parts ?? 1),
    );
    await expect(host.catchUp()).rejects.toThrow('Đã xử lý');
    cut.mockRestore();
    await appendTo(store, pay('a1', 7));
    const rows = () =>
      dataSource.query<object[]>(`SELECT balance FROM read_model.toy_bank WHERE bank = 'a' AND balance = 8`);
    await until(async () => (await rows()).length === 1 && (await told()).length === 0);
    await host.catchUp();
  });
});
