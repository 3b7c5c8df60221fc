import type { CommandContext, CommandResult } from '@app/event-store';
import { WorkingCalendars } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf } from '../assessment';
import { type AppraisalExtension, grantAppraisalExtension } from '../extension';
import { FileWrites } from '../file-writes';

/** A submitted file, or some of its components, may be appraised until a later instant. */
export class GrantAppraisalExtension extends Command<CommandResult> {
  constructor(
    readonly input: AppraisalExtension,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GrantAppraisalExtension)
export class GrantAppraisalExtensionHandler implements ICommandHandler<GrantAppraisalExtension> {
  constructor(
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
    private readonly calendars: WorkingCalendars,
  ) {}

  async execute({ input, context }: GrantAppraisalExtension): Promise<CommandResult> {
    const calendar = await this.calendars.around(input.appraiseBy);
    return this.files.execute(input, context, (state, now) =>
      grantAppraisalExtension(state, input, this.rulesets.get(rulesetOf(state)), calendar, now),
    );
  }
}
