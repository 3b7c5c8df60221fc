import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnswerCase, CloseCase, ObjectToScore, ReceiveCase, RegisterCase } from '@app/casework';
import type { CommandContext } from '@app/event-store';
import { OwnUnit } from '../auth/principal';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { Commutes } from '../http/precondition';
import { answerOf, type CommandAnswer, CommandRoute, ProcessRoute } from '../http/routes';
import { ContestedResults } from '../lookup/contested-results';
import { LogRegister } from '../lookup/log-register';
import {
  AnswerCaseBody,
  CloseCaseBody,
  ObjectBody,
  ObjectionTaken,
  ReceiveCaseBody,
  RegisterCaseBody,
} from './casework.dto';

const by = 'case-handler';

/** Cases about one unit in one year: feedback, complaints, references to denunciations, objections. */
@ApiTags('Phản ánh, kiến nghị, khiếu nại')
@Controller('cases/:year/:unitId')
export class CaseworkController {
  constructor(
    private readonly commands: CommandBus,
    private readonly register: LogRegister,
    private readonly results: ContestedResults,
  ) {}

  @CommandRoute('', 'A case arrived', by)
  @Commutes()
  async receive(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: ReceiveCaseBody,
    @OwnUnit() handlerUnitId: string | null,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    await this.register.demandUnit(unitId);
    await this.register.demandComponent(year, unitId, body.component);
    const time = await this.results.timeOf(year, unitId, body.kind);
    const input = { ...body, year, unitId, handlerUnitId, ...time };
    return answerOf(await this.commands.execute(new ReceiveCase(input, context)));
  }

  /** Names and tells no revision: the stream grows with each case about the unit, denunciations too, of which its head is not told. */
  @ProcessRoute('objections', 'The head objects to the score of the own unit', ObjectionTaken, 'unit-head')
  async object(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: ObjectBody,
    @Context() context: CommandContext,
  ): Promise<ObjectionTaken> {
    await this.register.demandUnit(unitId);
    await this.register.demandComponent(year, unitId, body.component);
    const { objectUntil } = await this.register.objectionTime(year, unitId, 'score-objection');
    const { position } = await this.commands.execute(
      new ObjectToScore({ ...body, year, unitId, objectUntil }, context),
    );
    return { position: position.toString() };
  }

  @CommandRoute(':caseId/registration', 'The office gives a case that came in without a number its own', by)
  @Commutes()
  async registerNumber(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Param('caseId', IdPipe) caseId: string,
    @Body() body: RegisterCaseBody,
    @OwnUnit() handlerUnitId: string | null,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const input = { ...body, year, unitId, caseId, handlerUnitId };
    return answerOf(await this.commands.execute(new RegisterCase(input, context)));
  }

  @CommandRoute(':caseId/answer', 'The unit answered', by)
  @Commutes()
  async answer(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Param('caseId', IdPipe) caseId: string,
    @Body() body: AnswerCaseBody,
    @OwnUnit() handlerUnitId: string | null,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const input = { ...body, year, unitId, caseId, handlerUnitId };
    return answerOf(await this.commands.execute(new AnswerCase(input, context)));
  }

  @CommandRoute(':caseId/closure', 'The case is concluded', by)
  @Commutes()
  async close(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Param('caseId', IdPipe) caseId: string,
    @Body() body: CloseCaseBody,
    @OwnUnit() handlerUnitId: string | null,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const input = { ...body, year, unitId, caseId, handlerUnitId };
    return answerOf(await this.commands.execute(new CloseCase(input, context)));
  }
}
