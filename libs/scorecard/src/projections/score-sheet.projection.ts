import type { Recorded } from '@app/event-store';
import { Rational } from '@app/kernel';
import type { PublicationEvent } from '@app/publication';
import { categoryOf, keyOf, type Projection, type ProjectionWriter } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import { evolveFacts, initialFacts, type ScoreEvent, type UnitYearFacts, unitOfStream } from '@app/scoring';
import type { UnitEvent } from '@app/unit';
import { statementsOf } from './said';
import { threadOf } from './threads';
import { type ScorecardTable, scorecardTables, scorecardVersion } from './score-sheet.tables';

type NameEvent = Extract<UnitEvent, { type: 'UnitRegistered' | 'UnitRenamed' }>;
type Published = Extract<PublicationEvent, { type: 'ResultsPublished' }>;
type Write = ProjectionWriter<ScorecardTable>;

/** All that the score sheet of every unit and year is scored from, who said it when, and what was published of it. */
export function scorecard(
  rulesets: Pick<RulesetCatalog, 'get'>,
): Projection<ScoreEvent | NameEvent | Published, ScorecardTable> {
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
      AppraisalConfirmed: keep,
      AppraisalAdjusted: keep,
      ExplanationAsked: keep,
      ExplanationGiven: keep,
      FieldAppraisalClosed: keep,
      AppraisalClosed: keep,
      CouncilDecided: keep,
      SurveyBatchRecorded: keep,
      SurveyBatchWithdrawn: keep,
      CaseReceived: keep,
      CaseAnswered: keep,
      CaseClosed: keep,
      UnitRegistered: rename,
      UnitRenamed: rename,
      ResultsPublished: recordPublication,
    },
  };
}

/** The three streams of one unit-year stop together: a sheet without one of them would be wrong. */
const UNIT_YEAR = new Set(['assessment', 'survey', 'casework']);

/**
 * One narrow row for what the event says, set without looking at anything: in a stream, as the log keeps it, the last word counts. What the
 * words come to together is scored when somebody asks.
 */
function keepLastWord(event: Recorded<ScoreEvent>, write: Write, rulesets: Pick<RulesetCatalog, 'get'>): void {
  const { unitId, year } = event.data;
  const facts = evolveFacts(initialFacts(unitId, year), event);
  refuseUnscorable(facts, rulesets);
  const key = { unit_id: unitId, year };
  const { phase, blockId, ruleset } = facts;
  if (ruleset !== null) write.table('file').set(key, { phase, block_id: blockId, ruleset });
  else if (phase !== 'none') write.table('file').set(key, { phase });
  const { actor, onBehalfOf, role, recordedAt } = event.metadata;
  for (const { matter, said } of [...statementsOf(facts), ...threadOf(event)]) {
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

/** What could not be scored when somebody asks is refused here, where it stops its unit-year and is told. */
function refuseUnscorable({ ruleset, components }: UnitYearFacts, rulesets: Pick<RulesetCatalog, 'get'>): void {
  if (ruleset !== null) rulesets.get(ruleset);
  for (const { self, appraisal, council } of Object.values(components)) {
    Rational.of(self?.points ?? appraisal?.points ?? council?.points ?? Rational.zero);
  }
}

function rename({ data }: Recorded<NameEvent>, write: Write): void {
  write.table('unit').set({ unit_id: data.unitId }, { name: data.name });
}

function recordPublication({ id, data }: Recorded<Published>, write: Write): void {
  const { year, blockId, n, components, decision, publishedAt } = data;
  write.table('publication').set({ year, block_id: blockId }, { event_id: id, decision, published_at: publishedAt });
  for (const { unitId, points, total, totalDisplayed, index, indexDisplayed, className, rank, tied } of data.units) {
    write.table('official').set(
      { unit_id: unitId, year, block_id: blockId },
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
