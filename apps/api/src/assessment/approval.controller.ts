import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { DeclineApproval, RequestApproval, SubmitSelfAssessment } from '@app/assessment';
import type { CommandContext } from '@app/event-store';
import { SteppedUp } from '../auth/access';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { DeclineBody } from './assessment.dto';

/** One unit's file for one year on its way through the own house: the officer asks, the head submits or declines. */
@ApiTags('Hồ sơ tự chấm')
@Controller('assessments/:year/:unitId')
export class ApprovalController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute(
    'approval-requests',
    'Lays the complete file before the head; nobody declares meanwhile',
    'unit-officer',
  )
  async request(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new RequestApproval({ year, unitId }, context)));
  }

  @CommandRoute('approval-refusals', 'Gives the file back to the officer, with the reason', 'unit-head')
  async decline(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: DeclineBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new DeclineApproval({ ...body, year, unitId }, context)));
  }

  @SteppedUp()
  @CommandRoute('submission', 'Approves and submits the file; it is locked from then on', 'unit-head')
  async submit(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new SubmitSelfAssessment({ year, unitId }, context)));
  }
}
