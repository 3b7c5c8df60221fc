import type { Ranking, RankingHistory } from '@app/ranking';
import { EdgeRefusal } from '../http/edge-refusal';

/** The ranking as everybody may see it. While the year is open its figures are nobody's business yet: throws EdgeRefusal (404). */
export function publishedOnly(ranking: Ranking): Ranking {
  if (ranking.state !== 'open') return ranking;
  const { blockName, year } = ranking;
  throw new EdgeRefusal('http.not-published', `Kết quả năm ${year} của ${blockName} chưa được công bố.`);
}

/** The history without the years that are still open. */
export function publishedYears(history: RankingHistory): RankingHistory {
  return { ...history, years: history.years.filter(({ yearState }) => yearState !== 'open') };
}
