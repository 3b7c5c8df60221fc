import { Rational } from '@app/kernel';
import type { RankingRule } from '@app/ruleset';
import type { Ranked, Standing } from './score-sheet';

/**
 * The ranks of one block, best first, by rank and then unit id. `tied`: another unit shares the rank. Exact comparison; the order in
 * which the units come in never matters. Ordinal: equal values are told apart by the tie-breakers; units still equal share the rank.
 */
export function rankBlock(standings: readonly Standing[], rule: Pick<RankingRule, 'scheme'>): Ranked[] {
  const compare = rule.scheme === 'ordinal' ? byValueThenTieBreakers : byValue;
  const ordered = [...standings].sort((a, b) => compare(a, b) || byUnitId(a, b));
  const ranked: Ranked[] = [];
  let rank = 0;
  ordered.forEach((standing, place) => {
    const before = ordered[place - 1];
    const after = ordered[place + 1];
    const levelWithBefore = before !== undefined && compare(before, standing) === 0;
    const levelWithAfter = after !== undefined && compare(standing, after) === 0;
    if (!levelWithBefore) rank = rule.scheme === 'dense' ? rank + 1 : place + 1;
    ranked.push({ unitId: standing.unitId, rank, tied: levelWithBefore || levelWithAfter });
  });
  return ranked;
}

/** Places in the reward list of a block of `n` ranked units: floor(n × numerator ÷ denominator). */
export function rewardQuota(
  n: number,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
): number {
  return Number((BigInt(n) * BigInt(numerator)) / BigInt(denominator));
}

type Comparison = (a: Standing, b: Standing) => number;

const byValue: Comparison = (a, b) => b.value.compare(a.value);

const byValueThenTieBreakers: Comparison = (a, b) => {
  const first = byValue(a, b);
  if (first !== 0) return first;
  const decisive = a.tieBreakers.findIndex((value, index) => !value.equals(b.tieBreakers[index] ?? Rational.zero));
  return decisive < 0
    ? 0
    : (b.tieBreakers[decisive] ?? Rational.zero).compare(a.tieBreakers[decisive] ?? Rational.zero);
};

/** By code unit, the same on every machine whatever its language settings. */
const byUnitId: Comparison = (a, b) => (a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0);
