import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@app/event-store';
import {
  ChangeLevel,
  CorrectTenure,
  DissolveUnit,
  LeaveOffice,
  RecordLineage,
  RegisterUnit,
  RenameUnit,
  RuleSuccession,
  TakeOffice,
  WithdrawChange,
} from '@app/unit';
import { Context } from '../http/command-context';
import { IdPipe } from '../http/parameters';
import { Creates } from '../http/precondition';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { LogRegister } from '../lookup/log-register';
import { LogYears } from '../lookup/log-years';
import { CorrectTenureBody, WithdrawChangeBody } from './correction.dto';
import {
  ChangeLevelBody,
  DissolveUnitBody,
  LeaveOfficeBody,
  RecordLineageBody,
  RegisterUnitBody,
  RenameUnitBody,
  RuleSuccessionBody,
  TakeOfficeBody,
} from './unit.dto';

const by = 'administrator-of-units';

/** Units (đơn vị): registration, changes, heads, and what was recorded of them by mistake. */
@ApiTags('Đơn vị')
@Controller('units')
export class UnitController {
  constructor(
    private readonly commands: CommandBus,
    private readonly known: LogRegister,
    private readonly years: LogYears,
  ) {}

  @CommandRoute('', 'Registers a unit', by)
  @Creates()
  async register(@Body() body: RegisterUnitBody, @Context() context: CommandContext): Promise<CommandAnswer> {
    await this.known.demandNamed(body.parentId);
    return answerOf(await this.commands.execute(new RegisterUnit({ ...body }, context)));
  }

  @CommandRoute(':unitId/renaming', 'Gives the unit another name from a day on', by)
  async rename(
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: RenameUnitBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new RenameUnit({ ...body, unitId }, context)));
  }

  @CommandRoute(':unitId/dissolution', 'Ends the unit; its results stay readable', by)
  async dissolve(
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: DissolveUnitBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new DissolveUnit({ ...body, unitId }, context)));
  }

  @CommandRoute(':unitId/levels', 'The unit goes on as another type, on another level or under another parent', by)
  async changeLevel(
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: ChangeLevelBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    await this.known.demandNamed(body.parentId);
    return answerOf(await this.commands.execute(new ChangeLevel({ ...body, unitId }, context)));
  }

  @CommandRoute(':unitId/lineage', 'Records out of which units the unit came', by)
  async recordLineage(
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: RecordLineageBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const predecessors = body.predecessors.map((predecessor) => ({ ...predecessor }));
    return answerOf(await this.commands.execute(new RecordLineage({ ...body, predecessors, unitId }, context)));
  }

  @CommandRoute(':unitId/offices', 'A person takes office as head or deputy', by)
  async takeOffice(
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: TakeOfficeBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new TakeOffice({ ...body, unitId }, context)));
  }

  @CommandRoute(':unitId/departures', 'A person leaves office', by)
  async leaveOffice(
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: LeaveOfficeBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new LeaveOffice({ ...body, unitId }, context)));
  }

  @CommandRoute(':unitId/succession-rulings', "Rules whose result counts as the unit's last year", by)
  async ruleSuccession(
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: RuleSuccessionBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    await this.known.demandNamed(body.predecessorId);
    return answerOf(await this.commands.execute(new RuleSuccession({ ...body, unitId }, context)));
  }

  @CommandRoute(':unitId/tenure-corrections', 'Puts right a tenure that was recorded wrongly', by)
  async correctTenure(
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: CorrectTenureBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const corrected = body.corrected && { ...body.corrected };
    return answerOf(await this.commands.execute(new CorrectTenure({ ...body, corrected, unitId }, context)));
  }

  @CommandRoute(':unitId/change-withdrawals', 'Takes back a change of the unit that was recorded by mistake', by)
  async withdrawChange(
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: WithdrawChangeBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const decided = await this.years.decidedAbout([unitId, ...body.predecessorIds], body.effectiveOn);
    return answerOf(await this.commands.execute(new WithdrawChange({ ...body, unitId }, decided, context)));
  }
}
