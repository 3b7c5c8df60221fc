import { assessmentStream } from '@app/assessment';
import { caseworkStream } from '@app/casework';
import type { Moment, Recorded } from '@app/event-store';
import { type PublicationEvent, resultsStream } from '@app/publication';
import type { ScoreEvent } from '@app/scoring';
import { surveyStream } from '@app/survey';
import { type UnitEvent, unitStream } from '@app/unit';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { LogAsOf } from '../log-as-of';
import { lastName } from '../unit-events';

/** What the log held of one unit's year at a moment: all that its score sheet follows from. */
export interface UnitYearAsOf {
  readonly unitId: string;
  readonly year: number;
  /** As of the moment, not of the year. */
  readonly unitName: string | null;
  /** Of the three streams of the unit-year, in the order of the log. */
  readonly events: readonly Recorded<ScoreEvent>[];
  /** Results of the block that the file was opened for. */
  readonly results: readonly Recorded<PublicationEvent>[];
  /** An event of the unit-year cannot be read: `events` ends before it. */
  readonly halted: boolean;
}

/** What was known of a unit's year at a moment? Read from the log alone. */
export class GetUnitYearAsOf extends Query<UnitYearAsOf> {
  constructor(readonly input: { readonly unitId: string; readonly year: number; readonly asOf: Moment }) {
    super();
  }
}

@QueryHandler(GetUnitYearAsOf)
export class GetUnitYearAsOfHandler implements IQueryHandler<GetUnitYearAsOf> {
  constructor(private readonly log: LogAsOf) {}

  async execute({ input: { unitId, year, asOf } }: GetUnitYearAsOf): Promise<UnitYearAsOf> {
    const names = [assessmentStream(year, unitId), surveyStream(year, unitId), caseworkStream(year, unitId)];
    const { events, halted } = await this.log.streams<ScoreEvent>(names, asOf);
    const ofBlock = blockIdIn(events).map((blockId) => resultsStream(year, blockId));
    const results = await Promise.all(ofBlock.map((stream) => this.log.stream<PublicationEvent>(stream, asOf)));
    const ofUnit = await this.log.stream<UnitEvent>(unitStream(unitId), asOf);
    return { unitId, year, unitName: lastName(ofUnit), events, results: results.flat(), halted };
  }
}

function blockIdIn(events: readonly Recorded<ScoreEvent>[]): string[] {
  return events.flatMap((event) => (event.type === 'AssessmentOpened' ? [event.data.blockId] : []));
}
