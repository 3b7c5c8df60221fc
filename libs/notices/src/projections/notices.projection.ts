import type { AssessmentEvent } from '@app/assessment';
import type { CaseworkEvent } from '@app/casework';
import type { Recorded } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { PublicationEvent } from '@app/publication';
import type { Projection, ProjectionWriter } from '@app/read-store';
import type { UnitEvent } from '@app/unit';
import type { SaidKind, Sayings } from './notice';
import { type NoticesTable, noticesTables, noticesVersion } from './notices.tables';
import { standingsIn } from './standings-in';

export type NoticesEvent =
  | Extract<UnitEvent, { type: 'UnitRegistered' | 'SuccessionRuled' }>
  | Extract<
      AssessmentEvent,
      {
        type:
          | 'SelfAssessmentReturned'
          | 'ExtensionGranted'
          | 'ExplanationAsked'
          | 'AppraisalClosed'
          | 'CouncilDecided'
          | 'PointsRuled';
      }
    >
  | Extract<CaseworkEvent, { type: 'CaseClosed' }>
  | Exclude<PublicationEvent, { type: 'ResultsImported' }>;
type Event<Type extends NoticesEvent['type']> = Recorded<Extract<NoticesEvent, { type: Type }>>;
type Write = ProjectionWriter<NoticesTable>;

interface Terms {
  readonly deadline?: Instant;
  readonly blockId?: string;
}

function tell<Kind extends SaidKind>(
  write: Write,
  { id, position, metadata }: Recorded<NoticesEvent>,
  { unitId, year }: { readonly unitId: string; readonly year: number },
  kind: Kind,
  says: Sayings[Kind],
  { deadline, blockId }: Terms = {},
): void {
  write.table('notice').set(
    { unit_id: unitId, position, kind },
    {
      year,
      block_id: blockId ?? null,
      event_id: id,
      recorded_at: metadata.recordedAt,
      correlation_id: metadata.correlationId,
      deadline: deadline ?? null,
      says,
    },
  );
}

/** What happens to a unit's file. */
const file = {
  SelfAssessmentReturned: (event: Event<'SelfAssessmentReturned'>, write: Write) => {
    const { reason, submitBy } = event.data;
    tell(write, event, event.data, 'file-returned', { reason }, { deadline: submitBy });
  },
  ExtensionGranted: (event: Event<'ExtensionGranted'>, write: Write) => {
    const { components, reason, submitBy } = event.data;
    tell(write, event, event.data, 'extension-granted', { components, reason }, { deadline: submitBy });
  },
  ExplanationAsked: (event: Event<'ExplanationAsked'>, write: Write) => {
    const { component, question, answerBy } = event.data;
    tell(write, event, event.data, 'explanation-asked', { component, question }, { deadline: answerBy });
  },
  AppraisalClosed: (event: Event<'AppraisalClosed'>, write: Write) =>
    tell(write, event, event.data, 'appraisal-closed', { round: event.data.round }),
  CouncilDecided: (event: Event<'CouncilDecided'>, write: Write) => {
    const { component, from, to, minutes, reason } = event.data;
    tell(write, event, event.data, 'council-decided', { component, from, to, minutes, reason });
  },
  PointsRuled: (event: Event<'PointsRuled'>, write: Write) => {
    const { component, from, to, decision, reason } = event.data;
    tell(write, event, event.data, 'points-ruled', { component, from, to, decision: signed(decision), reason });
  },
};

/** Of cases only what the unit itself holds against its score: who complained of it, and what came of that, is no notice. */
const objections = {
  CaseClosed: (event: Event<'CaseClosed'>, write: Write) => {
    const { kind, component, outcome, reason } = event.data;
    if (kind !== 'score-objection' && kind !== 'score-complaint') return;
    tell(write, event, event.data, 'objection-answered', { case: kind, component, outcome, reason });
  },
};

const results = {
  ProvisionalResultsAnnounced: (event: Event<'ProvisionalResultsAnnounced'>, write: Write) => {
    const { year, blockId, objectUntil: deadline } = event.data;
    for (const [unitId, standing] of standingsIn(event.data))
      tell(write, event, { unitId, year }, 'provisional-results', standing, { blockId, deadline });
  },
  ResultsPublished: (event: Event<'ResultsPublished'>, write: Write) => {
    const { year, blockId } = event.data;
    const decision = signed(event.data.decision);
    for (const [unitId, standing] of standingsIn(event.data))
      tell(write, event, { unitId, year }, 'results-published', { ...standing, decision }, { blockId });
  },
  ResultsCorrected: (event: Event<'ResultsCorrected'>, write: Write) => {
    const { year, blockId, reason } = event.data;
    const decision = signed(event.data.decision);
    for (const [unitId, standing] of standingsIn(event.data, event.data.differences))
      tell(write, event, { unitId, year }, 'results-corrected', { ...standing, decision, reason }, { blockId });
  },
};

function signed({ number, signedOn }: { readonly number: string; readonly signedOn: string }) {
  return { number, signedOn };
}

const organisation = {
  UnitRegistered: ({ data }: Event<'UnitRegistered'>, write: Write) =>
    write.table('unit').set({ unit_id: data.unitId }, {}),
  SuccessionRuled: (event: Event<'SuccessionRuled'>, write: Write) => {
    const { predecessorId, takesOver, reason } = event.data;
    tell(write, event, event.data, 'succession-ruled', { predecessorId, takesOver, reason });
  },
};

/** What each unit has to know of, a row per unit and event, set by that event alone: no row rests on another. */
export const notices: Projection<NoticesEvent, NoticesTable> = {
  name: 'notices',
  version: noticesVersion,
  categories: ['unit', 'assessment', 'casework', 'results'],
  tables: noticesTables,
  partition: ({ stream }) => stream,
  on: { ...file, ...objections, ...results, ...organisation },
};
