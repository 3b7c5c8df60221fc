import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { unit, unitStream } from '../unit';
import { UnitReader } from '../unit-reader';
import { ruleSuccession, type SuccessionTold } from '../unit-succession';

/** Rules whose result counts as the unit's "last year" in a year. */
export class RuleSuccession extends Command<CommandResult> {
  constructor(
    readonly input: SuccessionTold,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RuleSuccession)
export class RuleSuccessionHandler implements ICommandHandler<RuleSuccession> {
  constructor(
    private readonly writePath: WritePath,
    private readonly units: UnitReader,
  ) {}

  async execute({ input, context }: RuleSuccession): Promise<CommandResult> {
    const ancestors = await this.units.ancestors(input.unitId);
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state) =>
      ruleSuccession(state, input, ancestors),
    );
  }
}
