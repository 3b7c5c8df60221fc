import { ProjectionCatalogue } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { Module } from '@nestjs/common';
import { accountability } from './projections/accountability.projection';
import { GetFlagsHandler } from './queries/get-flags.query';

/** Consequence flags, each naming its events. Needs ReadStoreModule, RulesetCatalog and CqrsModule. */
@Module({ providers: [GetFlagsHandler] })
export class AccountabilityModule {
  constructor(catalogue: ProjectionCatalogue, rulesets: RulesetCatalog) {
    catalogue.add(accountability(rulesets));
  }
}
