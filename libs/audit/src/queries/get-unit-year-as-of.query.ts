import { type AssessmentEvent, assessmentStream } from '@app/assessment';
import { type CaseworkEvent, caseworkStream } from '@app/casework';
import type { Moment, Position, Recorded, RecordedEvent } from '@app/event-store';
import type { LocalDate } from '@app/kernel';
import { type PublicationEvent, resultsStream } from '@app/publication';
import type { ScoreEvent } from '@app/scoring';
import { type UnitEvent, unitStream } from '@app/unit';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { fileStreams } from '../file-streams';
import { LogAsOf } from '../log-as-of';
import type { Readable } from '../streams-then';
import { endIn, lastName } from '../unit-events';

/** What the log held of one unit's year at a moment: all that its score sheet follows from. */
export interface UnitYearAsOf {
  readonly unitId: string;
  readonly year: number;
  /** As of the moment, not of the year. */
  readonly unitName: string | null;
  /** The first day without the unit, as far as that was said by then. */
  readonly endedOn: LocalDate | null;
  /** Of the unit's own last event, whatever it is; null: there is none. */
  readonly unitPosition: Position | null;
  /** Of the three streams of the unit-year, in the order of the log. */
  readonly events: readonly Recorded<ScoreEvent>[];
  /** Results of the block that the file was opened for. */
  readonly results: readonly Recorded<PublicationEvent>[];
  /** The event of the unit-year that cannot be read, where there is one: `events` ends before it. */
  readonly unreadable: RecordedEvent | null;
  /** Of its assessment stream by itself: an event of surveys or cases that cannot be read does not stop it. */
  readonly file: Readable<AssessmentEvent>;
  /** Of its casework stream by itself, as far as that can be read. */
  readonly cases: readonly Recorded<CaseworkEvent>[];
}

/** What was known of a unit's year at a moment, or is known now? Read from the log alone. */
export class GetUnitYearAsOf extends Query<UnitYearAsOf> {
  constructor(readonly input: { readonly unitId: string; readonly year: number; readonly asOf?: Moment | undefined }) {
    super();
  }
}

@QueryHandler(GetUnitYearAsOf)
export class GetUnitYearAsOfHandler implements IQueryHandler<GetUnitYearAsOf> {
  constructor(private readonly log: LogAsOf) {}

  async execute({ input: { unitId, year, asOf } }: GetUnitYearAsOf): Promise<UnitYearAsOf> {
    const streams = fileStreams(year, unitId);
    const then = await this.log.of([...streams, unitStream(unitId)], asOf);
    const { events, unreadable } = then.readable<ScoreEvent>(streams);
    const file = then.readable<AssessmentEvent>([assessmentStream(year, unitId)]);
    const { events: cases } = then.readable<CaseworkEvent>([caseworkStream(year, unitId)]);
    const ofBlock = blockIdIn(file.events).map((blockId) => resultsStream(year, blockId));
    const published = await this.log.of(ofBlock, asOf);
    const results = ofBlock.flatMap((stream) => published.whole<PublicationEvent>(stream));
    const ofUnit = then.whole<UnitEvent>(unitStream(unitId));
    const [unitName, endedOn] = [lastName(ofUnit), endIn(ofUnit)];
    const unitPosition = ofUnit.at(-1)?.position ?? null;
    return { unitId, year, unitName, endedOn, unitPosition, events, results, unreadable, file, cases };
  }
}

function blockIdIn(events: readonly Recorded<AssessmentEvent>[]): string[] {
  return events.flatMap((event) => (event.type === 'AssessmentOpened' ? [event.data.blockId] : []));
}
