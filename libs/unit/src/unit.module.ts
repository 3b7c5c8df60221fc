import { Module } from '@nestjs/common';
import { ChangeLevelHandler } from './commands/change-level.command';
import { CorrectMembershipHandler } from './commands/correct-membership.command';
import { CorrectTenureHandler } from './commands/correct-tenure.command';
import { DefineBlockHandler } from './commands/define-block.command';
import { DissolveUnitHandler } from './commands/dissolve-unit.command';
import { JoinBlockHandler } from './commands/join-block.command';
import { LeaveBlockHandler } from './commands/leave-block.command';
import { LeaveOfficeHandler } from './commands/leave-office.command';
import { RecordLineageHandler } from './commands/record-lineage.command';
import { RegisterUnitHandler } from './commands/register-unit.command';
import { RenameUnitHandler } from './commands/rename-unit.command';
import { RuleSuccessionHandler } from './commands/rule-succession.command';
import { TakeOfficeHandler } from './commands/take-office.command';
import { WithdrawChangeHandler } from './commands/withdraw-change.command';
import { UnitReader } from './unit-reader';

const handlers = [
  RegisterUnitHandler,
  RenameUnitHandler,
  DissolveUnitHandler,
  ChangeLevelHandler,
  RecordLineageHandler,
  TakeOfficeHandler,
  LeaveOfficeHandler,
  CorrectTenureHandler,
  WithdrawChangeHandler,
  RuleSuccessionHandler,
  DefineBlockHandler,
  JoinBlockHandler,
  LeaveBlockHandler,
  CorrectMembershipHandler,
];

/** Command handlers of units and blocks. Needs WritePath, EventStore, EventRegistry and the command bus from a global module. */
@Module({ providers: [...handlers, UnitReader], exports: handlers })
export class UnitModule {}
