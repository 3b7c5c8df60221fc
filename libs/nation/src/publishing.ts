import { assessmentStream } from '@app/assessment';
import { caseworkStream } from '@app/casework';
import { accounts } from '@app/demo';
import { type DomainEvent, fold, type Instant } from '@app/kernel';
import {
  announceProvisionalResults,
  type BlockYearSnapshot,
  type PublicationEvent,
  publishResults,
  results,
  resultsStream,
  type UnitYearSnapshot,
} from '@app/publication';
import { initialFacts, type UnitYearFacts } from '@app/scoring';
import { surveyStream } from '@app/survey';
import { unitStream } from '@app/unit';
import { appraiseBy, calendar, objectUntil, submitBy, workingDays } from './calendar';
import { casesOf } from './case-plan';
import { planComponent } from './component-plan';
import { UNIT_EVENTS } from './foundation';
import { isCorrected, type NationRules, type UnitYear } from './nation-year';
import type { NationAppend, Recorder } from './recorder';
import { responsesOf } from './survey-plan';
import { assessmentEventsOf, caseworkEventsOf, ROUNDS } from './unit-year';
import type { NationBlock } from './units';

/** A block's year, all appraisals of which are closed. */
export interface FinishedYear {
  readonly block: NationBlock;
  readonly year: number;
  readonly members: readonly UnitYear[];
  readonly rules: NationRules;
  /** From when on the units bear their names. */
  readonly since: string;
  readonly log: Recorder;
}

/** The block's provisional results, decided by the publication's own rule on what the log says up to here. */
export function announcing(finished: FinishedYear): NationAppend {
  return recorded(announced(finished, finished.log.instant), 0, finished);
}

function announced(finished: FinishedYear, at: Instant): PublicationEvent[] {
  const [snapshot, catalog] = [snapshotOf(finished), catalogOf(finished.rules)];
  const { year } = finished;
  const [until, days] = [objectUntil(year), workingDays(year)];
  return announceProvisionalResults(results.initial, snapshot, catalog, until, days, [accounts.publisher], at);
}

/** Its official results, likewise; nothing changed since they were announced. */
export function publishing(finished: FinishedYear): NationAppend {
  const { year, rules, log } = finished;
  const shown = fold(results, announced(finished, calendar.announcing(year)));
  const decision = { number: `MẪU-${year}/QĐ-UBND`, signedOn: `${year + 1}-03-15`, signer: 'Người ký mẫu' };
  const by = [accounts.publisher];
  return recorded(
    publishResults(shown, snapshotOf(finished), catalogOf(rules), decision, by, log.instant),
    1,
    finished,
  );
}

function recorded([event]: readonly DomainEvent[], revision: number, { block, year, log }: FinishedYear): NationAppend {
  if (event === undefined) throw new RangeError(`Nothing was decided about ${block.blockId} in ${year}`);
  return log.record(resultsStream(year, block.blockId), revision, event, [
    accounts.publisher,
    'administrator-of-units',
  ]);
}

function catalogOf({ ruleset }: NationRules): Parameters<typeof publishResults>[2] {
  return { get: () => ruleset };
}

function snapshotOf({ block: { blockId, name }, year, members, rules, since, log }: FinishedYear): BlockYearSnapshot {
  const period = { submitBy: submitBy(year), appraiseBy: appraiseBy(year), ruleset: rules.ref, skipped: false };
  const units = members.map((member) => unitOf(member, rules, since)).sort(byUnitId);
  return { year, blockId, blockName: name, logPosition: log.position, period, units };
}

function byUnitId(a: UnitYearSnapshot, b: UnitYearSnapshot): number {
  return a.unitId < b.unitId ? -1 : 1;
}

/** What a reader of the log would find: the spec reads it from a log and holds that nothing differs. */
function unitOf({ unit, blockId, shape }: UnitYear, rules: NationRules, since: string): UnitYearSnapshot {
  const { year, unitId } = shape;
  const events = assessmentEventsOf(shape, rules);
  const used: [stream: string, events: number][] = [
    [unitStream(unitId), UNIT_EVENTS],
    [assessmentStream(year, unitId), events],
    [surveyStream(year, unitId), shape.surveyBatches],
    [caseworkStream(year, unitId), caseworkEventsOf(shape)],
  ];
  return {
    unitId,
    atYearEnd: true,
    endedOn: null,
    facts: factsOf({ unit, blockId, shape }, rules),
    submitBy: submitBy(year),
    returned: false,
    appraisers: [],
    ruledCases: [],
    names: [{ name: unit.name, from: since }],
    used: Object.fromEntries(used.map(([stream, count]) => [stream, String(count - 1)])),
    unreadable: null,
  };
}

/** Who says so does not enter a result. */
const stated = { eventId: '', revision: '0' };

function factsOf({ blockId, shape }: UnitYear, rules: NationRules): UnitYearFacts {
  const { year, unitId, submitted } = shape;
  const phase = submitted ? 'appraised' : 'declaring';
  const facts = { ...initialFacts(unitId, year), blockId, ruleset: rules.ref, phase, phaseStated: stated } as const;
  if (!submitted) return facts;
  const { declarable } = rules;
  const components = declarable.map(({ code }, place) => [code, { appraisal: finalRound(shape, rules, place) }]);
  const cases = casesOf(shape).map(({ caseId, kind, outcome }) => [
    caseId,
    { kind, component: null, outcome, ...stated },
  ]);
  return {
    ...facts,
    components: Object.fromEntries(components) as UnitYearFacts['components'],
    batches: { all: { respondents: 0, tallies: talliesOf(shape, rules), ...stated } },
    cases: Object.fromEntries(cases) as UnitYearFacts['cases'],
  };
}

function finalRound(shape: UnitYear['shape'], { declarable }: NationRules, place: number) {
  const component = declarable[place];
  if (!component) throw new RangeError(`The rubric has no component at ${place}`);
  const { rounds } = planComponent(shape, component, isCorrected(shape, place, declarable.length));
  return { points: rounds[ROUNDS - 1]?.to ?? null, round: ROUNDS, reason: null, ...stated };
}

/** All answers of the unit's year, by question and option. */
function talliesOf(shape: UnitYear['shape'], { questionnaire }: NationRules): Record<string, Record<string, number>> {
  const counts = questionnaire.questions.map((): Record<string, number> => ({}));
  for (let batch = 1; batch <= shape.surveyBatches; batch += 1) {
    for (const response of responsesOf(shape, batch, questionnaire)) {
      for (const [place, count] of counts.entries()) {
        const letter = response.charAt(place);
        count[letter] = (count[letter] ?? 0) + 1;
      }
    }
  }
  return Object.fromEntries(questionnaire.questions.map((question, place) => [question, counts[place] ?? {}]));
}
