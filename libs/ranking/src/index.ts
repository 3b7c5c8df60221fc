export type { Amount, ResultState } from './projections/block-year';
export type { Since } from './projections/edition';
export type { CorrectionNote } from './projections/published';
export { ranking, type RankingEvent } from './projections/ranking.projection';
export { rankingVersion } from './projections/ranking.tables';
export {
  type AboutRanking,
  type BlockYearState,
  GetRanking,
  GetRankingHandler,
  GetWrittenRanking,
  type RankedUnit,
  type Ranking,
} from './queries/get-ranking.query';
export { GetDescentAsOf, GetDescentAsOfHandler } from './queries/get-descent-as-of.query';
export { GetRankingAsOf } from './queries/get-ranking-as-of.query';
export { GetRankingHistoryAsOf } from './queries/get-ranking-history-as-of.query';
export {
  GetRankingHistory,
  type PredecessorYear,
  type RankedYear,
  type RankingHistory,
} from './queries/get-ranking-history.query';
export { ListBlockPageAsOf } from './queries/list-blocks-as-of.query';
export { type BlockPage, type BlockYears, ListBlockPage, ListBlocks } from './queries/list-blocks.query';
export { type BlockYearEvents, rankingOfEvents } from './queries/ranking-of-events';
export { NoResultsThen, RankingNotFound, UnitNotRanked } from './ranking.errors';
export { RankingModule } from './ranking.module';
