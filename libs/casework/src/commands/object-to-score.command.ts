import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
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
  ) {}

  async execute({ input, context }: ObjectToScore): Promise<CommandResult> {
    return this.writePath.execute(casework, caseworkStream(input.year, input.unitId), context, (state, now) =>
      objectToScore(state, input, this.terms, now),
    );
  }
}
