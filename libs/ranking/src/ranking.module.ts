import { ProjectionCatalogue } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { Module } from '@nestjs/common';
import { ranking } from './projections/ranking.projection';
import { GetDescentAsOfHandler } from './queries/get-descent-as-of.query';
import { GetRankingAsOfHandler } from './queries/get-ranking-as-of.query';
import { GetRankingHistoryAsOfHandler } from './queries/get-ranking-history-as-of.query';
import { GetRankingHistoryHandler } from './queries/get-ranking-history.query';
import { GetRankingHandler, GetWrittenRankingHandler } from './queries/get-ranking.query';
import { ListBlockPageAsOfHandler } from './queries/list-blocks-as-of.query';
import { ListBlockPageHandler, ListBlocksHandler } from './queries/list-blocks.query';

/** Rank per block and over the years. Needs ReadStoreModule, RulesetCatalog and CqrsModule. */
@Module({
  providers: [
    ...[GetRankingHandler, GetWrittenRankingHandler, GetRankingAsOfHandler],
    ...[GetRankingHistoryHandler, GetRankingHistoryAsOfHandler, GetDescentAsOfHandler, ListBlocksHandler],
    ListBlockPageHandler,
    ListBlockPageAsOfHandler,
  ],
})
export class RankingModule {
  constructor(catalogue: ProjectionCatalogue, rulesets: RulesetCatalog) {
    catalogue.add(ranking(rulesets));
  }
}
