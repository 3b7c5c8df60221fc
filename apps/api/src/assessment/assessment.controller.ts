import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { GrantAppraisalExtension, GrantExtension, RecordSelfScore } from '@app/assessment';
import type { CommandContext } from '@app/event-store';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { GrantAppraisalExtensionBody, GrantExtensionBody, RecordSelfScoreBody } from './assessment.dto';

/** One unit's file for one year, from the unit's side: declarations, and longer deadlines for them. */
@ApiTags('Hồ sơ tự chấm')
@Controller('assessments/:year/:unitId')
export class AssessmentController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute('self-scores', 'Declares one component; the points follow from the rule', 'unit-officer')
  async recordSelfScore(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() { override, evidence, ...body }: RecordSelfScoreBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const input = {
      ...body,
      year,
      unitId,
      override: override && { ...override },
      evidence: evidence.map((one) => ({ ...one })),
    };
    return answerOf(await this.commands.execute(new RecordSelfScore(input, context)));
  }

  @CommandRoute(
    'extensions',
    'Lets the unit submit its file, or some components, until a later instant, for a reason',
    'administrator-of-units',
  )
  async grantExtension(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: GrantExtensionBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new GrantExtension({ ...body, year, unitId }, context)));
  }

  @CommandRoute(
    'appraisal-extensions',
    'Lets a submitted file, or some components, be appraised until a later instant, for a reason',
    'administrator-of-units',
  )
  async grantAppraisalExtension(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: GrantAppraisalExtensionBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new GrantAppraisalExtension({ ...body, year, unitId }, context)));
  }
}
