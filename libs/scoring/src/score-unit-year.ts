import { Rational } from '@app/kernel';
import { type Component, componentsOf, type Field, type Ruleset } from '@app/ruleset';
import { classify } from './standing';
import { scoreComponent } from './component-score';
import type { UnitYearFacts } from './facts';
import { sameObjects } from './same-objects';
import { entry } from './stated';
import type { ComponentScore, ScoreSheet, Subtotal } from './score-sheet';

const PERCENT = Rational.of(100);

/** Facts that were scored by a ruleset, none of them changed in place since, and what they came to. */
export interface ScoredFacts {
  readonly facts: UnitYearFacts;
  readonly ruleset: Ruleset;
  readonly sheet: Pick<ScoreSheet, 'components'>;
}

/**
 * Scores one unit's year. Exact to the end: total = appraised + survey + bonus − penalty (both within their caps), index % = total ÷
 * applicable maximum × 100, displayed once, half-up. The self-score never enters. While a component is missing there is no index and
 * no class: what is not yet known is not 0.
 * With `before` scores are taken over from there, as the same objects, of components that rest on the same objects: it changes no result.
 */
export function scoreUnitYear(facts: UnitYearFacts, ruleset: Ruleset, before?: ScoredFacts): ScoreSheet {
  const components = scoresOf(facts, ruleset, before);
  const missing = components.filter(({ state }) => state === 'missing').map(({ code }) => code);
  const parts = partsOf(components, ruleset);
  const total = Rational.sum([parts.appraised, parts.survey, parts.bonus, parts.penalty.negated()]);
  const maximum = Rational.sum(components.map(({ max }) => max));
  const index = missing.length > 0 || maximum.isZero() ? null : total.dividedBy(maximum).times(PERCENT);
  return {
    unitId: facts.unitId,
    year: facts.year,
    components,
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

function scoresOf(facts: UnitYearFacts, ruleset: Ruleset, before: ScoredFacts | undefined): readonly ComponentScore[] {
  const all = componentsOf(ruleset);
  const isSame =
    before?.ruleset === ruleset &&
    sameObjects(before.facts.batches, facts.batches) &&
    sameObjects(before.facts.cases, facts.cases);
  if (!isSame) return all.map((component) => scoreComponent(component, facts));
  const known = before.facts.components;
  return all.map((component, place) => {
    const score = sameObjects(entry(known, component.code), entry(facts.components, component.code))
      ? before.sheet.components[place]
      : undefined;
    return score ?? scoreComponent(component, facts);
  });
}

function partsOf(components: readonly ComponentScore[], ruleset: Pick<Ruleset, 'bonusCap' | 'penaltyCap'>) {
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
function subtotalsOf(fields: readonly Field[], components: readonly ComponentScore[]) {
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

function subtotal({ code, name }: { code: string; name: string }, own: readonly ComponentScore[]): Subtotal {
  return { code, name, points: sumOfPoints(own), max: Rational.sum(own.map(({ max }) => max)) };
}

function sumOfPoints(components: readonly ComponentScore[]): Rational {
  return Rational.sum(components.map(({ points }) => points ?? Rational.zero));
}
