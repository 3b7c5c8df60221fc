import type { Recorded } from '@app/event-store';
import type { PublicationEvent } from '@app/publication';
import { categoryOf, keyOf, type Projection, type ProjectionWriter, type SettleContext } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import { evolveFacts, initialFacts, type ScoreEvent, type UnitYearFacts } from '@app/scoring';
import type { UnitEvent } from '@app/unit';
import { sheetRows } from './score-sheet.rows';
import { type ScorecardTable, scorecardTables } from './score-sheet.tables';

type NameEvent = Extract<UnitEvent, { type: 'UnitRegistered' | 'UnitRenamed' }>;
type Published = Extract<PublicationEvent, { type: 'ResultsPublished' }>;
type Write = ProjectionWriter<ScorecardTable>;

/** The score sheet of every unit and year, as its facts stand, and what was published of it. */
export function scorecard(
  rulesets: Pick<RulesetCatalog, 'get'>,
): Projection<ScoreEvent | NameEvent | Published, ScorecardTable> {
  return {
    name: 'scorecard',
    version: 2,
    categories: ['unit', 'assessment', 'survey', 'casework', 'results'],
    tables: scorecardTables,
    partition: ({ stream }) => (UNIT_YEAR.has(categoryOf(stream)) ? keyOf(stream) : stream),
    on: {
      AssessmentOpened: fold,
      SelfScoreRecorded: fold,
      SelfAssessmentSubmitted: fold,
      SelfAssessmentReturned: fold,
      ExtensionGranted: fold,
      AppraisalConfirmed: fold,
      AppraisalAdjusted: fold,
      AppraisalClosed: fold,
      SurveyBatchRecorded: fold,
      SurveyBatchWithdrawn: fold,
      CaseReceived: fold,
      CaseAnswered: fold,
      CaseClosed: fold,
      UnitRegistered: rename,
      UnitRenamed: rename,
      ResultsPublished: recordPublication,
    },
    settle: (groups, context) => settle(groups, context, rulesets),
  };
}

/** The three streams of one unit-year stop together: a sheet without one of them would be wrong. */
const UNIT_YEAR = new Set(['assessment', 'survey', 'casework']);

function fold(event: Recorded<ScoreEvent>, write: Write): void {
  const { unitId, year } = event.data;
  write.table('facts').fold({ unit_id: unitId, year }, (row) => ({
    facts: evolveFacts((row?.facts as UnitYearFacts | undefined) ?? initialFacts(unitId, year), event),
  }));
  keepProvenance(event, write);
  write.touch(`${year}.${unitId}`);
}

function keepProvenance({ id, type, position, metadata }: Recorded<ScoreEvent>, write: Write): void {
  const { actor, onBehalfOf, role, recordedAt } = metadata;
  const who = { actor, on_behalf_of: onBehalfOf, role };
  write.table('event').set({ event_id: id }, { type, ...who, recorded_at: recordedAt, position: position.toString() });
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

/**
 * A unit-year has a sheet from AssessmentOpened on, which names its ruleset for good: the components of a sheet never change, so no row
 * of it ever goes away.
 */
async function settle(
  groups: readonly string[],
  { rows, table }: SettleContext<ScorecardTable>,
  rulesets: Pick<RulesetCatalog, 'get'>,
): Promise<void> {
  const keys = groups.map((group) => ({ unit_id: group.slice(5), year: Number(group.slice(0, 4)) }));
  for (const { row, before } of await rows('facts', keys)) {
    const facts = row.facts as UnitYearFacts;
    if (facts.ruleset === null) continue;
    const key = { unit_id: facts.unitId, year: facts.year };
    const known = before?.facts as UnitYearFacts | undefined;
    const { sheet, components } = sheetRows(facts, rulesets.get(facts.ruleset), known);
    table('sheet').set(key, sheet);
    for (const { code, columns } of components) table('component').set({ ...key, code }, columns);
  }
}
