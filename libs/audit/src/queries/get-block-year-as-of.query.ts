import type { Moment, Recorded } from '@app/event-store';
import type { LocalDate } from '@app/kernel';
import { type PeriodEvent, periodStream } from '@app/period';
import { blockMembers, type PublicationEvent, resultsStream, stillThere } from '@app/publication';
import type { ScoreEvent } from '@app/scoring';
import { type BlockEvent, blockStream, type UnitEvent, unitStream } from '@app/unit';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { fileStreams } from '../file-streams';
import { LogAsOf } from '../log-as-of';
import { endIn, lastName } from '../unit-events';

/** What the log held of one unit's file at a moment. */
export interface FileAsOf {
  readonly unitId: string;
  readonly unitName: string | null;
  /** The first day without the unit, as far as that was said by then. */
  readonly endedOn: LocalDate | null;
  readonly events: readonly Recorded<ScoreEvent>[];
  /** An event of the unit-year cannot be read: `events` ends before it. */
  readonly halted: boolean;
}

/** What the log held of a block's year at a moment: all that its ranking follows from. */
export interface BlockYearAsOf {
  readonly year: number;
  readonly blockId: string;
  /** As of the moment; empty while the block is not defined. */
  readonly blockName: string;
  readonly period: readonly Recorded<PeriodEvent>[];
  readonly results: readonly Recorded<PublicationEvent>[];
  /** Who is there and belongs to the block on 31/12. */
  readonly members: readonly string[];
  /** Of everybody who belonged to it on some day of the year. */
  readonly files: readonly FileAsOf[];
}

/** What was known of a block's year at a moment? Read from the log alone. Throws StreamIsUnreadable; of a unit's year it is told (`halted`). */
export class GetBlockYearAsOf extends Query<BlockYearAsOf> {
  constructor(readonly input: { readonly year: number; readonly blockId: string; readonly asOf: Moment }) {
    super();
  }
}

@QueryHandler(GetBlockYearAsOf)
export class GetBlockYearAsOfHandler implements IQueryHandler<GetBlockYearAsOf> {
  constructor(private readonly log: LogAsOf) {}

  async execute({ input: { year, blockId, asOf } }: GetBlockYearAsOf): Promise<BlockYearAsOf> {
    const [ofYear, ofResults, ofBlock] = [periodStream(year), resultsStream(year, blockId), blockStream(blockId)];
    const frame = await this.log.of([ofYear, ofResults, ofBlock], asOf);
    const { name: blockName, candidates } = blockMembers(frame.whole<BlockEvent>(ofBlock), year);
    const files = await this.filesOf(candidates, year, asOf);
    const ends = new Map(
      files.flatMap(({ unitId, endedOn }) => (endedOn === null ? [] : [[unitId, endedOn] as const])),
    );
    const staying = stillThere(candidates, ends, year).filter(({ atYearEnd }) => atYearEnd);
    return {
      ...{ year, blockId, blockName, files },
      period: frame.whole<PeriodEvent>(ofYear),
      results: frame.whole<PublicationEvent>(ofResults),
      members: staying.map(({ unitId }) => unitId),
    };
  }

  /** Everybody's file; all streams read together. */
  private async filesOf(
    units: readonly { readonly unitId: string }[],
    year: number,
    asOf: Moment,
  ): Promise<readonly FileAsOf[]> {
    const streams = units.flatMap(({ unitId }) => [unitStream(unitId), ...fileStreams(year, unitId)]);
    const then = await this.log.of(streams, asOf);
    return units.map(({ unitId }) => {
      const ofUnit = then.whole<UnitEvent>(unitStream(unitId));
      const endedOn = endIn(ofUnit);
      const { events, unreadable } = then.readable<ScoreEvent>(fileStreams(year, unitId));
      return { unitId, unitName: lastName(ofUnit), endedOn, events, halted: unreadable !== null };
    });
  }
}
