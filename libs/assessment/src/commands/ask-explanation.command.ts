import type { CommandContext, CommandResult } from '@app/event-store';
import { WorkingCalendars } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf } from '../assessment';
import { askExplanation, type ExplanationRequest } from '../explanation';
import { FileWrites } from '../file-writes';
import { appraiserOf, type ByAppraiser } from './by-appraiser';

/** The appraiser asks the unit to explain a component. */
export class AskExplanation extends Command<CommandResult> {
  constructor(
    readonly input: ExplanationRequest & ByAppraiser,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskExplanation)
export class AskExplanationHandler implements ICommandHandler<AskExplanation> {
  constructor(
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
    private readonly calendars: WorkingCalendars,
  ) {}

  async execute({ input, context }: AskExplanation): Promise<CommandResult> {
    const calendar = await this.calendars.around(input.answerBy);
    return this.files.execute(input, context, (state, now) =>
      askExplanation(state, input, this.rulesets.get(rulesetOf(state)), appraiserOf(input, context), calendar, now),
    );
  }
}
