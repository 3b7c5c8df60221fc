import { type CommandContext, type CommandResult, type Decide, WritePath } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { type Assessment, assessment, assessmentStream, type UnitYear } from './assessment';
import type { AssessmentEvent } from './assessment.events';
import { demandUnitGoesOn } from './unit-end';
import { UnitEnds } from './unit-ends';

/** The one way to write into a unit's file: by the write path, and only while the unit goes on. */
@Injectable()
export class FileWrites {
  constructor(
    private readonly writePath: WritePath,
    private readonly ends: UnitEnds,
  ) {}

  /** Throws what the write path throws, and UnitHasEnded. */
  async execute(
    unitYear: UnitYear,
    context: CommandContext,
    decide: Decide<Assessment, AssessmentEvent>,
  ): Promise<CommandResult> {
    const { year, unitId } = unitYear;
    const endedOn = await this.ends.of(unitId);
    return this.writePath.execute(assessment, assessmentStream(year, unitId), context, (state, now, revision) => {
      demandUnitGoesOn(unitYear, endedOn, now);
      return decide(state, now, revision);
    });
  }
}
