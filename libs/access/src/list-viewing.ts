import { type Aggregate, assertNever, checkedDate, type DataOf, type LocalDate } from '@app/kernel';
import { type ListViewingEvent, listsViewed } from './list-viewing.events';
import type { Viewings } from './viewing';

export const listViewings: Aggregate<Viewings, ListViewingEvent> = {
  initial: { records: 0 },
  evolve(state, { type }) {
    switch (type) {
      case 'ListsViewed':
        return { records: state.records + 1 };
      default:
        return assertNever(type);
    }
  },
};

/** `list_viewing-<year>.<month>.<day>`: one short stream a day, which auditors can be shown as it is. Throws DateDoesNotExist. */
export function listViewingStream(day: LocalDate): string {
  return `list_viewing-${checkedDate('Ngày', day).replaceAll('-', '.')}`;
}

/** Records who looked at lists; nothing when nobody did. What has been seen is never refused. */
export function recordListViewings(input: DataOf<typeof listsViewed>): ListViewingEvent[] {
  return input.viewings.length === 0 ? [] : [listsViewed.of(input)];
}
