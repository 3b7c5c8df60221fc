import { accountsOf, type CommandContext, type CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requestApproval } from '../approval';
import { rulesetOf, type UnitYear } from '../assessment';
import { FileWrites } from '../file-writes';

/** The officer lays the file before the head. */
export class RequestApproval extends Command<CommandResult> {
  constructor(
    readonly input: UnitYear,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RequestApproval)
export class RequestApprovalHandler implements ICommandHandler<RequestApproval> {
  constructor(
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: RequestApproval): Promise<CommandResult> {
    return this.files.execute(input, context, (state, now) =>
      requestApproval(state, input, this.rulesets.get(rulesetOf(state)), accountsOf(context), now),
    );
  }
}
