export type { Amount, ResultState } from './projections/block-year';
export { ranking, type RankingEvent } from './projections/ranking.projection';
export { rankingVersion } from './projections/ranking.tables';
export {
  type AboutRanking,
  type BlockYearState,
  GetRanking,
  GetWrittenRanking,
  type RankedUnit,
  type Ranking,
} from './queries/get-ranking.query';
export {
  GetRankingHistory,
  type PredecessorYear,
  type RankedYear,
  type RankingHistory,
} from './queries/get-ranking-history.query';
export { type BlockPage, type BlockYears, ListBlockPage, ListBlocks } from './queries/list-blocks.query';
export { RankingNotFound, UnitNotRanked } from './ranking.errors';
export { RankingModule } from './ranking.module';
