import type { Recorded } from '@app/event-store';
import type { PublicationEvent } from '@app/publication';
import type { StoredFile } from './scored-now';
import type { ResultFigures } from './unit-score';

/** What a sheet shows beside its points: what counts of its block's results. */
type ResultsOfUnit = Pick<StoredFile, 'status' | 'objectUntil' | 'official' | 'provisional' | 'publishedPoints'>;
type Of<Type extends PublicationEvent['type']> = Recorded<Extract<PublicationEvent, { type: Type }>>;
type Official = Of<'ResultsPublished' | 'ResultsCorrected'>;
type Announced = Of<'ProvisionalResultsAnnounced'>;

const NOTHING: ResultsOfUnit = {
  status: 'open',
  objectUntil: null,
  official: null,
  provisional: null,
  publishedPoints: null,
};

/** Of a block-year's results, in the order of the log, what counts of one unit: the last official ones, else the last announced. */
export function resultsOfUnit(unitId: string, events: readonly Recorded<PublicationEvent>[]): ResultsOfUnit {
  const official = events.findLast((event): event is Official => OFFICIAL.has(event.type));
  if (official) return officialOf(unitId, official);
  const announced = events.findLast((event): event is Announced => event.type === 'ProvisionalResultsAnnounced');
  return announced ? announcedOf(unitId, announced) : NOTHING;
}

const OFFICIAL: ReadonlySet<string> = new Set(['ResultsPublished', 'ResultsCorrected'] satisfies Official['type'][]);

function officialOf(unitId: string, event: Official): ResultsOfUnit {
  const figures = figuresIn(event, unitId);
  if (figures === null) return { ...NOTHING, status: 'official' };
  const by =
    event.type === 'ResultsCorrected'
      ? { publishedAt: event.data.correctedAt, correction: event.data.reason }
      : { publishedAt: event.data.publishedAt, correction: null };
  const official = { ...figures, decision: event.data.decision, ...by };
  return { ...NOTHING, status: 'official', official, publishedPoints: pointsIn(event, unitId) };
}

function announcedOf(unitId: string, event: Announced): ResultsOfUnit {
  const { objectUntil, announcedAt } = event.data;
  const figures = figuresIn(event, unitId);
  return { ...NOTHING, status: 'provisional', objectUntil, provisional: figures && { ...figures, announcedAt } };
}

function figuresIn({ id, data: { units, n } }: Official | Announced, unitId: string): ResultFigures | null {
  const unit = units.find((one) => one.unitId === unitId);
  return unit === undefined
    ? null
    : {
        total: { exact: unit.total, displayed: unit.totalDisplayed },
        index: { exact: unit.index, displayed: unit.indexDisplayed },
        className: unit.className,
        rank: unit.rank,
        tied: unit.tied,
        n,
        eventId: id,
      };
}

function pointsIn({ data: { units, components } }: Official, unitId: string): StoredFile['publishedPoints'] {
  const unit = units.find((one) => one.unitId === unitId);
  return Object.fromEntries(components.map((code, place) => [code, unit?.points[place] ?? null]));
}
