import { assessmentStream } from '@app/assessment';
import { caseworkStream } from '@app/casework';
import { accounts } from '@app/demo';
import { publishResults, results, resultsStream, type UnitYearSnapshot } from '@app/publication';
import { initialFacts, type UnitYearFacts } from '@app/scoring';
import { surveyStream } from '@app/survey';
import { unitStream } from '@app/unit';
import { appraiseBy, submitBy } from './calendar';
import { casesOf } from './case-plan';
import { planComponent } from './component-plan';
import { UNIT_EVENTS } from './foundation';
import { isCorrected, type NationRules, type UnitYear } from './nation-year';
import type { NationAppend, Recorder } from './recorder';
import { responsesOf } from './survey-plan';
import { assessmentEventsOf, caseworkEventsOf, ROUNDS } from './unit-year';
import type { NationBlock } from './units';

/** The block's results, decided by the publication's own rule on what the log says up to here. */
export function* publishing(
  { blockId, name }: NationBlock,
  year: number,
  members: readonly UnitYear[],
  rules: NationRules,
  since: string,
  log: Recorder,
): Generator<NationAppend> {
  const period = { submitBy: submitBy(year), appraiseBy: appraiseBy(year), ruleset: rules.ref, skipped: false };
  const units = members.map((member) => snapshotOf(member, rules, since)).sort(byUnitId);
  const snapshot = { year, blockId, blockName: name, logPosition: log.position, period, units };
  const decision = { number: `MẪU-${year}/QĐ-UBND`, signedOn: `${year + 1}-03-15`, signer: 'Người ký mẫu' };
  const catalog = { get: () => rules.ruleset };
  const decided = publishResults(results.initial, snapshot, catalog, decision, [accounts.publisher], log.instant);
  for (const event of decided)
    yield log.record(resultsStream(year, blockId), 0, event, [accounts.publisher, 'administrator-of-units']);
}

function byUnitId(a: UnitYearSnapshot, b: UnitYearSnapshot): number {
  return a.unitId < b.unitId ? -1 : 1;
}

/** What a reader of the log would find: the spec reads it from a log and holds that nothing differs. */
function snapshotOf({ unit, blockId, shape }: UnitYear, rules: NationRules, since: string): UnitYearSnapshot {
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
    facts: factsOf({ unit, blockId, shape }, rules),
    submitBy: submitBy(year),
    appraisers: [],
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
