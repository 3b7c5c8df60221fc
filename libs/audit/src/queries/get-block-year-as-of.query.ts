import { assessmentStream } from '@app/assessment';
import { caseworkStream } from '@app/casework';
import type { Moment, Recorded } from '@app/event-store';
import type { LocalDate } from '@app/kernel';
import { type PeriodEvent, periodStream } from '@app/period';
import { blockMembers, type PublicationEvent, resultsStream, stillThere } from '@app/publication';
import type { ScoreEvent } from '@app/scoring';
import { surveyStream } from '@app/survey';
import { type BlockEvent, blockStream, type UnitEvent, unitStream } from '@app/unit';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { LogAsOf } from '../log-as-of';
import { endsIn, lastName } from '../unit-events';

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
    const period = await this.log.stream<PeriodEvent>(periodStream(year), asOf);
    const results = await this.log.stream<PublicationEvent>(resultsStream(year, blockId), asOf);
    const ofBlock = await this.log.stream<BlockEvent>(blockStream(blockId), asOf);
    const { name: blockName, candidates } = blockMembers(ofBlock, year);
    const files: FileAsOf[] = [];
    const ends = new Map<string, LocalDate>();
    for (const { unitId } of candidates) {
      const ofUnit = await this.log.stream<UnitEvent>(unitStream(unitId), asOf);
      const endedOn = endsIn(ofUnit).at(-1) ?? null;
      if (endedOn !== null) ends.set(unitId, endedOn);
      files.push({ unitId, unitName: lastName(ofUnit), endedOn, ...(await this.fileOf(unitId, year, asOf)) });
    }
    const staying = stillThere(candidates, ends, year).filter(({ atYearEnd }) => atYearEnd);
    const members = staying.map(({ unitId }) => unitId);
    return { year, blockId, blockName, period, results, members, files };
  }

  private fileOf(unitId: string, year: number, asOf: Moment): Promise<Pick<FileAsOf, 'events' | 'halted'>> {
    const names = [assessmentStream(year, unitId), surveyStream(year, unitId), caseworkStream(year, unitId)];
    return this.log.streams<ScoreEvent>(names, asOf);
  }
}
