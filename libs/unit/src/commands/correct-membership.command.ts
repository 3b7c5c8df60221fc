import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { block, blockStream } from '../block';
import { type BlockYearInUse, correctMembership } from '../block-correction';
import type { membershipCorrected } from '../correction.events';
import { UnitReader } from '../unit-reader';

/** Puts right what was recorded wrongly of a membership, or takes it off the record. `inUse`: the years in which anything rests on the members. */
export class CorrectMembership extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof membershipCorrected>,
    readonly inUse: readonly BlockYearInUse[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectMembership)
export class CorrectMembershipHandler implements ICommandHandler<CorrectMembership> {
  constructor(
    private readonly writePath: WritePath,
    private readonly units: UnitReader,
  ) {}

  async execute({ input, inUse, context }: CorrectMembership): Promise<CommandResult> {
    const member = await this.units.read(input.unitId);
    return this.writePath.execute(block, blockStream(input.blockId), context, (state) =>
      correctMembership(state, input, member, inUse),
    );
  }
}
