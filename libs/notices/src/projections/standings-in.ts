import type { ResultDifference, ResultsSnapshot } from '@app/publication';
import type { Standing } from './notice';

/** How each unit stands in a snapshot of results; also those that a correction names but lists no more. */
export function standingsIn(
  { n, units, unranked }: Pick<ResultsSnapshot, 'n' | 'units' | 'unranked'>,
  differences: readonly Pick<ResultDifference, 'unitId'>[] = [],
): Map<string, Standing> {
  const without = { rank: null, n, className: null, index: null, indexDisplayed: null };
  return new Map<string, Standing>([
    ...differences.map(({ unitId }): [string, Standing] => [unitId, { state: 'not-listed', ...without }]),
    ...unranked.map(({ unitId, state }): [string, Standing] => [unitId, { state, ...without }]),
    ...units.map(({ unitId, rank, className, index, indexDisplayed }): [string, Standing] => [
      unitId,
      { state: 'ranked', rank, n, className, index, indexDisplayed },
    ]),
  ]);
}
