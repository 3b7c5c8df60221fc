import { createHash } from 'node:crypto';
import { accountability } from '@app/accountability';
import { caseRegister } from '@app/case-register';
import { fileRegister } from '@app/file-register';
import { notices } from '@app/notices';
import { ranking } from '@app/ranking';
import type { AnyProjection } from '@app/read-store';
import { scorecard } from '@app/scorecard';
import { deliverRoughly, dice, logOf, ProjectionLab, shuffledAcrossStreams } from '@app/testing';
import { unitRegister } from '@app/unit-register';
import { anyHistory, anyRuleset } from './any-history';

/** How many histories for each projection; the full run asks for 1,000. */
const SEEDS = Number(process.env.PAR_SEEDS ?? 2);

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

/** An id as `logOf` gives them: by position. */
const ID = /00000000-0000-4000-8000-\d{12}/g;

/**
 * What the rows say wherever their events stand in the log: without positions, and events named by stream and revision. Of flags those that
 * stand: since when they did, and what stood before, is told from the order of results, cases and offices, which lie in streams of their
 * own. The events that a flag rests on are listed in the order of the log, so their order is no part of it either.
 */
async function toldBy(lab: ProjectionLab): Promise<Record<string, string[]>> {
  const names = new Map<string, string>();
  const { events } = await lab.store.page(undefined, Number(await lab.store.head()));
  for (const { id, stream, revision } of events) names.set(id, `${stream}@${revision}`);
  const named = (text: string) => text.replace(ID, (id) => names.get(id) ?? id);
  const placeless = (column: string, value: unknown) => {
    if (PLACE.test(column)) return undefined;
    return column === 'event_ids' ? (value as string[]).map(named).sort() : value;
  };
  const told: Record<string, string[]> = {};
  for (const [table, rows] of Object.entries(await lab.snapshot())) {
    const standing = rows.filter(({ superseded_position = null }) => superseded_position === null);
    told[table] = standing.map((row) => named(JSON.stringify(row, placeless))).sort();
  }
  return told;
}

const PLACE = /^(since_.*|.*position)$/;

describe.each<[string, AnyProjection]>([
  ['scorecard', scorecard(rulesets)],
  ['ranking', ranking(rulesets)],
  ['accountability', accountability(rulesets)],
  ['notices', notices],
  ['file_register', fileRegister(rulesets)],
  ['unit_register', unitRegister],
  ['case_register', caseRegister],
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

  it(`says the same in whatever order its streams were written, for ${SEEDS} histories`, async () => {
    const lab = await ProjectionLab.open(projection, await logOf([]));
    try {
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const roll = dice(seed);
        const history = anyHistory(roll);
        await lab.beginWith(await logOf(history));
        await lab.catchUp();
        const expected = await toldBy(lab);
        await lab.beginWith(await logOf(shuffledAcrossStreams(history, roll)));
        await deliverRoughly(lab, roll);
        expect({ seed, ...(await toldBy(lab)) }).toEqual({ seed, ...expected });
        expect(await lab.scope.session.query('SELECT * FROM read_model.quarantine')).toEqual([]);
      }
    } finally {
      await lab.close();
    }
  });
});
