import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@app/event-store';
import { DefineBlock, JoinBlock, LeaveBlock } from '@app/unit';
import { Context } from '../http/command-context';
import { IdPipe } from '../http/parameters';
import { Commutes, Creates } from '../http/precondition';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { DefineBlockBody, JoinBlockBody, LeaveBlockBody } from './unit.dto';

const by = 'administrator-of-units';

/** Blocks (Khối) and who belongs to them. */
@ApiTags('Khối')
@Controller('blocks')
export class BlockController {
  constructor(private readonly commands: CommandBus) {}

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
}
