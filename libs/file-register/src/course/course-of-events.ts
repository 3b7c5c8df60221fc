import type { AssessmentEvent } from '@app/assessment';
import type { CaseworkEvent } from '@app/casework';
import type { Position, Recorded, RecordedEvent } from '@app/event-store';
import { endOfVietnamDay, type Instant, type LocalDate, vietnamDate } from '@app/kernel';
import type { PublicationEvent } from '@app/publication';
import type { RulesetCatalog } from '@app/ruleset';
import { isThereAtYearEnd } from '@app/scoring';
import { FileNotOpened } from '../file-register.errors';
import { type Progress, progressAfter } from '../standing/progress';
import { type Standing, standingOf, type Wait, waitsAt } from '../standing/standing';
import { councilDecisionsIn, fieldsIn, threadsIn } from './appraisal';
import { deadlinesIn } from './deadlines';
import type { FileCourse } from './file-course';
import { isOwn, objectionsIn, rulingsIn } from './objections';
import { declarationsIn, extensionsIn, stepsIn } from './steps';

/** What the log held of a unit's year, at present or at a moment. */
export interface FileKnown {
  readonly unitId: string;
  readonly unitName: string | null;
  readonly year: number;
  /** The first day without the unit; null: nobody said that it ends. */
  readonly endedOn: LocalDate | null;
  /** Position of the unit's own last event; null: there is none. */
  readonly unitPosition: Position | null;
  /** What the file's own stream says, and what comes after and could not be read; null: nothing. */
  readonly file: { readonly events: readonly Recorded<AssessmentEvent>[]; readonly unreadable: RecordedEvent | null };
  /** Cases about the unit's year, as far as they can be read. */
  readonly cases: readonly Recorded<CaseworkEvent>[];
  /** Of its block's year. */
  readonly results: readonly Recorded<PublicationEvent>[];
}

/** When the course is told: it is now, or was at the moment asked about (`asOf`, as answers print it; null: at present). */
export interface Told {
  readonly now: Instant;
  readonly asOf: string | null;
}

/** The course of a file by the events themselves. Throws FileNotOpened. */
export function courseOfEvents(
  known: FileKnown,
  { now, asOf }: Told,
  rulesets: Pick<RulesetCatalog, 'get'>,
): FileCourse {
  const { unitId, unitName, year, unitPosition } = known;
  const { events, unreadable } = known.file;
  const own = known.cases.filter(isOwnCase);
  const progress = events.reduce<Progress | null>(progressAfter, null);
  if (progress === null) throw new FileNotOpened(unitId, year);
  const ruleset = rulesets.get(progress.ruleset);
  const [results, endedOn] = [resultsIn(known.results), endIn(known, now)];
  const standing = standingOf(progress, ruleset);
  const state = endedOn === null ? standing.state : 'ended';
  const objections = objectionsIn(own);
  const position = lastOf(events, own);
  const present = lastOf(events, own, known.results, unitPosition === null ? [] : [{ position: unitPosition }]);
  return {
    ...{ unitId, unitName, year, blockId: progress.blockId, ruleset: progress.ruleset, state, results, endedOn },
    waits: waitsOf({ standing, state, results, objections }, now),
    deadlines: deadlinesIn(progress, state, results, now),
    steps: stepsIn(events),
    declarations: declarationsIn(events),
    extensions: extensionsIn(events),
    fields: fieldsIn(events, progress, ruleset),
    explanations: threadsIn(events),
    councilDecisions: councilDecisionsIn(events),
    objections,
    rulings: rulingsIn(events),
    fileRevision: events.at(-1)?.revision.toString() ?? '',
    halted: unreadable !== null,
    ...{ position, asOf: asOf ?? present },
  };
}

/** What others hold against the unit is no matter of its file: whoever works for it is not told that there is anything, and so not by a position either. */
function isOwnCase({ data }: Recorded<CaseworkEvent>): boolean {
  return isOwn(data.kind);
}

/** The greatest position in these, as text. */
function lastOf(...lists: readonly (readonly { readonly position: Position }[])[]): string {
  const ends = lists.flatMap((list) => list.at(-1)?.position ?? []);
  return ends.reduce((last, position) => (position > last ? position : last), 0n).toString();
}

/** Official results stand above provisional ones; of the same the last. */
function resultsIn(events: readonly Recorded<PublicationEvent>[]): FileCourse['results'] {
  if (events.some(({ type }) => type === 'ResultsPublished' || type === 'ResultsCorrected'))
    return { status: 'official', objectUntil: null };
  const announced = events.flatMap((event) =>
    event.type === 'ProvisionalResultsAnnounced' ? [event.data.objectUntil] : [],
  );
  const objectUntil = announced.at(-1);
  return objectUntil === undefined ? { status: 'open', objectUntil: null } : { status: 'provisional', objectUntil };
}

/** From that day on the file takes nothing more; before it is worked on as any other. */
function endIn({ endedOn, year }: FileKnown, now: Instant): LocalDate | null {
  return isThereAtYearEnd(endedOn, year) || vietnamDate(now) < (endedOn ?? '') ? null : endedOn;
}

type Turns = Pick<FileCourse, 'state' | 'results' | 'objections'> & { readonly standing: Standing };

/** What is waited for of what the file's own stream knows of; and the unit's objections that are open. The same as in the list of files. */
function waitsOf({ standing, state, results, objections }: Turns, now: Instant): FileCourse['waits'] {
  const over = state === 'ended' || results.status === 'official';
  const open = objections.filter(({ conclusion }) => conclusion === null);
  return [...(over ? [] : waitsAt(standing, now)), ...open.map(waitOn)];
}

/** Until the end of the day on which its answer is due; one that is answered waits for its conclusion, for which no term is known. */
function waitOn({ caseId: id, component, dueOn, answer }: FileCourse['objections'][number]): Wait {
  const until = answer === null ? endOfVietnamDay(dueOn.effective) : null;
  return { by: 'case-handler', what: 'objection', field: null, leadAgency: null, component, id, until };
}
