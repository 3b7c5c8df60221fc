import { accounts } from '@app/demo';
import { periodOpened, periodStream } from '@app/period';
import { nationalSizeRuleset } from '@app/ruleset';
import { abreast } from './abreast';
import { appraising, closing, declaring, opening, submitting } from './assessment-phases';
import { appraiseBy, askedDeadlines, calendar, submitBy } from './calendar';
import { foundation, UNIT_EVENTS } from './foundation';
import type { NationPlan } from './nation-plan';
import { nationRules, type NationRules, type UnitYear, unitYears } from './nation-year';
import { handlingCases, surveying } from './other-phases';
import { announcing, publishing } from './publishing';
import { type NationAppend, Recorder } from './recorder';
import { assessmentEventsOf, caseworkEventsOf, ROUNDS } from './unit-year';
import { blocksOf, type NationBlock, yearsOf } from './units';

/**
 * The log of a made-up nation, append by append, for a log that holds nothing but its identity. Nothing of it is kept: memory follows
 * from the number of units, not of events. The same plan gives the same events on every machine.
 */
export function* nationAppends(plan: NationPlan): Generator<NationAppend, void, undefined> {
  const rules = nationRules(nationalSizeRuleset());
  const blocks = blocksOf(plan);
  const log = new Recorder(plan);
  const since = `${yearsOf(plan)[0]}-01-01`;
  yield* foundation(blocks, since, log);
  for (const year of yearsOf(plan)) {
    yield* assessmentYear({ plan, year, blocks, rules, log });
    for (const [begins, decided] of [
      [calendar.announcing(year), announcing],
      [calendar.publishing(year), publishing],
    ] as const) {
      log.begin(begins);
      for (const block of blocks) {
        const members = [...unitYears([block], plan.seed, year, rules)];
        yield decided({ block, year, members, rules, since, log });
      }
    }
  }
}

interface Year {
  readonly plan: NationPlan;
  readonly year: number;
  readonly blocks: readonly NationBlock[];
  readonly rules: NationRules;
  readonly log: Recorder;
}

/** From the opening of the year to the end of every appraisal, phase by phase through the whole nation. */
function* assessmentYear({ plan, year, blocks, rules, log }: Year): Generator<NationAppend> {
  log.begin(calendar.period(year));
  const inEffect = { submitBy: submitBy(year), appraiseBy: appraiseBy(year) };
  const opened = { year, ...inEffect, asked: askedDeadlines(year) };
  const bound = blocks.map(({ blockId }) => ({ blockId, ruleset: rules.ref }));
  const registrar = [accounts.registrar, 'administrator-of-units'] as const;
  yield log.record(periodStream(year), 0, periodOpened.of({ ...opened, blocks: bound }), registrar);
  const phase = function* (begins: string, lane: (unitYear: UnitYear) => Iterable<NationAppend>) {
    log.begin(begins);
    yield* abreast(lanes(unitYears(blocks, plan.seed, year, rules), lane));
  };
  yield* phase(calendar.opening(year), (unit) => opening(unit, rules, log));
  yield* phase(calendar.casework(year), (unit) => handlingCases(unit, log));
  yield* phase(calendar.declaring(year), (unit) => declaring(unit, rules, log));
  yield* phase(calendar.submitting(year), (unit) => submitting(unit, rules, log));
  yield* phase(calendar.surveys(year), (unit) => surveying(unit, rules, log));
  for (let round = 1; round <= ROUNDS; round += 1)
    yield* phase(calendar.round(year, round), (unit) => appraising(unit, rules, round, log));
  yield* phase(calendar.closing(year), (unit) => closing(unit, rules, log));
}

function* lanes<Item>(units: Iterable<UnitYear>, lane: (unit: UnitYear) => Iterable<Item>): Generator<Iterable<Item>> {
  for (const unit of units) yield lane(unit);
}

/** How many events the plan has, exactly, without making them. */
export function countEvents(plan: NationPlan): number {
  const rules = nationRules(nationalSizeRuleset());
  const blocks = blocksOf(plan);
  const units = blocks.reduce((sum, block) => sum + block.units.length, 0);
  let events = units * (UNIT_EVENTS + 1) + blocks.length;
  for (const year of yearsOf(plan)) {
    events += 1 + 2 * blocks.length;
    for (const { shape } of unitYears(blocks, plan.seed, year, rules))
      events += assessmentEventsOf(shape, rules) + caseworkEventsOf(shape) + shape.surveyBatches;
  }
  return events;
}
