import { ProjectionCatalogue } from '@app/read-store';
import { Module } from '@nestjs/common';
import { caseRegister } from './projections/case-register.projection';
import { ListCasesHandler } from './queries/list-cases.query';

/** All cases in one list. Needs ReadStoreModule and CqrsModule. */
@Module({ providers: [ListCasesHandler] })
export class CaseRegisterModule {
  constructor(catalogue: ProjectionCatalogue) {
    catalogue.add(caseRegister);
  }
}
