import type { Recorded } from '@app/event-store';
import type { PublicationEvent } from '@app/publication';
import { categoryOf, keyOf, type Projection, type ProjectionWriter, type Row } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import { type ScoreEvent, unitOfStream } from '@app/scoring';
import type { UnitEvent } from '@app/unit';
import { type ScorecardTable, scorecardTables, scorecardVersion } from './score-sheet.tables';
import { wordsOf } from './words';

type NameEvent = Extract<UnitEvent, { type: 'UnitRegistered' | 'UnitRenamed' | 'ChangeWithdrawn' }>;
/** Imported results say nothing of points. */
type Results = Exclude<PublicationEvent, { type: 'ResultsImported' }>;
type Event<Type extends Results['type']> = Recorded<Extract<Results, { type: Type }>>;
type Write = ProjectionWriter<ScorecardTable>;

/** All that the score sheet of every unit and year is scored from, who said it when, and what was published of it. */
export function scorecard(
  rulesets: Pick<RulesetCatalog, 'get'>,
): Projection<ScoreEvent | NameEvent | Results, ScorecardTable> {
  const keep = (event: Recorded<ScoreEvent>, write: Write) => keepLastWord(event, write, rulesets);
  return {
    name: 'scorecard',
    version: scorecardVersion,
    categories: ['unit', 'assessment', 'survey', 'casework', 'results'],
    tables: scorecardTables,
    partition: ({ stream }) => (UNIT_YEAR.has(categoryOf(stream)) ? keyOf(stream) : stream),
    dividedBy: unitOfStream,
    on: {
      AssessmentOpened: keep,
      SelfScoreRecorded: keep,
      ApprovalRequested: keep,
      ApprovalDeclined: keep,
      SelfAssessmentSubmitted: keep,
      SelfAssessmentReturned: keep,
      ExtensionGranted: keep,
      AppraisalExtensionGranted: keep,
      AppraisalConfirmed: keep,
      AppraisalAdjusted: keep,
      ExplanationAsked: keep,
      ExplanationGiven: keep,
      FieldAppraisalClosed: keep,
      AppraisalClosed: keep,
      CouncilDecided: keep,
      PointsRuled: keep,
      SurveyBatchRecorded: keep,
      SurveyBatchWithdrawn: keep,
      CaseReceived: keep,
      CaseRegistered: keep,
      CaseAnswered: keep,
      CaseClosed: keep,
      ...names,
      ...publications,
    },
  };
}

/** The three streams of one unit-year stop together: a sheet without one of them would be wrong. */
const UNIT_YEAR = new Set(['assessment', 'survey', 'casework']);

/**
 * One narrow row for what the event says, set without looking at anything: in a stream, as the log keeps it, the last word counts; and in the
 * file, how far it has come. What the words come to together is scored when somebody asks.
 */
function keepLastWord(event: Recorded<ScoreEvent>, write: Write, rulesets: Pick<RulesetCatalog, 'get'>): void {
  const { unitId, year } = event.data;
  const key = { unit_id: unitId, year };
  const { file, statements } = wordsOf(event, rulesets);
  write.table('file').set(key, { ...file, position: event.position });
  const { actor, onBehalfOf, role, recordedAt } = event.metadata;
  for (const { matter, said } of statements) {
    write.table('statement').set(
      { ...key, matter },
      {
        said,
        type: event.type,
        actor,
        on_behalf_of: onBehalfOf,
        role,
        recorded_at: recordedAt,
        position: event.position,
      },
    );
  }
}

function rename({ data }: Recorded<NameEvent>, write: Write): void {
  write.table('unit').set({ unit_id: data.unitId }, { name: data.name });
}

const names = { UnitRegistered: rename, UnitRenamed: rename, ChangeWithdrawn: rename };

const publications = {
  ProvisionalResultsAnnounced: (event: Event<'ProvisionalResultsAnnounced'>, write: Write) => {
    const { announcedAt, objectUntil } = event.data;
    keepResults(event, 'provisional', { at: announcedAt, object_until: objectUntil }, write);
  },
  ResultsPublished: (event: Event<'ResultsPublished'>, write: Write) => {
    const { decision, publishedAt } = event.data;
    keepResults(event, 'official', { decision, at: publishedAt, reason: null }, write);
  },
  ResultsCorrected: (event: Event<'ResultsCorrected'>, write: Write) => {
    const { decision, correctedAt, reason } = event.data;
    keepResults(event, 'official', { decision, at: correctedAt, reason }, write);
  },
};

function keepResults(
  { id, data: { year, blockId, n, components, units } }: Recorded<Results>,
  kind: 'provisional' | 'official',
  about: Row,
  write: Write,
): void {
  write.table('publication').set({ year, block_id: blockId, kind }, { event_id: id, ...about });
  for (const { unitId, points, total, totalDisplayed, index, indexDisplayed, className, rank, tied } of units) {
    write.table('result').set(
      { unit_id: unitId, year, block_id: blockId, kind },
      {
        event_id: id,
        total: { exact: total, displayed: totalDisplayed },
        index: { exact: index, displayed: indexDisplayed },
        class_name: className,
        rank,
        tied,
        n,
        points: Object.fromEntries(components.map((code, place) => [code, points[place] ?? null])),
      },
    );
  }
}
