import type { AboutRanking, BlockYears, BlockYearState, RankedYear, RankingHistory } from '@app/ranking';
import { EdgeRefusal } from '../http/edge-refusal';
import { httpProblems } from '../http/http.problems';

/** While the year is open, or its results are provisional, its figures are nobody else's business: throws EdgeRefusal (404). */
export function refuseOpen({ state, blockName, year }: AboutRanking): void {
  if (!isUnpublished(state)) return;
  const { mend } = httpProblems['http.not-published'];
  throw new EdgeRefusal('http.not-published', `Kết quả năm ${year} của ${blockName} chưa được công bố. ${mend}`);
}

/** The history without the years whose results are not published. */
export function publishedYears(history: RankingHistory): RankingHistory {
  const { years, predecessorYears } = history;
  const told = ({ yearState }: RankedYear) => !isUnpublished(yearState);
  return { ...history, years: years.filter(told), predecessorYears: predecessorYears.filter(told) };
}

/** Outsiders are told that a year is under way, not how far it has come: what is provisional is open to them. */
export function publishedBlocks(blocks: readonly BlockYears[]): BlockYears[] {
  return blocks.map((block) => ({
    ...block,
    years: block.years.map((year) => (isUnpublished(year.state) ? { ...year, state: 'open', n: null } : year)),
  }));
}

function isUnpublished(state: BlockYearState): boolean {
  return state === 'open' || state === 'provisional';
}
