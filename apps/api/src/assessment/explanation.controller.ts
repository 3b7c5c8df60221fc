import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AskExplanation, type ByAppraiser, GiveExplanation } from '@app/assessment';
import type { CommandContext } from '@app/event-store';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { Appraising } from './appraising';
import { AskExplanationBody, GiveExplanationBody } from './explanation.dto';

/** Questions of the appraisers about one unit's file, and the unit's answers. */
@ApiTags('Giải trình')
@Controller('assessments/:year/:unitId/explanations')
export class ExplanationController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute('', 'Asks the unit to explain a component, by an instant', 'appraiser')
  async ask(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: AskExplanationBody,
    @Appraising() appraiser: ByAppraiser,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new AskExplanation({ ...body, year, unitId, ...appraiser }, context)));
  }

  @CommandRoute(':explanationId/answer', 'Explains, with what evidence there is to add', 'unit-officer', 'unit-head')
  async give(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Param('explanationId', IdPipe) explanationId: string,
    @Body() { evidence, ...body }: GiveExplanationBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const input = { ...body, year, unitId, explanationId, evidence: evidence.map((one) => ({ ...one })) };
    return answerOf(await this.commands.execute(new GiveExplanation(input, context)));
  }
}
