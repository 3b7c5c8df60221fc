import { consequencesOf, rewardQuota, type YearResult } from '@app/scoring';
import { smallConsequenceRules } from '@app/testing';

const third = smallConsequenceRules.reward.quota;

/** A block of n units, all "Tốt"; every unit shares its value with some others, in a pattern that depends on n. */
function blockOf(n: number): YearResult[] {
  const values = Array.from({ length: n }, (_, index) => (index * (index + n)) % (3 + (n % 40)));
  return values.map((value, index) => ({
    ...{ year: 2024, blockId: 'k', unitId: `u${index}`, grade: 'good', className: 'Tốt', n, state: 'ranked' },
    rank: 1 + values.filter((other) => other > value).length,
    tied: values.filter((other) => other === value).length > 1,
    eventId: 'results-2024',
  }));
}

/** How many units of the block each proposal names; units of one rank are judged alike, so one of them speaks for all. */
function proposals(block: readonly YearResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const rank of new Set(block.map((unit) => unit.rank))) {
    const level = block.filter((unit) => unit.rank === rank);
    const [{ unitId } = { unitId: '' }] = level;
    const [flag] = consequencesOf({
      ...{
        year: 2024,
        blockId: 'k',
        unitId,
        rules: smallConsequenceRules,
        block,
        previous: null,
        beforePrevious: null,
      },
      ...{ blockSkippedLastYear: false, lineage: null, ruling: null, openCases: [], tenures: [], endedOn: null },
    });
    if (flag) counts[flag.kind] = (counts[flag.kind] ?? 0) + level.length;
  }
  return counts;
}

describe('the reward list of a block of n = 1 to 500 units with ties', () => {
  const blocks = Array.from({ length: 500 }, (_, index) => ({ n: index + 1, counts: proposals(blockOf(index + 1)) }));

  it('never exceeds floor(n/3)', () => {
    for (const { n, counts } of blocks) {
      const quota = rewardQuota(n, third);
      expect(quota).toBe((n - (n % 3)) / 3);
      expect(counts['reward-candidate'] ?? 0).toBeLessThanOrEqual(quota);
    }
  });

  it('leaves places open only where a tie across the cut line must be decided', () => {
    for (const { n, counts } of blocks) {
      const open = rewardQuota(n, third) - (counts['reward-candidate'] ?? 0);
      const undecided = counts['needs-human-decision'] ?? 0;
      expect(open === 0 ? undecided === 0 : undecided > open).toBe(true);
    }
  });

  it('names every unit once', () => {
    for (const { n, counts } of blocks) {
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(n);
    }
  });

  it('meets ties across the cut line in a good part of the blocks', () => {
    expect(blocks.filter(({ counts }) => counts['needs-human-decision']).length).toBeGreaterThan(100);
  });
});
