import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { WorkingCalendars } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { openPeriod, period, periodStream, type PeriodTold } from '../period';

/** Opens an assessment year: pins rulesets and deadlines. */
export class OpenPeriod extends Command<CommandResult> {
  constructor(
    readonly input: PeriodTold,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenPeriod)
export class OpenPeriodHandler implements ICommandHandler<OpenPeriod> {
  constructor(
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
    private readonly calendars: WorkingCalendars,
  ) {}

  async execute({ input, context }: OpenPeriod): Promise<CommandResult> {
    const calendar = await this.calendars.around(input.submitBy, input.appraiseBy);
    return this.writePath.execute(period, periodStream(input.year), context, (state, now) =>
      openPeriod(
        state,
        input,
        input.blocks.map(({ ruleset }) => this.rulesets.get(ruleset)),
        calendar,
        now,
      ),
    );
  }
}
