import { Rational } from '@app/kernel';

/**
 * The share of a block's ranked units that stand at this rank or below, in percent: 100 for the first, 1 ÷ n for the last; the one
 * meaning of "percentile" here. Counted from the ranks where they are all given (ranks of a dense scheme say nothing by themselves),
 * else from rank and n. Exact; shown with one decimal.
 */
export function percentileOf(rank: number, n: number, ranks: readonly number[] = []): Rational {
  const atOrBelow = ranks.length === n ? ranks.filter((other) => other >= rank).length : n - rank + 1;
  return Rational.ratio(BigInt(atOrBelow) * 100n, BigInt(n));
}
