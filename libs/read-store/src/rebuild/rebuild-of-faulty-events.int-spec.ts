import { longToyHistory, type ToyFaults, toyProjection } from '@app/testing';
import { Logger } from '@nestjs/common';
import { same, toyRebuilds } from '../../test/toy-rebuilds';
import { Rebuild } from './rebuild';
import { RowCache } from './row-cache';

Logger.overrideLogger(false);

const { running } = toyRebuilds();

describe('a rebuild over faulty events', () => {
  it.each<[string, (faults: ToyFaults) => void]>([
    ['handler', (faults) => (faults.handle = () => fail())],
    ['fold', (faults) => (faults.fold = (amount) => void (amount === 20 && fail()))],
    ['settling', (faults) => (faults.settle = (bank) => void (bank === 'b' && fail()))],
  ])('quarantines what the ordinary way does when a %s fails, and holds it back', async (_, plant) => {
    const faults: ToyFaults = {};
    plant(faults);
    const { desk, dataSource, host, quarantine } = await running(longToyHistory(60), toyProjection(faults));
    await desk.rebuild('toy');
    const held = (await quarantine.list()).map((one) => ({ ...one, since: '', attempts: 0 }));
    const of = (generation: number) =>
      held.filter((one) => one.generation === generation).map((one) => ({ ...one, generation: 0 }));
    expect(of(1).length).toBeGreaterThan(0);
    expect(of(2)).toEqual(of(1));
    expect(await desk.compare('toy')).toMatchObject(same);
    delete faults.handle;
    delete faults.fold;
    delete faults.settle;
    await quarantine.retry('toy');
    await host.catchUp();
    expect(await quarantine.list()).toEqual([]);
    expect(await desk.compare('toy')).toMatchObject(same);
    await desk.cutOver('toy');
    expect(await dataSource.query('SELECT generation FROM read_model.current_checkpoint')).toEqual([{ generation: 2 }]);
  });

  it('reads the rows of a page with a faulty event twice, not once an event', async () => {
    const faults: ToyFaults = { fold: (amount) => void (amount % 50 === 20 && fail()) };
    const { desk, parts, projection } = await running(longToyHistory(400), toyProjection(faults));
    const reading = jest.spyOn(RowCache.prototype, 'fetch');
    await Rebuild.run(parts, projection, new AbortController().signal, undefined, {
      pageSize: 40,
      cacheWeight: 60_000,
    });
    const [pages, settling] = [11, 1];
    expect(reading.mock.calls.length).toBeLessThanOrEqual(2 * pages + settling);
    reading.mockRestore();
    expect(await desk.compare('toy')).toMatchObject(same);
  });

  it('does not take over while more stands still in it than readers miss', async () => {
    const faults: ToyFaults = {};
    const { desk } = await running(longToyHistory(60), toyProjection(faults));
    faults.handle = () => fail();
    await desk.rebuild('toy');
    await expect(desk.cutOver('toy')).rejects.toThrow(/đang tạm dừng/);
    expect(await desk.list()).toMatchObject([{ phase: 'following' }]);
  });
});

function fail(): never {
  throw new Error('lỗi cố ý');
}
