import { pause } from '@app/event-store';
import { appendTo, logOf, pay, ToyProcesses, toyProjection } from '@app/testing';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { type AnyProjection, keyOf } from './projection';

Logger.overrideLogger(false);

/** Banks divide the work. */
const divided: AnyProjection = { ...toyProjection(), dividedBy: (stream) => keyOf(stream).slice(0, 1) };

let processes: ToyProcesses;
beforeEach(async () => (processes = await ToyProcesses.open()));
afterEach(() => processes.end());

/** Every runner opens a new connection, and asks whether the log is the one that its read model came from. */
async function cutConnections(): Promise<void> {
  const client = new Client({ connectionString: processes.database.appUrl.replace(/[?].*/, '') });
  await client.connect();
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await client.end();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await condition()); await pause(50)) {
    if (Date.now() > end) throw new Error('It did not happen in time');
  }
}

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
    await cutConnections();
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
