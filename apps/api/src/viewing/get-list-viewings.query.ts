import { type ListViewing, type ListViewingEvent, listViewingStream } from '@app/access';
import { LogAsOf } from '@app/audit';
import type { Moment } from '@app/event-store';
import type { LocalDate } from '@app/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { pageOf, type RecordedViewing, type ViewingKey } from './recorded-viewings';

export interface ListViewingsOfDay {
  readonly day: LocalDate;
  /** How many there are, of which `viewings` are a page. */
  readonly total: number;
  /** Latest first. */
  readonly viewings: readonly RecordedViewing<ListViewing>[];
}

/**
 * Who looked at lists about many units on a day? Asked of the log itself: one stream holds the answer. At most `limit`, those recorded before
 * the viewing `behind` first; with `asOf` those on record then. Throws StreamIsUnreadable.
 */
export class GetListViewings extends Query<ListViewingsOfDay> {
  constructor(
    readonly input: {
      readonly day: LocalDate;
      readonly limit: number;
      readonly behind?: ViewingKey | undefined;
      readonly asOf?: Moment | undefined;
    },
  ) {
    super();
  }
}

@QueryHandler(GetListViewings)
export class GetListViewingsHandler implements IQueryHandler<GetListViewings> {
  constructor(private readonly log: LogAsOf) {}

  async execute({ input: { day, limit, behind, asOf } }: GetListViewings): Promise<ListViewingsOfDay> {
    const stream = listViewingStream(day);
    const then = await this.log.of([stream], asOf);
    return { day, ...pageOf(then.whole<ListViewingEvent>(stream), limit, behind) };
  }
}
