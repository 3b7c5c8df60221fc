export { AccountabilityModule } from './accountability.module';
export { BlockNotKnown, UnitNotKnown } from './accountability.errors';
export { accountability } from './projections/accountability.projection';
export { type ConsequenceFlag, type Flags, type FlagTurn, GetFlags } from './queries/get-flags.query';
