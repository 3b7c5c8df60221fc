import { ProjectionCatalogue } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { Module } from '@nestjs/common';
import { fileRegister } from './projections/file-register.projection';
import { ListFilesHandler } from './queries/list-files.query';

/** How every file stands. Needs ReadStoreModule, RulesetCatalog and CqrsModule. */
@Module({ providers: [ListFilesHandler] })
export class FileRegisterModule {
  constructor(catalogue: ProjectionCatalogue, rulesets: RulesetCatalog) {
    catalogue.add(fileRegister(rulesets));
  }
}
