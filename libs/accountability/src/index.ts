export { AccountabilityModule } from './accountability.module';
export { BlockNotKnown, UnitNotKnown } from './accountability.errors';
export { accountability } from './projections/accountability.projection';
export { accountabilityVersion } from './projections/accountability.tables';
export { type ConsequenceFlag, type Flags, type FlagKey, type FlagTurn, GetFlags } from './queries/get-flags.query';
