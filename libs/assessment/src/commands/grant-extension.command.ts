import type { CommandContext, CommandResult } from '@app/event-store';
import { WorkingCalendars } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf } from '../assessment';
import { type Extension, grantExtension } from '../extension';
import { FileWrites } from '../file-writes';

/** One unit may submit until a later instant: its file, or what lacks in some components. */
export class GrantExtension extends Command<CommandResult> {
  constructor(
    readonly input: Extension,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GrantExtension)
export class GrantExtensionHandler implements ICommandHandler<GrantExtension> {
  constructor(
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
    private readonly calendars: WorkingCalendars,
  ) {}

  async execute({ input, context }: GrantExtension): Promise<CommandResult> {
    const calendar = await this.calendars.around(input.submitBy);
    return this.files.execute(input, context, (state, now) =>
      grantExtension(state, input, this.rulesets.get(rulesetOf(state)), calendar, now),
    );
  }
}
