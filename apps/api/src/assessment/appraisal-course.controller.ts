import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  type ByAppraiser,
  CloseAppraisal,
  CloseFieldAppraisal,
  type LeadAgency,
  ReturnSelfAssessment,
} from '@app/assessment';
import type { CommandContext } from '@app/event-store';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { LogRegister } from '../lookup/log-register';
import { CloseFieldBody, ReturnBody } from './appraisal.dto';
import { Appraising, OwnAgencies } from './appraising';

const by = 'appraiser';

/** The course of the appraisal of one unit's file: back to the unit, field by field to its end. */
@ApiTags('Thẩm định')
@Controller('assessments/:year/:unitId')
export class AppraisalCourseController {
  constructor(
    private readonly commands: CommandBus,
    private readonly register: LogRegister,
  ) {}

  @CommandRoute('returns', 'Sends the file back to the unit for completion', by)
  async return(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: ReturnBody,
    @Appraising() appraiser: ByAppraiser,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(
      await this.commands.execute(new ReturnSelfAssessment({ ...body, year, unitId, ...appraiser }, context)),
    );
  }

  @CommandRoute(
    'field-closures',
    'Ends a round of appraisal in a field, or in what one lead agency appraises of it',
    by,
  )
  async closeField(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: CloseFieldBody,
    @Appraising() appraiser: ByAppraiser,
    @OwnAgencies() ownAgencies: readonly LeadAgency[],
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const leadAgency = await this.register.leadAgency(body.leadAgency);
    const input = { ...body, leadAgency, ownAgencies, year, unitId, ...appraiser };
    return answerOf(await this.commands.execute(new CloseFieldAppraisal(input, context)));
  }

  @CommandRoute('closure', 'Ends the appraisal of the file', by)
  async close(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Appraising() appraiser: ByAppraiser,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new CloseAppraisal({ year, unitId, ...appraiser }, context)));
  }
}
