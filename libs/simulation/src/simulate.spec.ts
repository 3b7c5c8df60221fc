import { full, sized } from '../../../test/stress/kit/full';
import { flaws } from './flaws';
import { type Simulated, simulate } from './simulate';

/** The short form finds each of its flaws by seed 8. */
const SEEDS = sized(100, 300);
/** What few seeds find: the full form looks for it. */
const RARE = [
  'the checkpoint is moved after the rows, by itself',
  'groups are taken out before they are computed, by themselves',
  'readers are led back to what was not kept up',
];

/** The first of so many seeds that breaks a promise. */
async function firstBroken(seeds: number, flaw: string): Promise<Simulated | undefined> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const simulated = await simulate(seed, flaws[flaw]);
    if (simulated.broken.length > 0) return simulated;
  }
  return undefined;
}

describe('a seed', () => {
  it('gives the same run again, to the last step', async () => {
    const hashes: string[] = [];
    for (const seed of [7, 8, 7, 8]) hashes.push((await simulate(seed)).traceHash);
    expect(hashes.slice(2)).toEqual(hashes.slice(0, 2));
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('gives the same failure again', async () => {
    const flaw = 'the log does not check the expected revision';
    const first = await firstBroken(SEEDS, flaw);
    const again = await simulate(first?.seed ?? 0, flaws[flaw]);
    expect(again).toEqual(first);
    expect(again.lastSteps.length).toBeGreaterThan(10);
  });
});

describe('a fault planted below the engine is found:', () => {
  it.each(Object.keys(flaws).filter((flaw) => full || !RARE.includes(flaw)))('%s', async (flaw) => {
    expect(await firstBroken(SEEDS, flaw)).toBeDefined();
  });
});
