import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AdjustAppraisal, type ByAppraiser, ConfirmAppraisal } from '@app/assessment';
import type { CommandContext } from '@app/event-store';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { LogRegister } from '../lookup/log-register';
import { AdjustBody, ConfirmBody } from './appraisal.dto';
import { Appraising } from './appraising';

const by = 'appraiser';

/** One unit's file for one year, from the appraiser's side: words on its components. */
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
    @Appraising() appraiser: ByAppraiser,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(
      await this.commands.execute(new ConfirmAppraisal({ ...body, year, unitId, ...appraiser }, context)),
    );
  }

  @CommandRoute('adjustments', 'Gives other points, with the reason', by)
  async adjust(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: AdjustBody,
    @Appraising() appraiser: ByAppraiser,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const { resultsRecorded } = await this.register.resultsKnown(year, unitId);
    const input = { ...body, year, unitId, ...appraiser, resultsRecorded };
    return answerOf(await this.commands.execute(new AdjustAppraisal(input, context)));
  }
}
