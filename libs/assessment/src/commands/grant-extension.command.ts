import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream } from '../assessment';
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
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: GrantExtension): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      grantExtension(state, input, now),
    );
  }
}
