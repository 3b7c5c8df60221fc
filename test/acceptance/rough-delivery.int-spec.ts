import { createHash } from 'node:crypto';
import { accountability } from '@app/accountability';
import { notices } from '@app/notices';
import { ranking } from '@app/ranking';
import type { AnyProjection } from '@app/read-store';
import { scorecard } from '@app/scorecard';
import { deliverRoughly, dice, logOf, ProjectionLab } from '@app/testing';
import { unitRegister } from '@app/unit-register';
import { anyHistory, anyRuleset } from './any-history';

/** How many histories for each projection; the full run asks for 1,000. */
const SEEDS = Number(process.env.PAR_SEEDS ?? 4);

jest.setTimeout(120_000 + SEEDS * 10_000);

const rulesets = { get: () => anyRuleset };

/** Of every row of every table, byte for byte. */
async function hashesOf(lab: ProjectionLab): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const [table, rows] of Object.entries(await lab.snapshot())) {
    hashes[table] = `${rows.length}:${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
  }
  return hashes;
}

describe.each<[string, AnyProjection]>([
  ['scorecard', scorecard(rulesets)],
  ['ranking', ranking(rulesets)],
  ['accountability', accountability(rulesets)],
  ['notices', notices],
  ['unit_register', unitRegister],
])('%s', (_, projection) => {
  it(`has the same rows however roughly the log is delivered, for ${SEEDS} histories`, async () => {
    const lab = await ProjectionLab.open(projection, await logOf([]));
    try {
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const roll = dice(seed);
        await lab.beginWith(await logOf(anyHistory(roll)));
        await lab.catchUp();
        const expected = await hashesOf(lab);
        expect(Object.values(expected).every((hash) => !hash.startsWith('0:'))).toBe(true);
        await lab.forget();
        await deliverRoughly(lab, roll);
        expect({ seed, ...(await hashesOf(lab)) }).toEqual({ seed, ...expected });
        expect(await lab.scope.session.query('SELECT * FROM read_model.quarantine')).toEqual([]);
      }
    } finally {
      await lab.close();
    }
  });
});
