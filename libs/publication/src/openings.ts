import { type Aggregate, assertNever, checkedKey, checkedYear } from '@app/kernel';
import type { OpeningEvent } from './opening.events';

/** How often files of the block's year were opened: a record that decides nothing. */
export interface Openings {
  readonly records: number;
}

export const openings: Aggregate<Openings, OpeningEvent> = {
  initial: { records: 0 },
  evolve(state, { type }) {
    switch (type) {
      case 'BlockYearOpened':
        return { records: state.records + 1 };
      default:
        return assertNever(type);
    }
  },
};

/** `opening-<year>.<blockId>`. Throws YearOutOfRange, IdentifierIsInvalid. */
export function openingStream(year: number, blockId: string): string {
  return `opening-${checkedYear(year)}.${checkedKey('Mã Khối', blockId)}`;
}
