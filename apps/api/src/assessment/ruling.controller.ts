import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { RulePoints } from '@app/assessment';
import type { CommandContext } from '@app/event-store';
import { OwnUnit } from '../auth/principal';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { LogRegister } from '../lookup/log-register';
import { RulePointsBody } from './ruling.dto';

/** Decisions on upheld cases that change one unit's points. */
@ApiTags('Thẩm định')
@Controller('assessments/:year/:unitId/rulings')
export class RulingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly register: LogRegister,
  ) {}

  @CommandRoute('', 'Gives a component the points of a decision on an upheld case', 'council')
  async rule(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: RulePointsBody,
    @OwnUnit() rulerUnitId: string | null,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const conclusion = await this.register.conclusionOf(year, unitId, body.case.caseId);
    const decided = { ...body, case: { ...body.case }, decision: { ...body.decision } };
    const input = { ...decided, year, unitId, conclusion, rulerUnitId };
    return answerOf(await this.commands.execute(new RulePoints(input, context)));
  }
}
