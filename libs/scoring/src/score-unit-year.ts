import { Rational } from '@app/kernel';
import { type Component, componentsOf, type Field, type Ruleset } from '@app/ruleset';
import { classify } from './standing';
import { inWords, scoreComponent } from './component-score';
import type { UnitYearFacts } from './facts';
import type { ComponentScore, ScoreSheet, Subtotal, WordlessScore } from './score-sheet';

const PERCENT = Rational.of(100);

/**
 * Scores one unit's year. Exact to the end: total = appraised + survey + bonus − penalty (both within their caps), index % = total ÷
 * applicable maximum × 100, displayed once, half-up. The self-score never enters. While a component is missing there is no index and
 * no class: what is not yet known is not 0.
 */
export function scoreUnitYear(facts: UnitYearFacts, ruleset: Ruleset): ScoreSheet {
  const components = componentsOf(ruleset).map((component) => scoreComponent(component, facts));
  const missing = components.filter(({ state }) => state === 'missing').map(({ code }) => code);
  const parts = partsOf(components, ruleset);
  const total = Rational.sum([parts.appraised, parts.survey, parts.bonus, parts.penalty.negated()]);
  const maximum = Rational.sum(components.map(({ max }) => max));
  const index = missing.length > 0 || maximum.isZero() ? null : total.dividedBy(maximum).times(PERCENT);
  let worded: readonly ComponentScore[] | undefined;
  return {
    unitId: facts.unitId,
    year: facts.year,
    get components() {
      return (worded ??= components.map(inWords));
    },
    ...subtotalsOf(ruleset.fields, components),
    ...parts,
    total,
    maximum,
    index,
    totalDisplayed: total.toFixed(ruleset.displayPlaces),
    indexDisplayed: index?.toFixed(ruleset.displayPlaces) ?? null,
    ...classify(index, ruleset),
    missing,
    selfTotal: Rational.sum(components.map(({ selfPoints }) => selfPoints ?? Rational.zero)),
  };
}

function partsOf(components: readonly WordlessScore[], ruleset: Pick<Ruleset, 'bonusCap' | 'penaltyCap'>) {
  const sumOf = (part: Component['part']) => sumOfPoints(components.filter((component) => component.part === part));
  return {
    appraised: sumOf('appraised'),
    survey: sumOf('survey'),
    bonus: within(sumOf('bonus'), ruleset.bonusCap),
    penalty: within(sumOf('penalty').negated(), ruleset.penaltyCap),
  };
}

/** Between 0 and the cap. */
function within(points: Rational, cap: string): Rational {
  return Rational.max(Rational.zero, Rational.min(Rational.of(cap), points));
}

/**
 * Unrounded sums of all components under each criterion and field, bonus and penalty (before caps) included. `components`: in the order of
 * the ruleset.
 */
function subtotalsOf(fields: readonly Field[], components: readonly WordlessScore[]) {
  let place = 0;
  const criteria: Subtotal[] = [];
  const ofFields = fields.map((field) => {
    const first = place;
    for (const criterion of field.criteria) {
      const end = place + criterion.components.length;
      criteria.push(subtotal(criterion, components.slice(place, end)));
      place = end;
    }
    return subtotal(field, components.slice(first, place));
  });
  return { criteria, fields: ofFields };
}

function subtotal({ code, name }: { code: string; name: string }, own: readonly WordlessScore[]): Subtotal {
  return { code, name, points: sumOfPoints(own), max: Rational.sum(own.map(({ max }) => max)) };
}

function sumOfPoints(components: readonly WordlessScore[]): Rational {
  return Rational.sum(components.map(({ points }) => points ?? Rational.zero));
}
