import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@app/event-store';
import { OpenPeriod, SkipBlock } from '@app/period';
import { Context } from '../http/command-context';
import { YearPipe } from '../http/parameters';
import { Creates } from '../http/precondition';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { LogRegister } from '../lookup/log-register';
import { OpenPeriodBody, SkipBlockBody } from './period.dto';

const by = 'administrator-of-units';

/** Assessment years (kỳ đánh giá): which rules bind each block, and until when. */
@ApiTags('Kỳ đánh giá')
@Controller('periods')
export class PeriodController {
  constructor(
    private readonly commands: CommandBus,
    private readonly register: LogRegister,
  ) {}

  @CommandRoute('', 'Opens an assessment year; its rules and deadlines are frozen', by)
  @Creates()
  async open(@Body() body: OpenPeriodBody, @Context() context: CommandContext): Promise<CommandAnswer> {
    const blocks = body.blocks.map(({ blockId, ruleset }) => ({ blockId, ruleset: { ...ruleset } }));
    await this.register.demandBlocks(blocks.map(({ blockId }) => blockId));
    return answerOf(await this.commands.execute(new OpenPeriod({ ...body, blocks }, context)));
  }

  @CommandRoute(':year/skipped-blocks', 'A block is not assessed this year', by)
  async skipBlock(
    @Param('year', YearPipe) year: number,
    @Body() body: SkipBlockBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    await this.register.demandBlocks([body.blockId]);
    const begun = await this.register.begunOf(year, body.blockId);
    return answerOf(await this.commands.execute(new SkipBlock({ ...body, year, begun }, context)));
  }
}
