import { assertNever } from '@app/kernel';
import { recordBatch, withdrawBatch } from './evolve-survey';
import type {
  AppraisalFacts,
  CaseFacts,
  ComponentFacts,
  CouncilFacts,
  Phase,
  Recorded,
  RulingFacts,
  ScoreEvent,
  SelfFacts,
  Stated,
  UnitYearFacts,
} from './facts';
import { entry, isOlder, stated } from './stated';

/**
 * The facts after one more event of the unit-year. Exhaustive over everything that can change a score; delivering an event again, or
 * an older one late, changes nothing that a newer one has said.
 */
export function evolveFacts(facts: UnitYearFacts, event: Recorded<ScoreEvent>): UnitYearFacts {
  switch (event.type) {
    case 'AssessmentOpened':
      return withOpening(facts, event);
    case 'SelfScoreRecorded':
      return withSelf(facts, event);
    case 'ApprovalRequested':
    case 'ApprovalDeclined':
    case 'SelfAssessmentSubmitted':
    case 'SelfAssessmentReturned':
    case 'AppraisalClosed':
      return withPhase(facts, PHASES[event.type], stated(event));
    case 'AppraisalConfirmed':
    case 'AppraisalAdjusted':
      return withAppraisal(facts, event);
    case 'CouncilDecided':
      return withCouncil(facts, event);
    case 'PointsRuled':
      return withRuling(facts, event);
    case 'SurveyBatchRecorded':
      return recordBatch(facts, event);
    case 'SurveyBatchWithdrawn':
      return withdrawBatch(facts, event);
    case 'CaseReceived':
    case 'CaseClosed':
      return withCase(facts, event);
    case 'ExtensionGranted':
    case 'AppraisalExtensionGranted':
    case 'ExplanationAsked':
    case 'ExplanationGiven':
    case 'FieldAppraisalClosed':
    case 'CaseRegistered':
    case 'CaseAnswered':
      return facts;
    default:
      return assertNever(event);
  }
}

/** What the file comes to by an event. */
const PHASES = {
  ApprovalRequested: 'awaiting-approval',
  ApprovalDeclined: 'declaring',
  SelfAssessmentSubmitted: 'submitted',
  SelfAssessmentReturned: 'declaring',
  AppraisalClosed: 'appraised',
} as const satisfies Partial<Record<ScoreEvent['type'], Phase>>;

type Of<Type extends ScoreEvent['type']> = Extract<Recorded<ScoreEvent>, { type: Type }>;

function withPhase(facts: UnitYearFacts, phase: Phase, phaseStated: Stated): UnitYearFacts {
  return isOlder(phaseStated, facts.phaseStated) ? facts : { ...facts, phase, phaseStated };
}

function withOpening(facts: UnitYearFacts, event: Of<'AssessmentOpened'>): UnitYearFacts {
  const { blockId, ruleset } = event.data;
  return withPhase({ ...facts, blockId, ruleset }, 'declaring', stated(event));
}

function withSelf(facts: UnitYearFacts, event: Of<'SelfScoreRecorded'>): UnitYearFacts {
  const { component, declaration, points, overrideReason, evidence } = event.data;
  const self: SelfFacts = { declaration, points, overrideReason, evidence, ...stated(event) };
  return isOlder(self, entry(facts.components, component)?.self) ? facts : withComponent(facts, component, { self });
}

/** The last word counts, as for who writes: nobody goes back to an earlier round. */
function withAppraisal(facts: UnitYearFacts, event: Of<'AppraisalConfirmed' | 'AppraisalAdjusted'>): UnitYearFacts {
  const { component, round } = event.data;
  const outcome =
    event.type === 'AppraisalConfirmed'
      ? { points: event.data.points, reason: null }
      : { points: event.data.to, reason: event.data.reason };
  const appraisal: AppraisalFacts = { ...outcome, round, ...stated(event) };
  return isOlder(appraisal, entry(facts.components, component)?.appraisal)
    ? facts
    : withComponent(facts, component, { appraisal });
}

function withCouncil(facts: UnitYearFacts, event: Of<'CouncilDecided'>): UnitYearFacts {
  const { component, to: points, minutes, votes, reason } = event.data;
  const council: CouncilFacts = { points, minutes, votes, reason, ...stated(event) };
  return isOlder(council, entry(facts.components, component)?.council)
    ? facts
    : withComponent(facts, component, { council });
}

function withRuling(facts: UnitYearFacts, event: Of<'PointsRuled'>): UnitYearFacts {
  const { component, to: points, case: about, decision, reason } = event.data;
  const { number, signedOn } = decision;
  const ruling: RulingFacts = { points, case: about, decision: { number, signedOn }, reason, ...stated(event) };
  return isOlder(ruling, entry(facts.components, component)?.ruling)
    ? facts
    : withComponent(facts, component, { ruling });
}

function withComponent(facts: UnitYearFacts, code: string, change: ComponentFacts): UnitYearFacts {
  return { ...facts, components: { ...facts.components, [code]: { ...entry(facts.components, code), ...change } } };
}

function withCase(facts: UnitYearFacts, event: Of<'CaseReceived' | 'CaseClosed'>): UnitYearFacts {
  const { caseId, kind, component } = event.data;
  const outcome = event.type === 'CaseClosed' ? event.data.outcome : null;
  const stating: CaseFacts = { kind, component, outcome, ...stated(event) };
  return isOlder(stating, entry(facts.cases, caseId))
    ? facts
    : { ...facts, cases: { ...facts.cases, [caseId]: stating } };
}
