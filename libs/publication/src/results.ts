import { type Aggregate, assertNever, checkedKey, checkedYear } from '@app/kernel';
import { ResultsAlreadyRecorded } from './publication.errors';
import type { PublicationEvent } from './publication.events';

/** What decisions about the official results of one block and year need. */
export interface Results {
  readonly recorded: 'published' | 'imported' | null;
}

export const results: Aggregate<Results, PublicationEvent> = {
  initial: { recorded: null },
  evolve(_state, { type }) {
    switch (type) {
      case 'ResultsPublished':
        return { recorded: 'published' };
      case 'ResultsImported':
        return { recorded: 'imported' };
      default:
        return assertNever(type);
    }
  },
};

/** `results-<year>.<blockId>`. Throws YearOutOfRange, IdentifierIsInvalid. */
export function resultsStream(year: number, blockId: string): string {
  return `results-${checkedYear(year)}.${checkedKey('Mã Khối', blockId)}`;
}

/** Throws ResultsAlreadyRecorded. */
export function demandUnrecorded({ recorded }: Results, year: number, blockId: string): void {
  if (recorded !== null) throw new ResultsAlreadyRecorded(year, blockId, recorded);
}
