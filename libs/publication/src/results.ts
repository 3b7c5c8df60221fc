import { type Aggregate, assertNever, checkedKey, checkedYear, type Instant } from '@app/kernel';
import { announcedPoints, type AnnouncedPoints } from './announced-points';
import { type Figures, figuresOf } from './differences';
import { ResultsAlreadyRecorded } from './publication.errors';
import type { PublicationEvent } from './publication.events';

/** What counts now, as far as a correction has to know it. */
export interface OfficialResults {
  readonly digest: string;
  readonly figures: Figures;
}

/** What decisions about the results of one block and year need. */
export interface Results {
  /** How results came on record; null: they did not yet. Provisional ones are not on record. */
  readonly recorded: 'published' | 'imported' | null;
  /** The provisional results announced last; null: none were. */
  readonly provisional: { readonly objectUntil: Instant; readonly points: AnnouncedPoints } | null;
  /** What was published here, or last corrected; null: nothing was, also where results were imported. */
  readonly official: OfficialResults | null;
}

export const results: Aggregate<Results, PublicationEvent> = {
  initial: { recorded: null, provisional: null, official: null },
  evolve(state, { type, data }) {
    switch (type) {
      case 'ProvisionalResultsAnnounced':
        return { ...state, provisional: { objectUntil: data.objectUntil, points: announcedPoints(data) } };
      case 'ResultsPublished':
      case 'ResultsCorrected':
        return { ...state, recorded: 'published', official: { digest: data.digest, figures: figuresOf(data) } };
      case 'ResultsImported':
        return { ...state, recorded: 'imported' };
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
