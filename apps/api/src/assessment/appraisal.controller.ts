import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AdjustAppraisal, CloseAppraisal, ConfirmAppraisal, ReturnSelfAssessment } from '@app/assessment';
import type { CommandContext } from '@app/event-store';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { OwnUnit } from '../auth/principal';
import { LogRegister } from '../lookup/log-register';
import { AdjustBody, ConfirmBody, ReturnBody } from './assessment.dto';

const by = 'appraiser';

/** One unit's file for one year, from the appraiser's side. */
@ApiTags('Thẩm định')
@Controller('assessments/:year/:unitId')
export class AppraisalController {
  constructor(
    private readonly commands: CommandBus,
    private readonly register: LogRegister,
  ) {}

  @CommandRoute('confirmations', 'Agrees with the points that stand', by)
  async confirm(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: ConfirmBody,
    @OwnUnit() appraiserUnitId: string | null,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(
      await this.commands.execute(new ConfirmAppraisal({ ...body, year, unitId, appraiserUnitId }, context)),
    );
  }

  @CommandRoute('adjustments', 'Gives other points, with the reason', by)
  async adjust(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: AdjustBody,
    @OwnUnit() appraiserUnitId: string | null,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const resultsRecorded = await this.register.resultsRecorded(year, unitId);
    const input = { ...body, year, unitId, appraiserUnitId, resultsRecorded };
    return answerOf(await this.commands.execute(new AdjustAppraisal(input, context)));
  }

  @CommandRoute('returns', 'Sends the file back to the unit for completion', by)
  async return(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: ReturnBody,
    @OwnUnit() appraiserUnitId: string | null,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(
      await this.commands.execute(new ReturnSelfAssessment({ ...body, year, unitId, appraiserUnitId }, context)),
    );
  }

  @CommandRoute('closure', 'Ends the appraisal of the file', by)
  async close(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @OwnUnit() appraiserUnitId: string | null,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new CloseAppraisal({ year, unitId, appraiserUnitId }, context)));
  }
}
