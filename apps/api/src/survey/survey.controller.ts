import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@app/event-store';
import { RecordSurveyBatch, WithdrawSurveyBatch } from '@app/survey';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { Commutes } from '../http/precondition';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { LogRegister } from '../lookup/log-register';
import { RecordSurveyBatchBody, WithdrawSurveyBatchBody } from './survey.dto';

const by = 'survey-organiser';

/** Survey batches about one unit in one year (điều tra xã hội học). */
@ApiTags('Khảo sát')
@Controller('surveys/:year/:unitId')
export class SurveyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly register: LogRegister,
  ) {}

  @CommandRoute(
    'batches',
    'Records a batch of at most 500 responses; its questions are those of the rules that bind the unit in the year',
    by,
  )
  @Commutes()
  async record(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: RecordSurveyBatchBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const { ruleset } = await this.register.openedFile(year, unitId);
    return answerOf(await this.commands.execute(new RecordSurveyBatch({ ...body, year, unitId, ruleset }, context)));
  }

  @CommandRoute('withdrawals', 'A batch no longer counts; it stays readable', by)
  @Commutes()
  async withdraw(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: WithdrawSurveyBatchBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new WithdrawSurveyBatch({ ...body, year, unitId }, context)));
  }
}
