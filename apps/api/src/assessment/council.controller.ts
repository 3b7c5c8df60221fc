import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { DecideByCouncil } from '@app/assessment';
import type { CommandContext } from '@app/event-store';
import { OwnUnit } from '../auth/principal';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { LogRegister } from '../lookup/log-register';
import { DecideByCouncilBody } from './council.dto';

/** What the appraisal council decides about one unit's file, between the end of its appraisal and the results. */
@ApiTags('Hội đồng thẩm định')
@Controller('assessments/:year/:unitId')
export class CouncilController {
  constructor(
    private readonly commands: CommandBus,
    private readonly register: LogRegister,
  ) {}

  @CommandRoute(
    'council-decisions',
    'Enters what the council decided about a component, by its minutes and votes',
    'council',
  )
  async decide(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() { minutes, votes, ...body }: DecideByCouncilBody,
    @OwnUnit() clerkUnitId: string | null,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const known = await this.register.resultsKnown(year, unitId);
    const input = { ...body, minutes: { ...minutes }, votes: { ...votes }, year, unitId, clerkUnitId, ...known };
    return answerOf(await this.commands.execute(new DecideByCouncil(input, context)));
  }
}
