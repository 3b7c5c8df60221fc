import { appendTo, logOf, pay, type ToyFaults, toyProjection, until } from '@app/testing';
import { Logger } from '@nestjs/common';
import { toyHosts } from '../test/toy-hosts';
import { ReadModelQuarantined } from './errors';
import type { AnyProjection } from './projection';

Logger.overrideLogger(false);

const { aProcess } = toyHosts();

describe('health', () => {
  it('is ready when everything is applied, and names the lag otherwise', async () => {
    const store = await logOf([pay('a1', 1)]);
    const { host, health } = await aProcess(store);
    await host.start();
    await host.catchUp();
    expect(await health.check()).toMatchObject({
      ready: true,
      projections: [
        { projection: 'toy', position: '2', head: '2', lagEvents: 0, oldestUnprocessedSeconds: 0, problems: [] },
      ],
    });
    await host.stop();
    await appendTo(store, pay('a1', 1));
    await appendTo(store, pay('a1', 1));
    const late = await health.check();
    expect(late.ready).toBe(false);
    expect(late.projections).toMatchObject([{ lagEvents: 2, problems: [expect.stringContaining('chậm')] }]);
    expect(late.projections[0]?.oldestUnprocessedSeconds).toBeGreaterThan(1000);
  });

  it('turns red when the runner is gone, though nothing is left to apply', async () => {
    const store = await logOf([pay('a1', 1)]);
    const { host, health, dataSource } = await aProcess(store);
    expect((await health.check().catch(() => null))?.ready ?? false).toBe(false);
    await host.start();
    await host.catchUp();
    await host.stop();
    await dataSource.query(`UPDATE read_model.heartbeat SET beat_at = beat_at - interval '13 s'`);
    expect(await health.check()).toMatchObject({
      ready: false,
      projections: [{ lagEvents: 0, problems: [expect.stringContaining('không còn hoạt động')] }],
    });
  });

  it('hears no sign of life from a runner that hangs in a batch', async () => {
    const store = await logOf([pay('a1', 1)]);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const hanging: AnyProjection = { ...toyProjection(), settle: () => released };
    const { host, health } = await aProcess(store, hanging, {
      beatMs: 20,
      stalledMs: 100,
      deadAfterSeconds: 1,
      countablePositions: true,
    });
    await host.start();
    const isSilent = async () =>
      (await health.check()).projections.some(({ problems }) => problems.join().includes('không còn hoạt động'));
    await until(isSilent).finally(release);
    await until(async () => !(await isSilent()));
  });

  it('turns red for a quarantined partition and names it', async () => {
    const store = await logOf([pay('a1', 1)]);
    const fault: ToyFaults = {
      handle: () => {
        throw new Error('lỗi');
      },
    };
    const { host, health, readYourWrites, quarantine } = await aProcess(store, toyProjection(fault));
    await host.start();
    await host.catchUp();
    expect(await health.check()).toMatchObject({
      ready: false,
      projections: [{ quarantined: 1, problems: [expect.stringContaining('account-a1')] }],
    });
    await expect(readYourWrites.waitFor('toy', 2n)).rejects.toThrow(ReadModelQuarantined);
    fault.handle = undefined;
    await quarantine.retry('toy');
    expect((await health.check()).ready).toBe(true);
    await readYourWrites.waitFor('toy', 2n);
  });
});
