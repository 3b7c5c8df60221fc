import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { openPeriod, period, periodStream } from '../period';
import type { periodOpened } from '../period.events';

/** Opens an assessment year: pins rulesets and deadlines. */
export class OpenPeriod extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof periodOpened>,
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
  ) {}

  async execute({ input, context }: OpenPeriod): Promise<CommandResult> {
    return this.writePath.execute(period, periodStream(input.year), context, (state, now) =>
      openPeriod(
        state,
        input,
        input.blocks.map(({ ruleset }) => this.rulesets.get(ruleset)),
        now,
      ),
    );
  }
}
