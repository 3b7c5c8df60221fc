import { Pace } from './pace';

describe('the pace of catching up', () => {
  it('doubles while full batches are quick, up to the most', () => {
    const pace = new Pace(5000);
    const limits = [1, 2, 3, 4].map(() => {
      pace.applied(pace.limit, 100);
      return pace.limit;
    });
    expect(limits).toEqual([2000, 4000, 5000, 5000]);
  });

  it('halves when a batch is slow, and keeps some', () => {
    const pace = new Pace(5000);
    for (let batch = 0; batch < 20; batch += 1) pace.applied(10, 9000);
    expect(pace.limit).toBe(100);
  });

  it('stays where it is at the end of the log, and when a batch takes its time', () => {
    const pace = new Pace(5000);
    pace.applied(3, 1);
    pace.applied(1000, 1200);
    expect(pace.limit).toBe(1000);
  });

  it('never asks for more than the most', () => {
    const pace = new Pace(2);
    expect(pace.limit).toBe(2);
    pace.applied(2, 1);
    pace.applied(2, 9000);
    expect(pace.limit).toBe(2);
  });
});
