import { simulate } from '@app/simulation';

const full = process.env.PAR_STRESS === 'full';
const SEEDS = full ? 1_000 : 150;

jest.setTimeout(300_000);

/** One line runs it again; the last steps say what happened. */
const report = (seed: number, broken: readonly string[], lastSteps: readonly string[]) =>
  [`par sim --seed ${seed}`, ...broken, ...lastSteps].join('\n');

describe('log and read models, simulated with everything that may go wrong', () => {
  it(`keep every promise (${SEEDS} seeds)`, async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const { broken, lastSteps, events } = await simulate(seed);
      if (broken.length > 0) throw new Error(report(seed, broken, lastSteps));
      expect(events).toBeGreaterThan(1);
    }
  });
});
