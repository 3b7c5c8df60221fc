import { generationsIn, longToyHistory, pay, toyProjection, toyTablesIn } from '@app/testing';
import { Logger } from '@nestjs/common';
import { cramped, NEVER, same, toyRebuilds } from '../../test/toy-rebuilds';
import { Rebuild, type RebuildProgress } from './rebuild';
import { RebuildCancelled, RebuildRefused } from './rebuild-errors';

Logger.overrideLogger(false);

const { processes, running } = toyRebuilds();

describe('a rebuild that is broken off', () => {
  it('leaves nothing behind when it is cancelled, also while it works', async () => {
    const { desk, dataSource, parts, projection } = await running(longToyHistory(400));
    await desk.rebuild('toy');
    expect(await desk.cancel('toy')).toBe(2);
    await expect(desk.cutOver('toy')).rejects.toThrow(RebuildRefused);
    let cancelled: Promise<number> | undefined;
    const cancel = (): void => void (cancelled ??= desk.cancel('toy'));
    const working = Rebuild.run(parts, projection, NEVER, cancel, cramped);
    await expect(working).rejects.toThrow(RebuildCancelled);
    await cancelled;
    expect(await generationsIn(dataSource)).toEqual([{ generation: 1, state: 'live' }]);
    expect(await toyTablesIn(dataSource)).toHaveLength(2);
    expect(await desk.list()).toEqual([]);
  });

  it('ends when it is cancelled while it waits for its generation to follow', async () => {
    const { desk, parts } = await running(longToyHistory(400));
    let cancelled: Promise<number> | undefined;
    const cancelWhenItFollows = ({ phase }: { phase: string }): void => {
      // From the loading on, the log seems to end where nobody ever comes to.
      jest.spyOn(parts.store, 'head').mockResolvedValue(500n);
      if (phase === 'following') cancelled ??= desk.cancel('toy');
    };
    await expect(desk.rebuild('toy', cancelWhenItFollows)).rejects.toThrow(RebuildCancelled);
    expect(await cancelled).toBe(2);
  });

  it('goes on where it can when it was broken off, and doubles nothing', async () => {
    const { desk, parts, projection } = await running(longToyHistory(400));
    for (const [phase, times] of [
      ['loading', 1],
      ['loading', 9],
      ['settling', 1],
    ] as const) {
      const breaking = new AbortController();
      let seen = 0;
      const onProgress = (progress: { phase: string }): void => {
        if (progress.phase === phase && (seen += 1) === times) breaking.abort();
      };
      await Rebuild.run(parts, projection, breaking.signal, onProgress, cramped).catch(() => undefined);
      expect(seen).toBe(times);
    }
    await desk.rebuild('toy');
    expect(await desk.compare('toy')).toMatchObject(same);
    expect(await generationsIn(parts.dataSource)).toHaveLength(2);
  });

  it('ends between two portions of settling, and goes on behind the first', async () => {
    const banks = Array.from({ length: 150 }, (_, index) => pay(String.fromCodePoint(0x4e00 + index), index));
    const { desk, parts, projection } = await running(banks);
    const breaking = new AbortController();
    const breakOff = ({ phase }: RebuildProgress) => void (phase === 'settling' && breaking.abort());
    await expect(Rebuild.run(parts, projection, breaking.signal, breakOff)).rejects.toThrow(/aborted/);
    expect(await desk.list()).toMatchObject([{ phase: 'settling', settled: 100, groups: 150 }]);
    await desk.rebuild('toy');
    expect(await desk.compare('toy')).toMatchObject(same);
  });

  it('is not taken up by a program of another version', async () => {
    const { parts, projection, store, dataSource } = await running(longToyHistory(100));
    const breaking = new AbortController();
    const broken = Rebuild.run(parts, projection, breaking.signal, () => breaking.abort(), cramped);
    await expect(broken).rejects.toThrow();
    const next = await processes.begin(store, toyProjection({}, 2));
    await expect(next.desk.rebuild('toy')).rejects.toThrow(/phiên bản 1.*phiên bản 2: hãy hủy/);
    await expect(next.desk.rebuild('toy')).rejects.toThrow(RebuildRefused);
    expect(await next.desk.list()).toMatchObject([{ generation: 2, version: 1, phase: 'loading' }]);
    await next.desk.cancel('toy');
    await next.desk.rebuild('toy');
    expect(await next.desk.list()).toMatchObject([{ generation: 3, version: 2, phase: 'following' }]); // A number is given once.
    expect(await generationsIn(dataSource)).toHaveLength(2);
  });

  it('leaves no tables when it is cancelled before its first step, and what is left of a number is in nobody’s way', async () => {
    const { desk, parts, projection, store, dataSource } = await running(longToyHistory(50));
    const head = jest.spyOn(store, 'head').mockImplementationOnce(async () => {
      await desk.cancel('toy');
      return 51n;
    });
    await expect(Rebuild.run(parts, projection, NEVER)).rejects.toThrow(RebuildCancelled);
    head.mockRestore();
    expect(await toyTablesIn(dataSource)).toHaveLength(2);
    await dataSource.query('CREATE TABLE read_model.toy_account__g3 (left_over integer)');
    const next = await processes.begin(store, toyProjection({}, 2));
    expect(await next.host.prepare()).toMatchObject([{ generation: 3, version: 2, state: 'building' }]);
  });
});
