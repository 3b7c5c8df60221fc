import { ProjectionCatalogue } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { Module } from '@nestjs/common';
import { scorecard } from './projections/score-sheet.projection';
import { GetUnitScoreHandler, GetWrittenUnitScoreHandler } from './queries/get-unit-score.query';

/** Score per unit and year, with the reasons. Needs ReadStoreModule, RulesetCatalog and CqrsModule. */
@Module({ providers: [GetUnitScoreHandler, GetWrittenUnitScoreHandler] })
export class ScorecardModule {
  constructor(catalogue: ProjectionCatalogue, rulesets: RulesetCatalog) {
    catalogue.add(scorecard(rulesets));
  }
}
