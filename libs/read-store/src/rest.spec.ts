import { Rest } from './rest';

const after = (workMs: number, awaited: boolean): number => {
  const rest = new Rest(5);
  rest.worked(workMs, awaited);
  return rest.ms;
};

describe('the rest of a runner at the end of the log', () => {
  it('is as short as told while the work is quick', () => {
    expect(new Rest(5).ms).toBe(5);
    expect(after(1, true)).toBe(5);
  });

  it('is twice the work where that takes longer, and never long', () => {
    expect(after(12, true)).toBe(24);
    expect(after(4000, true)).toBe(50);
  });

  it('is long where nobody waits for it', () => {
    expect(after(1, false)).toBe(100);
  });

  it('is never shorter than told, and short again as soon as the work is', () => {
    const rest = new Rest(200);
    rest.worked(1, false);
    expect(rest.ms).toBe(200);
    const quick = new Rest(5);
    quick.worked(100, true);
    quick.worked(1, true);
    expect(quick.ms).toBe(5);
  });
});
