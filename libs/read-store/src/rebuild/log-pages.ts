import type { EventStore, Page, Position } from '@app/event-store';

/**
 * The log from its beginning in whole appends, up to a position or a little beyond; the next page is fetched while the consumer works.
 * Throws what the store throws.
 */
export async function* logPages(
  store: EventStore,
  upTo: Position,
  limit: number,
  signal: AbortSignal,
): AsyncGenerator<Page, void, void> {
  let coming: Promise<Page> | undefined = store.page(undefined, limit);
  while (coming && !signal.aborted) {
    const page: Page = await coming;
    const { next } = page;
    const more = next !== undefined && next < upTo && (page.events.length > 0 || !page.atEnd);
    coming = more ? store.page(next, limit) : undefined;
    // Shows when it is asked for, not as an unhandled rejection while the consumer still works.
    coming?.catch(() => undefined);
    yield page;
  }
}
