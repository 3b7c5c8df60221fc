import { setFlagsFromString } from 'node:v8';
import { withSpareHeap } from './spare-heap';

jest.mock('node:v8', () => ({ setFlagsFromString: jest.fn() }));

const given = process.execArgv;
afterEach(() => {
  process.execArgv = given;
  jest.mocked(setFlagsFromString).mockClear();
});

const flags = () => jest.mocked(setFlagsFromString).mock.calls.map(([flag]) => flag);

describe('the spare heap', () => {
  it('lasts as long as any of the works', async () => {
    await withSpareHeap(() => withSpareHeap(() => Promise.resolve()));
    await expect(withSpareHeap(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    const once = ['--heap-growing-percent=40', '--heap-growing-percent=0'];
    expect(flags()).toEqual([...once, ...once]);
  });

  it.each(['--heap-growing-percent=40', '--heap_growing_percent=40'])('leaves %s to the operator', async (flag) => {
    process.execArgv = [...given, flag];
    expect(await withSpareHeap(() => Promise.resolve('done'))).toBe('done');
    expect(flags()).toEqual([]);
  });
});
