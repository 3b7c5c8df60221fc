import { ensureBuilt, par } from '../scenarios/par-command';
import { sized } from './kit/full';

const SEEDS = sized(75, 1_000);

jest.setTimeout(300_000);
beforeAll(ensureBuilt, 120_000);

describe('log and read models, simulated with everything that may go wrong', () => {
  // In a process of its own: deep in a long run of other suites the same seeds take many times as long.
  it(`keep every promise (${SEEDS} seeds)`, async () => {
    const { code, stdout, stderr } = await par(['sim', '--seed', '1', '--seeds', String(SEEDS), '--json'], {});
    if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
    expect(JSON.parse(stdout)).toMatchObject({ seed: 1, seeds: SEEDS, failures: [] });
  });
});
