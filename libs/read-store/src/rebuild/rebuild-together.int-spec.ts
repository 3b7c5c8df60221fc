import { setTimeout as sleep } from 'node:timers/promises';
import { logOf, longToyHistory, ToyProcesses, toyProjection } from '@app/testing';
import { Logger } from '@nestjs/common';
import { cramped, NEVER } from '../../test/toy-rebuilds';
import { Rebuild, type RebuildProgress } from './rebuild';
import { RebuildCancelled, RebuildRefused, RebuildsFailed } from './rebuild-errors';
import { rebuildsOnRecord } from './rebuild-state';
import { RebuildDesk } from './rebuild-desk';
import { ProjectionCatalogue } from '../projection-catalogue';
import { ProjectionHost } from '../projection-host';
import { sessionOf } from '../session';

Logger.overrideLogger(false);

const processes = ToyProcesses.ofEachTest();
const both = [toyProjection(), { ...toyProjection(), name: 'other' }] as const;

/** Two projections that hold what a log of 401 events holds. */
async function running() {
  const { store, parts } = await processes.begin(await logOf(longToyHistory(400)));
  const catalogue = new ProjectionCatalogue();
  for (const projection of both) catalogue.add(projection);
  const { dataSource, registry } = parts;
  const host = new ProjectionHost(dataSource, store, registry, catalogue, {});
  await host.start();
  await host.catchUp();
  await host.stop();
  const desk = new RebuildDesk(dataSource, store, registry, catalogue);
  return { desk, parts, store, catalogue, session: sessionOf(dataSource) };
}

describe('several rebuilds at once', () => {
  it('read each page of the log once, and each has the rows of its live one', async () => {
    const { desk, parts, store } = await running();
    const page = jest.spyOn(store, 'page');
    await Rebuild.runAll(parts, both, NEVER, () => undefined, cramped);
    expect(page.mock.calls.map(([after]) => Number(after ?? 0))).toEqual(
      Array.from({ length: 21 }, (_, index) => 20 * index),
    );
    for (const { name } of both) expect(await desk.compare(name)).toMatchObject({ same: true, position: '401' });
  });

  it('wait between two pieces of the work, while they load and while they settle', async () => {
    const { desk, parts, session } = await running();
    let phase = 'loading';
    const rested: string[] = [];
    const between = async () => {
      await sleep(20);
      rested.push(`${phase}, on record ${(await rebuildsOnRecord(session))[0]?.phase}`);
    };
    const onProgress = (progress: RebuildProgress) => void (phase = progress.phase);
    await Rebuild.runAll(parts, [both[0]], NEVER, onProgress, { ...cramped, between });
    expect(rested).toEqual([
      ...Array.from({ length: 22 }, () => 'loading, on record loading'),
      'settling, on record settling',
    ]);
    const never = () => Promise.reject(new Error('never again'));
    await expect(desk.rebuildAll(['other'], undefined, NEVER, never)).rejects.toThrow('never again');
  });

  it('go on when one of them is cancelled, and only then say so', async () => {
    const { desk, parts, session } = await running();
    let cancelled: Promise<unknown> | undefined;
    const cancel = () => void (cancelled ??= desk.cancel('other'));
    expect(await Rebuild.runAll(parts, both, NEVER, cancel, cramped)).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: expect.any(RebuildCancelled) as unknown },
    ]);
    await cancelled;
    expect(await rebuildsOnRecord(session)).toMatchObject([{ projection: 'toy', phase: 'following' }]);
    expect(await desk.compare('toy')).toMatchObject({ same: true });
  });

  it('go on where each of them can when they were broken off', async () => {
    const { desk, parts, session } = await running();
    const breaking = new AbortController();
    await desk.rebuild('toy');
    let seen = 0;
    const onProgress = () => void ((seen += 1) === 9 && breaking.abort());
    expect(await Rebuild.runAll(parts, both, breaking.signal, onProgress, cramped)).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected' },
    ]);
    expect(await rebuildsOnRecord(session)).toMatchObject([
      { projection: 'other', phase: 'loading' },
      { projection: 'toy', phase: 'following' },
    ]);
    await desk.rebuildAll(['toy', 'other']);
    for (const { name } of both) expect(await desk.compare(name)).toMatchObject({ same: true });
  });

  it('tell every reason when several fail, and which are done', async () => {
    const { desk, catalogue } = await running();
    catalogue.add({ ...toyProjection(), name: 'third' });
    const failing = ({ projection }: RebuildProgress) => {
      if (projection !== 'toy') throw new Error(`lỗi của ${projection}`);
    };
    const failed: unknown = await desk.rebuildAll(['toy', 'other', 'third'], failing).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(RebuildsFailed);
    expect(failed).toMatchObject({ done: ['toy'], message: 'lỗi của other\nlỗi của third' });
    expect(await desk.compare('toy')).toMatchObject({ same: true });
  });

  it('are all refused before the first begins, and each is made once', async () => {
    const { desk, parts, session } = await running();
    const newer = new ProjectionCatalogue();
    for (const projection of both) newer.add({ ...projection, version: projection.name === 'toy' ? 1 : 2 });
    await desk.rebuildAll(['other', 'other']);
    const { dataSource, store, registry } = parts;
    const next = new RebuildDesk(dataSource, store, registry, newer);
    await expect(next.rebuildAll(['toy', 'other'])).rejects.toThrow(RebuildRefused);
    expect(await rebuildsOnRecord(session)).toMatchObject([{ projection: 'other', generation: 2 }]);
  });

  it('do not wait for one that was broken off while settling and settles again', async () => {
    const { desk, parts, session } = await running();
    const [toy, other] = both;
    const breaking = new AbortController();
    const breakOff = () => {
      breaking.abort();
      return Promise.reject(new Error('broken off'));
    };
    await expect(Rebuild.run(parts, { ...toy, settle: breakOff }, breaking.signal)).rejects.toThrow('broken off');
    expect(await rebuildsOnRecord(session)).toMatchObject([{ projection: 'toy', phase: 'settling' }]);
    const loaded = new AbortController();
    const waited: string[] = [];
    const settle: typeof toy.settle = async (...all) => {
      waited.push(await sleep(15_000, 'in vain', { signal: loaded.signal }).catch(() => 'while it loaded'));
      await toy.settle?.(...all);
    };
    const onProgress = ({ projection, done, total }: RebuildProgress) => {
      if (projection === other.name && done === total) loaded.abort();
    };
    await Rebuild.runAll(parts, [{ ...toy, settle }, other], NEVER, onProgress, cramped);
    expect(waited).toEqual(['while it loaded']);
    for (const { name } of both) expect(await desk.compare(name)).toMatchObject({ same: true });
  });
});
