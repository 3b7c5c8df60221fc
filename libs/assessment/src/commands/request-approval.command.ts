import { accountsOf, type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requestApproval } from '../approval';
import { assessment, assessmentStream, rulesetOf, type UnitYear } from '../assessment';

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
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: RequestApproval): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      requestApproval(state, input, this.rulesets.get(rulesetOf(state)), accountsOf(context), now),
    );
  }
}
