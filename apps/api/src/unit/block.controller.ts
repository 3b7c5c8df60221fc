import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@app/event-store';
import { CorrectMembership, DefineBlock, JoinBlock, LeaveBlock } from '@app/unit';
import { Context } from '../http/command-context';
import { IdPipe } from '../http/parameters';
import { Commutes, Creates } from '../http/precondition';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { LogYears } from '../lookup/log-years';
import { CorrectMembershipBody } from './correction.dto';
import { DefineBlockBody, JoinBlockBody, LeaveBlockBody } from './unit.dto';

const by = 'administrator-of-units';

/** Blocks (Khối) and who belongs to them. */
@ApiTags('Khối')
@Controller('blocks')
export class BlockController {
  constructor(
    private readonly commands: CommandBus,
    private readonly years: LogYears,
  ) {}

  @CommandRoute('', 'Defines a block', by)
  @Creates()
  async define(@Body() body: DefineBlockBody, @Context() context: CommandContext): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new DefineBlock({ ...body }, context)));
  }

  @CommandRoute(':blockId/members', 'A unit joins the block', by)
  @Commutes()
  async join(
    @Param('blockId', IdPipe) blockId: string,
    @Body() body: JoinBlockBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new JoinBlock({ ...body, blockId }, context)));
  }

  @CommandRoute(':blockId/departures', 'A unit leaves the block', by)
  @Commutes()
  async leave(
    @Param('blockId', IdPipe) blockId: string,
    @Body() body: LeaveBlockBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return answerOf(await this.commands.execute(new LeaveBlock({ ...body, blockId }, context)));
  }

  @CommandRoute(':blockId/membership-corrections', 'Puts right a membership that was recorded wrongly', by)
  async correct(
    @Param('blockId', IdPipe) blockId: string,
    @Body() body: CorrectMembershipBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const inUse = await this.years.ofMembership(blockId, body.unitId, firstDayOf(body));
    const corrected = body.corrected && { ...body.corrected };
    return answerOf(
      await this.commands.execute(new CorrectMembership({ ...body, corrected, blockId }, inUse, context)),
    );
  }
}

/** The earlier of the first days on record and as corrected. */
function firstDayOf({ from, corrected }: CorrectMembershipBody): string {
  return corrected !== null && corrected.from < from ? corrected.from : from;
}
