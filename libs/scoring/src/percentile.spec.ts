import { percentileOf } from './percentile';

describe('the percentile', () => {
  const shown = (...given: Parameters<typeof percentileOf>) => percentileOf(...given).toFixed(1);

  it('is the share at this rank or below', () => {
    expect([1, 2, 3].map((rank) => shown(rank, 3, [1, 2, 3]))).toEqual(['100.0', '66.7', '33.3']);
  });

  it('counts units, not rank numbers, where ranks are dense', () => {
    expect(shown(4, 7, [1, 2, 3, 3, 4, 4, 5])).toBe('42.9');
  });

  it('follows from rank and n where not all ranks are known', () => {
    expect(shown(31, 63, [31])).toBe('52.4');
    expect(shown(22, 22)).toBe('4.5');
  });
});
