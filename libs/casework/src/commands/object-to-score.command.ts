import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { WorkingCalendars } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { casework, caseworkStream } from '../casework';
import { type Objection, objectToScore } from '../objection';
import { ObjectionTerms } from '../objection-terms';

/** A unit objects to its own score. */
export class ObjectToScore extends Command<CommandResult> {
  constructor(
    readonly input: Objection,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ObjectToScore)
export class ObjectToScoreHandler implements ICommandHandler<ObjectToScore> {
  constructor(
    private readonly writePath: WritePath,
    private readonly terms: ObjectionTerms,
    private readonly calendars: WorkingCalendars,
  ) {}

  async execute({ input, context }: ObjectToScore): Promise<CommandResult> {
    const calendar = await this.calendars.fromNow();
    return this.writePath.execute(casework, caseworkStream(input.year, input.unitId), context, (state, now) =>
      objectToScore(state, input, this.terms, calendar, now),
    );
  }
}
