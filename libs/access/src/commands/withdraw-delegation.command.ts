import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { accountAccess, accountStream } from '../account-access';
import { withdrawDelegation, type Withdrawal } from '../delegating';

/** Whoever acts takes a delegation of theirs back. */
export class WithdrawDelegation extends Command<CommandResult> {
  constructor(
    readonly input: Omit<Withdrawal, 'fromAccount'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawDelegation)
export class WithdrawDelegationHandler implements ICommandHandler<WithdrawDelegation> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: WithdrawDelegation): Promise<CommandResult> {
    const withdrawal = { ...input, fromAccount: context.actor };
    return this.writePath.execute(accountAccess, accountStream(input.accountId), context, (state, now) =>
      withdrawDelegation(state, withdrawal, now),
    );
  }
}
