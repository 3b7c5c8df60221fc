import type { Recorded } from '@app/event-store';
import type { PeriodEvent } from '@app/period';
import type { PublicationEvent } from '@app/publication';
import { categoryOf, keyOf, type Projection, type ProjectionWriter } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import { evolveFacts, initialFacts, type ScoreEvent, type UnitYearFacts, unitOfStream } from '@app/scoring';
import type { BlockEvent, UnitEvent } from '@app/unit';
import type { Span } from './block-year';
import { editionOf } from './published';
import { type RankingTable, rankingTables, rankingVersion } from './ranking.tables';
import { rankBlockYears, settleUnitYears } from './settle-ranking';
import { spansAfter } from './spans';

type NameEvent = Extract<UnitEvent, { type: 'UnitRegistered' | 'UnitRenamed' }>;
type MembershipEvent = Exclude<BlockEvent, { type: 'BlockDefined' }>;
type EndEvent = Extract<UnitEvent, { type: 'UnitDissolved' }>;
type DescentEvent = Extract<
  UnitEvent,
  { type: 'LineageRecorded' | 'UnitLevelChanged' | 'ChangeWithdrawn' | 'SuccessionRuled' }
>;
/**
 * What a unit gives itself never enters its total, nor do its way through the own house before it submits, the course of its appraisal, a
 * longer deadline, and the number of a case and the answer to it.
 */
type UncountedType =
  | 'SelfScoreRecorded'
  | 'ApprovalRequested'
  | 'ApprovalDeclined'
  | 'ExplanationAsked'
  | 'ExplanationGiven'
  | 'FieldAppraisalClosed'
  | 'ExtensionGranted'
  | 'CaseRegistered'
  | 'AppraisalExtensionGranted'
  | 'CaseAnswered';
type CountingEvent = Exclude<ScoreEvent, { type: UncountedType }>;
export type RankingEvent =
  CountingEvent | NameEvent | EndEvent | DescentEvent | BlockEvent | PeriodEvent | PublicationEvent;
type Event<Type extends RankingEvent['type']> = Recorded<Extract<RankingEvent, { type: Type }>>;
type Write = ProjectionWriter<RankingTable>;

/** The stored rank of every unit in its block, for every year: as published, as imported, as announced, or as it stands in an open year. */
export function ranking(rulesets: Pick<RulesetCatalog, 'get'>): Projection<RankingEvent, RankingTable> {
  return {
    name: 'ranking',
    version: rankingVersion,
    categories: ['unit', 'block', 'period', 'assessment', 'survey', 'casework', 'results'],
    tables: rankingTables,
    partition: ({ stream }) => (UNIT_YEAR.has(categoryOf(stream)) ? keyOf(stream) : stream),
    dividedBy: unitOfStream,
    on: { ...scores, ...frame, ...descent, ...editions },
    settle: (groups, context) => settleUnitYears(groups, context, rulesets),
    across: (groups, context) => rankBlockYears(groups, context, rulesets),
  };
}

/** The three streams of one unit-year stop together. */
const UNIT_YEAR = new Set(['assessment', 'survey', 'casework']);

function fold(event: Recorded<CountingEvent>, write: Write): void {
  const { unitId, year } = event.data;
  write.table('facts').fold({ unit_id: unitId, year }, (row) => ({
    facts: evolveFacts((row?.facts as UnitYearFacts | undefined) ?? initialFacts(unitId, year), event),
  }));
  write.touch(`unit-year/${year}/${unitId}`);
}

const scores = {
  AssessmentOpened: fold,
  SelfAssessmentSubmitted: fold,
  SelfAssessmentReturned: fold,
  AppraisalConfirmed: fold,
  AppraisalAdjusted: fold,
  AppraisalClosed: fold,
  CouncilDecided: fold,
  PointsRuled: fold,
  SurveyBatchRecorded: fold,
  SurveyBatchWithdrawn: fold,
  CaseReceived: fold,
  CaseClosed: fold,
};

function rename({ data }: Recorded<NameEvent>, write: Write): void {
  write.table('unit').set({ unit_id: data.unitId }, { name: data.name });
}

/** What was told of a unit's memberships, by revision; JavaScript lists such names in the order of their numbers. */
type ToldMemberships = Readonly<Record<string, MembershipEvent>>;

/** Told twice, it happened once. */
function belongs({ type, data, revision }: Recorded<MembershipEvent>, write: Write): void {
  const { blockId, unitId } = data;
  write.table('member').fold({ block_id: blockId, unit_id: unitId }, (row) => {
    const said = { [revision.toString()]: { type, data } as MembershipEvent };
    const told = { ...(row?.told as ToldMemberships | undefined), ...said };
    return { told, spans: Object.values(told).reduce<readonly Span[]>(spansAfter, []) };
  });
  write.spread(`block/${blockId}`);
}

const frame = {
  UnitRegistered: rename,
  UnitRenamed: rename,
  UnitDissolved: ({ data: { unitId, effectiveOn } }: Event<'UnitDissolved'>, write: Write) => {
    write.table('unit').set({ unit_id: unitId }, { dissolved_on: effectiveOn });
    write.spread(`unit/${unitId}`);
  },
  BlockDefined: ({ data: { blockId, name } }: Event<'BlockDefined'>, write: Write) =>
    write.table('block').set({ block_id: blockId }, { name }),
  UnitJoinedBlock: belongs,
  UnitLeftBlock: belongs,
  MembershipCorrected: belongs,
  PeriodOpened: ({ data: { year, blocks } }: Event<'PeriodOpened'>, write: Write) => {
    for (const { blockId, ruleset } of blocks) {
      write.table('period').set({ year, block_id: blockId }, { ruleset });
      write.touch(`block-year/${year}/${blockId}`);
    }
  },
  BlockSkipped: ({ data: { year, blockId, reason } }: Event<'BlockSkipped'>, write: Write) => {
    write.table('period').set({ year, block_id: blockId }, { skipped: reason });
    write.touch(`block-year/${year}/${blockId}`);
  },
};

/** What decides whose last year a unit's is compared with. */
const descent = {
  LineageRecorded: (event: Event<'LineageRecorded'>, write: Write) => {
    const { unitId, kind, predecessors, effectiveOn, decree } = event.data;
    for (const { unitId: predecessorId, share } of predecessors.length === 0 ? NOBODY : predecessors) {
      const key = { unit_id: unitId, predecessor_id: predecessorId, event_id: event.id };
      write.table('lineage').set(key, { kind, share, effective_on: effectiveOn, decree, ...saidAt(event) });
      if (share !== '1') write.spread(`unit/${predecessorId}`);
    }
    write.spread(`unit/${unitId}`);
  },
  UnitLevelChanged: (event: Event<'UnitLevelChanged'>, write: Write) => {
    const { unitId, effectiveOn, decree } = event.data;
    const key = { unit_id: unitId, predecessor_id: '', event_id: event.id };
    const change = { kind: 'level-change', share: null, effective_on: effectiveOn, decree };
    write.table('lineage').set(key, { ...change, ...saidAt(event) });
    write.spread(`unit/${unitId}`);
  },
  ChangeWithdrawn: (event: Event<'ChangeWithdrawn'>, write: Write) => {
    const { unitId, kind, eventId, name, predecessorIds } = event.data;
    const { position, recorded_at } = saidAt(event);
    if (kind === 'renaming') write.table('unit').set({ unit_id: unitId }, { name });
    else if (kind === 'dissolution') write.table('unit').set({ unit_id: unitId }, { dissolved_on: null });
    else
      for (const predecessor_id of predecessorIds.length === 0 ? [''] : predecessorIds) {
        const key = { unit_id: unitId, predecessor_id, event_id: eventId };
        write.table('lineage').set(key, { withdrawn_position: position, withdrawn_at: recorded_at });
      }
    for (const each of [unitId, ...predecessorIds]) write.spread(`unit/${each}`);
  },
  SuccessionRuled: (event: Event<'SuccessionRuled'>, write: Write) => {
    const { unitId, year, predecessorId, reason } = event.data;
    const { position, recorded_at } = saidAt(event);
    const columns = { recorded_at, predecessor_id: predecessorId, reason, event_id: event.id };
    write.table('ruling').set({ unit_id: unitId, year, position }, columns);
    write.spread(`unit/${unitId}`);
  },
};

function saidAt({ position, metadata }: Recorded<DescentEvent>) {
  return { position, recorded_at: metadata.recordedAt };
}

const NOBODY = [{ unitId: '', share: null }];

function keepEdition(event: Recorded<PublicationEvent>, write: Write): void {
  const { id, position, metadata, data } = event;
  const { head, results } = editionOf(event);
  const columns = { recorded_at: metadata.recordedAt, kind: head.state, event_id: id, head, results };
  write.table('edition').set({ year: data.year, block_id: data.blockId, position }, columns);
  write.touch(`block-year/${data.year}/${data.blockId}`);
}

const editions = {
  ProvisionalResultsAnnounced: keepEdition,
  ResultsPublished: keepEdition,
  ResultsCorrected: keepEdition,
  ResultsImported: keepEdition,
};
