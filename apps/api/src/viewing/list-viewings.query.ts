import { type Viewing, type ViewingEvent, viewingStream } from '@app/access';
import { EventRegistry, EventStore } from '@app/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** A viewing as it is on record. */
export type RecordedViewing = Viewing & { readonly logPosition: string };

export interface UnitViewings {
  readonly unitId: string;
  readonly year: number;
  readonly total: number;
  /** Latest first. */
  readonly viewings: readonly RecordedViewing[];
}

const MOST_SHOWN = 500;

/** Who looked at papers of a unit in a calendar year? Asked of the log itself: one stream holds the answer. */
export class ListViewings extends Query<UnitViewings> {
  constructor(readonly input: { readonly year: number; readonly unitId: string }) {
    super();
  }
}

@QueryHandler(ListViewings)
export class ListViewingsHandler implements IQueryHandler<ListViewings> {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  async execute({ input: { year, unitId } }: ListViewings): Promise<UnitViewings> {
    const all: RecordedViewing[] = [];
    for await (const event of this.store.read(viewingStream(year, unitId))) {
      const { viewings, logPosition } = this.registry.decode<ViewingEvent>(event).data;
      all.push(...viewings.map((viewing) => ({ ...viewing, logPosition })));
    }
    return { unitId, year, total: all.length, viewings: all.slice(-MOST_SHOWN).reverse() };
  }
}
