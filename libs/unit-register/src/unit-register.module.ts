import { ProjectionCatalogue } from '@app/read-store';
import { Module } from '@nestjs/common';
import { unitRegister } from './projections/unit-register.projection';
import { FindUnitsHandler } from './queries/find-units.query';
import { GetUnitHandler } from './queries/get-unit.query';
import { ListBlockMembersHandler } from './queries/list-block-members.query';

/** Units and blocks as they were on any day. Needs ReadStoreModule and CqrsModule. */
@Module({ providers: [GetUnitHandler, FindUnitsHandler, ListBlockMembersHandler] })
export class UnitRegisterModule {
  constructor(catalogue: ProjectionCatalogue) {
    catalogue.add(unitRegister);
  }
}
