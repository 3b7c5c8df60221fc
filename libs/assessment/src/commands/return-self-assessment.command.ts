import type { CommandContext, CommandResult } from '@app/event-store';
import { WorkingCalendars } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Return, returnSelfAssessment } from '../appraisal-course';
import { FileWrites } from '../file-writes';
import { appraiserOf, type ByAppraiser } from './by-appraiser';

/** A submitted file goes back to the unit for completion. */
export class ReturnSelfAssessment extends Command<CommandResult> {
  constructor(
    readonly input: Return & ByAppraiser,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReturnSelfAssessment)
export class ReturnSelfAssessmentHandler implements ICommandHandler<ReturnSelfAssessment> {
  constructor(
    private readonly files: FileWrites,
    private readonly calendars: WorkingCalendars,
  ) {}

  async execute({ input, context }: ReturnSelfAssessment): Promise<CommandResult> {
    const calendar = await this.calendars.around(input.submitBy);
    return this.files.execute(input, context, (state, now) =>
      returnSelfAssessment(state, input, appraiserOf(input, context), calendar, now),
    );
  }
}
