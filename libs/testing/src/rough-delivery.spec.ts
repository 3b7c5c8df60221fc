import { dice } from './rough-delivery';

it('rolls the same for the same seed, and something else for another', () => {
  const rolls = (seed: number) => {
    const roll = dice(seed);
    return Array.from({ length: 20 }, () => roll(1_000_000)).join();
  };
  expect(rolls(7)).toBe(rolls(7));
  expect(new Set(Array.from({ length: 1_000 }, (_, seed) => rolls(seed))).size).toBe(1_000);
});

it('comes round to nothing that it rolled before, and to every side about as often', () => {
  const roll = dice(1);
  const rolled = Array.from({ length: 200_000 }, () => roll(12));
  const runs = new Set(Array.from({ length: 10_000 }, (_, run) => rolled.slice(run * 20, run * 20 + 20).join()));
  expect(runs.size).toBe(10_000);
  for (let side = 0; side < 12; side += 1) {
    const share = rolled.filter((one) => one === side).length / rolled.length;
    expect(share).toBeGreaterThan(1 / 13);
    expect(share).toBeLessThan(1 / 11);
  }
});
