import {
  adjustAppraisal,
  assessment,
  type AssessmentEvent,
  closeAppraisal,
  closeFieldAppraisal,
  confirmAppraisal,
  openAssessment,
  recordSelfScore,
  requestApproval,
  submitSelfAssessment,
} from '@app/assessment';
import { answerCase, casework, type CaseworkEvent, closeCase, receiveCase } from '@app/casework';
import { accountsOf, type NewEvent } from '@app/event-store';
import { type Aggregate, type DomainEvent, type Instant, workingCalendar } from '@app/kernel';
import { openPeriod, period, type PeriodEvent, sampleCalendar } from '@app/period';
import { nationalSizeRuleset } from '@app/ruleset';
import { recordSurveyBatch, survey, type SurveyEvent } from '@app/survey';
import {
  block,
  type BlockEvent,
  defineBlock,
  joinBlock,
  registerUnit,
  takeOffice,
  type Unit,
  unit,
  type UnitEvent,
} from '@app/unit';
import { nationAppends, nationPlan } from '.';

const ruleset = nationalSizeRuleset();
const plan = nationPlan({ seed: 11, provinces: 1, communes: 3, departments: 1, years: 2 });

/** Decides again what an event says, on what its stream said before it. */
type Decide<State, Event extends DomainEvent> = (
  state: State,
  event: Event,
  now: Instant,
  accounts: readonly string[],
) => Event[];

/** One stream after the other through its aggregate: every event is exactly what its decision would have recorded. */
class Replay<State, Event extends DomainEvent> {
  readonly states = new Map<string, State>();

  constructor(
    private readonly aggregate: Aggregate<State, Event>,
    private readonly decide: Decide<State, Event>,
  ) {}

  next(stream: string, { type, data, metadata }: NewEvent): void {
    const state = this.states.get(stream) ?? this.aggregate.initial;
    const event = { type, data } as Event;
    const decided = this.decide(state, event, metadata.recordedAt, accountsOf(metadata));
    expect(decided).toEqual([event]);
    this.states.set(stream, this.aggregate.evolve(state, event));
  }
}

const units = new Replay<Unit, UnitEvent>(unit, (state, event) => {
  if (event.type === 'UnitRegistered') return registerUnit(state, event.data);
  return event.type === 'OfficeTaken' ? takeOffice(state, event.data) : [];
});

const blocks = new Replay(block, (state, event: BlockEvent) => {
  if (event.type === 'BlockDefined') return defineBlock(state, event.data);
  if (event.type !== 'UnitJoinedBlock') return [];
  return joinBlock(state, event.data, units.states.get(`unit-${event.data.unitId}`) ?? unit.initial);
});

const samples = (year: number) => workingCalendar(sampleCalendar(year), sampleCalendar(year + 1));

const periods = new Replay(period, (state, event: PeriodEvent, now) =>
  event.type === 'PeriodOpened'
    ? openPeriod(state, { ...event.data, ...event.data.asked }, [ruleset, ruleset], samples(event.data.year), now)
    : [],
);

const files = new Replay(assessment, (state, event: AssessmentEvent, now, accounts) => {
  const appraiser = { accounts, unitId: null, fields: null };
  switch (event.type) {
    case 'AssessmentOpened':
      return openAssessment(state, event.data);
    case 'SelfScoreRecorded':
      return recordSelfScore(state, { ...event.data, override: null }, ruleset, accounts, now);
    case 'ApprovalRequested':
      return requestApproval(state, event.data, ruleset, accounts, now);
    case 'SelfAssessmentSubmitted':
      return submitSelfAssessment(state, event.data, accounts, now);
    case 'AppraisalConfirmed':
      return confirmAppraisal(state, event.data, ruleset, appraiser, now);
    case 'AppraisalAdjusted':
      return adjustAppraisal(
        state,
        { ...event.data, correction: false, resultsRecorded: false },
        ruleset,
        appraiser,
        now,
      );
    case 'FieldAppraisalClosed':
      return closeFieldAppraisal(state, { ...event.data, leadAgency: null, ownAgencies: [] }, ruleset, appraiser, now);
    case 'AppraisalClosed':
      return closeAppraisal(state, event.data, ruleset, appraiser, now);
    default:
      return [];
  }
});

const surveys = new Replay(survey, (state, event: SurveyEvent) =>
  event.type === 'SurveyBatchRecorded' ? recordSurveyBatch(state, event.data, ruleset) : [],
);

const cases = new Replay(casework, (state, event: CaseworkEvent, now) => {
  switch (event.type) {
    case 'CaseReceived':
      return receiveCase(
        state,
        { ...event.data, ...event.data.asked, externalNumber: event.data.externalNumber ?? '' },
        samples(event.data.year),
        now,
      );
    case 'CaseAnswered':
      return answerCase(state, event.data, now);
    case 'CaseClosed':
      return closeCase(state, { ...event.data, reason: event.data.reason || null }, now);
    default:
      return [];
  }
});

const replays = { unit: units, block: blocks, period: periods, assessment: files, survey: surveys, casework: cases };

it('records nothing that the decisions of the house would refuse, or would record otherwise', () => {
  let checked = 0;
  for (const { stream, events } of nationAppends(plan)) {
    const category = stream.slice(0, stream.indexOf('-'));
    if (category === 'results') continue; // Decided by the publication itself; see publishing.spec.ts.
    replays[category as keyof typeof replays].next(stream, events[0]);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(4_000);
});
