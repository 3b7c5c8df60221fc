import type { CommandContext, CommandResult } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { FileWrites } from '../file-writes';
import { type Extension, grantExtension } from '../self-assessment';

/** One unit may submit until a later instant. */
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
  constructor(private readonly files: FileWrites) {}

  async execute({ input, context }: GrantExtension): Promise<CommandResult> {
    return this.files.execute(input, context, (state, now) => grantExtension(state, input, now));
  }
}
