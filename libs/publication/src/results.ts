import {
  type Aggregate,
  assertNever,
  checkedKey,
  checkedYear,
  type DataOf,
  type Instant,
  type LocalDate,
} from '@app/kernel';
import { announcedPoints, type AnnouncedPoints } from './announced-points';
import { type Figures, figuresOf } from './differences';
import { ResultsAlreadyRecorded } from './publication.errors';
import type { PublicationEvent, resultsCorrected, resultsPublished } from './publication.events';

/** What counts now, as far as a correction has to know it. */
export interface OfficialResults {
  readonly digest: string;
  /** When the decision that made them official was signed. */
  readonly signedOn: LocalDate;
  /** The day since which there are official results: that of the first such decision, whatever was corrected later. */
  readonly since: LocalDate;
  readonly figures: Figures;
}

/** Provisional results as far as decisions need them. */
export interface Provisional {
  /** When such results were announced for the first time. */
  readonly since: Instant;
  readonly objectUntil: Instant;
  readonly points: AnnouncedPoints;
}

/** What decisions about the results of one block and year need. */
export interface Results {
  /** How results came on record; null: they did not yet. Provisional ones are not on record. */
  readonly recorded: 'published' | 'imported' | null;
  /** The provisional results announced last; null: none were. */
  readonly provisional: Provisional | null;
  /** What was published here, or last corrected; null: nothing was, also where results were imported. */
  readonly official: OfficialResults | null;
}

export const results: Aggregate<Results, PublicationEvent> = {
  initial: { recorded: null, provisional: null, official: null },
  evolve(state, { type, data }) {
    switch (type) {
      case 'ProvisionalResultsAnnounced': {
        const { objectUntil, announcedAt } = data;
        const since = state.provisional?.since ?? announcedAt;
        return { ...state, provisional: { since, objectUntil, points: announcedPoints(data) } };
      }
      case 'ResultsPublished':
      case 'ResultsCorrected':
        return { ...state, recorded: 'published', official: officialOf(data, state.official) };
      case 'ResultsImported':
        return { ...state, recorded: 'imported' };
      default:
        return assertNever(type);
    }
  },
};

function officialOf(
  data: DataOf<typeof resultsPublished | typeof resultsCorrected>,
  before: OfficialResults | null,
): OfficialResults {
  const { signedOn } = data.decision;
  return { digest: data.digest, signedOn, since: before?.since ?? signedOn, figures: figuresOf(data) };
}

/** Since which day results that were published here are official for the unit; null: none are, or it ended within the year and has no place in them. */
export function officialSince({ official }: Results, unitId: string): LocalDate | null {
  const place = official?.figures.get(unitId)?.all;
  return official === null || place === undefined || place === 'ended' ? null : official.since;
}

/** `results-<year>.<blockId>`. Throws YearOutOfRange, IdentifierIsInvalid. */
export function resultsStream(year: number, blockId: string): string {
  return `results-${checkedYear(year)}.${checkedKey('Mã Khối', blockId)}`;
}

/** Throws ResultsAlreadyRecorded. */
export function demandUnrecorded({ recorded }: Results, year: number, blockId: string): void {
  if (recorded !== null) throw new ResultsAlreadyRecorded(year, blockId, recorded);
}
