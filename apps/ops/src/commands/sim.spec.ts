import { flaws, simulate } from '@app/simulation';
import { simText, simulateAll } from './sim';

describe('par sim', () => {
  it('says that every promise was kept', async () => {
    const result = await simulateAll(1, 2);
    expect(result.failures).toEqual([]);
    expect(simText(result)).toMatch(/^Hạt giống 1 đến 2: .* dấu vết [0-9a-f]{16}\.\nMọi lời hứa đều được giữ\.\n$/);
  });

  it('names each seed that broke one, with the line that runs it again and the last steps', async () => {
    const flaw = flaws['repeated commands are taken for new ones'];
    const result = await simulateAll(5, 2, (seed) => simulate(seed, flaw));
    expect(result.failures.map(({ repeat }) => repeat)).toEqual(['par sim --seed 5', 'par sim --seed 6']);
    const text = simText(result);
    expect(text).toContain('\npar sim --seed 5\n');
    expect(text).toMatch(/Các bước cuối:\n +\d+ ms {2}.*\n/);
    expect(text).toMatch(/\npar sim --seed 6 {3}# \S.*\n2 trên 2 hạt giống có lời hứa không được giữ\.\n$/);
  });
});
