import type { AboutRanking, RankedYear, RankingHistory } from '@app/ranking';
import { EdgeRefusal } from '../http/edge-refusal';

/** While the year is open its figures are nobody's business yet: throws EdgeRefusal (404). */
export function refuseOpen({ state, blockName, year }: AboutRanking): void {
  if (state !== 'open') return;
  throw new EdgeRefusal('http.not-published', `Kết quả năm ${year} của ${blockName} chưa được công bố.`);
}

/** The history without the years that are still open. */
export function publishedYears(history: RankingHistory): RankingHistory {
  const { years, predecessorYears } = history;
  const told = ({ yearState }: RankedYear) => yearState !== 'open';
  return { ...history, years: years.filter(told), predecessorYears: predecessorYears.filter(told) };
}
