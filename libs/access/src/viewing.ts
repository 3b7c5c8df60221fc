import { type Aggregate, assertNever, checkedKey, checkedYear, type DataOf } from '@app/kernel';
import { papersViewed, type ViewingEvent } from './viewing.events';

/** How many records of viewings there are of a unit in a calendar year. */
export interface Viewings {
  readonly records: number;
}

export const viewings: Aggregate<Viewings, ViewingEvent> = {
  initial: { records: 0 },
  evolve(state, { type }) {
    switch (type) {
      case 'PapersViewed':
        return { records: state.records + 1 };
      default:
        return assertNever(type);
    }
  },
};

/** `viewing-<calendar year>.<unitId>`: one short stream a year, which the unit can be shown as it is. Throws for what can be neither. */
export function viewingStream(year: number, unitId: string): string {
  return `viewing-${checkedYear(year)}.${checkedKey('Mã đơn vị', unitId)}`;
}

/** Records who looked at papers of the unit; nothing when nobody did. What has been seen is never refused. */
export function recordViewings(input: DataOf<typeof papersViewed>): ViewingEvent[] {
  return input.viewings.length === 0 ? [] : [papersViewed.of(input)];
}
