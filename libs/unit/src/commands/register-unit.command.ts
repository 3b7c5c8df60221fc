import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assignOfficialCode, officialCode, officialCodeStream } from '../official-code';
import { registerUnit, unit, unitStream, type UnitTold } from '../unit';
import { UnitReader } from '../unit-reader';

/** Puts a unit (đơn vị) under assessment. */
export class RegisterUnit extends Command<CommandResult> {
  constructor(
    readonly input: UnitTold,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterUnit)
export class RegisterUnitHandler implements ICommandHandler<RegisterUnit> {
  constructor(
    private readonly writePath: WritePath,
    private readonly units: UnitReader,
  ) {}

  /** First the official code, in its own stream, so that only one of two units gets it; a repeat mends what a crash left half done. */
  async execute({ input, context }: RegisterUnit): Promise<CommandResult> {
    const { unitId } = input;
    const { registeredOn } = await this.units.read(unitId);
    registerUnit(unit.initial, input); // What could never be registered takes no code.
    const unseen = { ...context, expectedRevision: undefined }; // What the caller has seen is the unit, not the code.
    for (const code of [input.officialCode].filter((given) => given !== null)) {
      await this.writePath.execute(officialCode, officialCodeStream(code), unseen, (state) =>
        assignOfficialCode(state, { code, unitId }, registeredOn !== null),
      );
    }
    return this.writePath.execute(unit, unitStream(unitId), context, (state) => registerUnit(state, input));
  }
}
