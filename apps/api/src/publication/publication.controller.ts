import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@app/event-store';
import {
  AnnounceProvisionalResults,
  CorrectResults,
  ImportResults,
  OpenBlockYear,
  PublishResults,
} from '@app/publication';
import { SteppedUp } from '../auth/access';
import { Context } from '../http/command-context';
import { IdPipe, YearPipe } from '../http/parameters';
import { Creates } from '../http/precondition';
import { answerOf, type CommandAnswer, CommandRoute, ProcessRoute } from '../http/routes';
import {
  AnnounceResultsBody,
  BlockYearOpenedAnswer,
  CorrectResultsBody,
  ImportResultsBody,
  openedAnswerOf,
  PublishResultsBody,
} from './publication.dto';

const by = 'administrator-of-units';

/** Opening, announcing, publishing, correcting and importing a block's year. */
@ApiTags('Công bố')
@Controller('results')
export class PublicationController {
  constructor(private readonly commands: CommandBus) {}

  @ProcessRoute(':year/:blockId/opening', 'Opens the file of every member of the block', BlockYearOpenedAnswer, by)
  async open(
    @Param('year', YearPipe) year: number,
    @Param('blockId', IdPipe) blockId: string,
    @Context() context: CommandContext,
  ): Promise<BlockYearOpenedAnswer> {
    return openedAnswerOf(await this.commands.execute(new OpenBlockYear({ year, blockId }, context)));
  }

  @CommandRoute(':year/:blockId/provisional-results', 'Shows the units their results, to object before an instant', by)
  async announce(
    @Param('year', YearPipe) year: number,
    @Param('blockId', IdPipe) blockId: string,
    @Body() { objectUntil }: AnnounceResultsBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const command = new AnnounceProvisionalResults({ year, blockId, objectUntil }, context);
    return answerOf(await this.commands.execute(command));
  }

  @SteppedUp()
  @CommandRoute(':year/:blockId/publication', 'Makes the results official, by a decision', by)
  async publish(
    @Param('year', YearPipe) year: number,
    @Param('blockId', IdPipe) blockId: string,
    @Body() { decision }: PublishResultsBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const command = new PublishResults({ year, blockId, decision: { ...decision } }, context);
    return answerOf(await this.commands.execute(command));
  }

  @SteppedUp()
  @CommandRoute(':year/:blockId/corrections', 'Computes official results anew, by a decision', by)
  async correct(
    @Param('year', YearPipe) year: number,
    @Param('blockId', IdPipe) blockId: string,
    @Body() { decision, reason }: CorrectResultsBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const command = new CorrectResults({ year, blockId, decision: { ...decision }, reason }, context);
    return answerOf(await this.commands.execute(command));
  }

  @CommandRoute('imports', 'Takes over results published elsewhere, with their source', by)
  @Creates()
  async import(@Body() body: ImportResultsBody, @Context() context: CommandContext): Promise<CommandAnswer> {
    const rows = body.rows.map((row) => ({ ...row }));
    return answerOf(
      await this.commands.execute(new ImportResults({ ...body, rows, source: { ...body.source } }, context)),
    );
  }
}
