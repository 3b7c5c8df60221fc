export { ancestorsOf } from './ancestors';
export * from './unit.events';
export * from './unit.errors';
export * from './lineage.errors';
export * from './block.errors';
export * from './correction.errors';
export * from './official-code.errors';
export type { ByDecree, Decree, DecreeTold } from './decree';
export { type UnitLevel, type UnitType, unitTypes } from './unit-type';
export {
  assignOfficialCode,
  officialCode,
  officialCodeAssigned,
  type OfficialCodeEvent,
  officialCodeEvents,
  officialCodeStream,
} from './official-code';
export { dissolveUnit, registerUnit, renameUnit, type Unit, unit, unitStream, type UnitTold } from './unit';
export { ruleSuccession, type SuccessionTold } from './unit-succession';
export { changeLevel } from './unit-level';
export { type LineageTold, recordLineage } from './unit-lineage';
export { ChangeLevel } from './commands/change-level.command';
export { correctTenure, leaveOffice, takeOffice } from './unit-offices';
export { type DecidedYear, type WithdrawalTold, withdrawChange } from './unit-change-withdrawal';
export { standingEvents } from './unit-change';
export { partInYear, type Span } from './spans';
export { type Block, block, blockStream, defineBlock, joinBlock, leaveBlock, type Membership } from './block';
export { type BlockYearInUse, correctMembership } from './block-correction';
export { CorrectMembership } from './commands/correct-membership.command';
export { CorrectTenure } from './commands/correct-tenure.command';
export { DefineBlock } from './commands/define-block.command';
export { DissolveUnit } from './commands/dissolve-unit.command';
export { JoinBlock } from './commands/join-block.command';
export { LeaveBlock } from './commands/leave-block.command';
export { LeaveOffice } from './commands/leave-office.command';
export { RecordLineage } from './commands/record-lineage.command';
export { RegisterUnit } from './commands/register-unit.command';
export { RenameUnit } from './commands/rename-unit.command';
export { RuleSuccession } from './commands/rule-succession.command';
export { TakeOffice } from './commands/take-office.command';
export { WithdrawChange } from './commands/withdraw-change.command';
export { UnitModule } from './unit.module';
