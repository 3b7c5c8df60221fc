export { unitRegister, type UnitRegisterEvent } from './projections/unit-register.projection';
export { FindUnits, type FoundUnit, type FoundUnits } from './queries/find-units.query';
export {
  type CorrectedTo,
  GetUnit,
  type RegisteredCorrection,
  type RegisteredName,
  type RegisteredTenure,
  type RegisteredUnit,
  type RelatedUnit,
  type UnitBlock,
  type UnitStatus,
} from './queries/get-unit.query';
export { type BlockMember, type BlockMembers, ListBlockMembers } from './queries/list-block-members.query';
export { BlockNotInRegister, UnitNotInRegister } from './unit-register.errors';
export { unitRegisterVersion } from './projections/unit-register.tables';
export { UnitRegisterModule } from './unit-register.module';
