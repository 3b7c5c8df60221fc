import { type Viewing, type ViewingEvent, viewingStream } from '@app/access';
import { LogAsOf } from '@app/audit';
import type { Moment } from '@app/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { pageOf, type RecordedViewing, type ViewingKey } from './recorded-viewings';

export interface UnitViewings {
  readonly unitId: string;
  readonly year: number;
  /** How many there are, of which `viewings` are a page. */
  readonly total: number;
  /** Latest first. */
  readonly viewings: readonly RecordedViewing<Viewing>[];
}

/**
 * Who looked at papers of a unit in a calendar year? Asked of the log itself: one stream holds the answer. At most `limit`, those recorded
 * before the viewing `behind` first; with `asOf` those on record then. To the unit's own people (`forUnit`) no look at cases about it is told:
 * they would learn that there are some. Throws StreamIsUnreadable.
 */
export class GetUnitViewings extends Query<UnitViewings> {
  constructor(
    readonly input: {
      readonly year: number;
      readonly unitId: string;
      readonly forUnit: boolean;
      readonly limit: number;
      readonly behind?: ViewingKey | undefined;
      readonly asOf?: Moment | undefined;
    },
  ) {
    super();
  }
}

@QueryHandler(GetUnitViewings)
export class GetUnitViewingsHandler implements IQueryHandler<GetUnitViewings> {
  constructor(private readonly log: LogAsOf) {}

  async execute({ input: { year, unitId, forUnit, limit, behind, asOf } }: GetUnitViewings): Promise<UnitViewings> {
    const stream = viewingStream(year, unitId);
    const then = await this.log.of([stream], asOf);
    const shown = ({ papers }: Viewing) => !forUnit || papers !== 'cases';
    return { unitId, year, ...pageOf(then.whole<ViewingEvent>(stream), limit, behind, shown) };
  }
}
