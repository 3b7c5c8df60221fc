import { longToyHistory, pay } from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { cramped, NEVER, toyRebuilds } from '../../test/toy-rebuilds';
import type { EstimatedRebuild } from '../projection-health';
import { Rebuild, type RebuildProgress } from './rebuild';
import type { RebuildPhase } from './rebuild-state';

Logger.overrideLogger(false);

const { running } = toyRebuilds();
type Running = Awaited<ReturnType<typeof running>>;

/** Works on the rebuild until its first word of this phase. */
async function brokenOffWhile(phase: RebuildPhase, { parts, projection }: Running): Promise<void> {
  const breaking = new AbortController();
  const breakOff = (progress: RebuildProgress): void => void (progress.phase === phase && breaking.abort());
  await expect(Rebuild.run(parts, projection, breaking.signal, breakOff, cramped)).rejects.toThrow(/aborted/);
}

/** As if all that was done since it was begun or taken up had taken an hour longer. */
const anHourLonger = (dataSource: DataSource) =>
  dataSource.query(
    `UPDATE read_model.rebuild SET at_work_since = at_work_since - interval '1 h', updated_at = clock_timestamp()`,
  );

/** The one on record. */
async function rebuildOf({ health }: Running): Promise<EstimatedRebuild> {
  const [rebuild] = (await health.check()).rebuilds;
  if (!rebuild) throw new Error('No rebuild is on record');
  return rebuild;
}

describe('the time that a rebuild still needs', () => {
  it('is told by the pace of reading, and counts from where reading began anew', async () => {
    const process = await running(longToyHistory(400));
    await brokenOffWhile('loading', process);
    await anHourLonger(process.dataSource);
    const { phase, position, target, secondsAtWork, secondsLeft } = await rebuildOf(process);
    const read = Number(position);
    expect([phase, read > 0, target]).toEqual(['loading', true, '401']);
    expect(secondsLeft).toBe(Math.ceil(((401 - read) * Number(secondsAtWork)) / read));
    expect(secondsLeft).toBeGreaterThan(3_600); // Not half of it is read.
    await brokenOffWhile('loading', process);
    expect((await rebuildOf(process)).secondsAtWork).toBeLessThan(3_600);
  });

  it('is told by the pace of settling since it was taken up', async () => {
    const process = await running(
      Array.from({ length: 250 }, (_, index) => pay(String.fromCodePoint(0x4e00 + index), index)),
    );
    for (const settledBefore of [0, 100]) {
      await brokenOffWhile('settling', process);
      const settled = settledBefore + 100;
      expect(await rebuildOf(process)).toMatchObject({ phase: 'settling', groups: 250, settled, settledBefore });
    }
    await anHourLonger(process.dataSource);
    const { secondsAtWork, secondsLeft } = await rebuildOf(process);
    expect(secondsLeft).toBe(Math.ceil((50 * Number(secondsAtWork)) / 100)); // 50 are left, 100 were settled in the time.
  });

  it('is none once it follows the log', async () => {
    const process = await running(longToyHistory(50));
    await process.desk.rebuild('toy');
    expect(await rebuildOf(process)).toMatchObject({ phase: 'following', secondsLeft: 0 });
  });
});

it('tells of how many events it read only where they can be counted', async () => {
  const { parts, projection, desk } = await running(longToyHistory(50));
  for (const [countable, total] of [
    [true, 51],
    [false, null],
  ] as const) {
    const told: RebuildProgress[] = [];
    await Rebuild.run({ ...parts, countable }, projection, NEVER, (progress) => void told.push(progress));
    expect(told[0]).toEqual({ projection: 'toy', phase: 'loading', done: 51, total });
    await desk.cancel('toy');
  }
});
