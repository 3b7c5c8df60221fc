import { ProjectionCatalogue } from '@app/read-store';
import { Module } from '@nestjs/common';
import { notices } from './projections/notices.projection';
import { GetNoticesHandler } from './queries/get-notices.query';

/** What each unit has to know of. Needs ReadStoreModule and CqrsModule. */
@Module({ providers: [GetNoticesHandler] })
export class NoticesModule {
  constructor(catalogue: ProjectionCatalogue) {
    catalogue.add(notices);
  }
}
