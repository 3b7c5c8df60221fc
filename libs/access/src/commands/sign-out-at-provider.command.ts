import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { providerLogouts, providerLogoutStream, signOutAtProvider } from '../provider-logout';
import type { signedOutAtProvider } from '../provider-logout.events';

/** An identity provider says that somebody signed out there. */
export class SignOutAtProvider extends Command<CommandResult> {
  constructor(
    readonly input: Omit<DataOf<typeof signedOutAtProvider>, 'at'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SignOutAtProvider)
export class SignOutAtProviderHandler implements ICommandHandler<SignOutAtProvider> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: SignOutAtProvider): Promise<CommandResult> {
    const stream = providerLogoutStream(input.issuer, input.whoSha256);
    return this.writePath.execute(providerLogouts, stream, context, (state, now) =>
      signOutAtProvider(state, input, now),
    );
  }
}
