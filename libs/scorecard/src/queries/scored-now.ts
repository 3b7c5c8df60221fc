import type { ExactText, Instant, Rational } from '@app/kernel';
import type { Ruleset, RulesetRef } from '@app/ruleset';
import {
  type ComponentScore,
  initialFacts,
  type ScoredFacts,
  scoreUnitYear,
  type ScoreSheet,
  type Subtotal,
} from '@app/scoring';
import { factsOf, type Said } from '../projections/said';
import { type ComponentPlace, placesOf } from './component-places';
import { explanationsIn } from './explanations-in';
import type { Amount, UnitScore, UnitScoreComponent, UnitScoreEvent, UnitScoreSubtotal } from './unit-score';

/** A statement as the query reads it. */
export type StoredStatement = readonly [
  matter: string,
  said: Said,
  type: string,
  actor: string,
  onBehalfOf: string | null,
  role: string,
  recordedAt: Instant,
  position: string,
];

type Known =
  | 'unitId'
  | 'unitName'
  | 'year'
  | 'blockId'
  | 'phase'
  | 'status'
  | 'objectUntil'
  | 'official'
  | 'provisional'
  | 'halted'
  | 'haltedBy'
  | 'asOf';

/** A unit's file as the query reads it. `statements` null: nothing was said yet. */
export interface StoredFile extends Pick<UnitScore, Known> {
  readonly ruleset: RulesetRef;
  readonly statements: readonly StoredStatement[] | null;
  readonly publishedPoints: Readonly<Record<string, ExactText | null>> | null;
}

/** What of a component does not stand in the rubric. */
type OwnPart = Omit<UnitScoreComponent, keyof ComponentPlace>;

/** Scores a file by its ruleset and writes the sheet out; what was published stands beside it. */
export function scoredNow(file: StoredFile, ruleset: Ruleset): UnitScore {
  const { known, asOf, figures, scored, own } = scoredFile(file, ruleset);
  const places = placesOf(ruleset);
  const whole = (score: ComponentScore, place: number) => ({ ...(places[place] as ComponentPlace), ...own(score) });
  return { ...known, asOf, ...figures, components: scored.sheet.components.map(whole) };
}

/** A sheet in its parts, so that who writes it can leave out what is written already. */
export type ScoredFile = ReturnType<typeof scoredFile>;

/**
 * `own`: of a component what does not stand in the rubric; made of what its score is made of, and of the points published of it. With
 * `before` scores are taken over, see `scoreUnitYear`.
 */
export function scoredFile(
  { statements, publishedPoints, asOf, ...known }: StoredFile,
  ruleset: Ruleset,
  before?: ScoredFacts,
) {
  const said = statements ?? [];
  const words = said.map(([matter, one]) => ({ matter, said: one }));
  const facts = { ...initialFacts(known.unitId, known.year), ...factsOf(words) };
  const sheet = scoreUnitYear(facts, ruleset, before);
  const [show, eventOf] = [amountsOf(ruleset), eventsOf(said)];
  const own = (score: ComponentScore): OwnPart => {
    const { code, part, state, eventIds } = score;
    const { self, appraisal, ruling } = facts.components[code] ?? {};
    return {
      code,
      part,
      state,
      self: score.selfPoints && show(score.selfPoints),
      appraised: appraisal?.points ?? null,
      ruled: ruling?.points ?? null,
      points: score.points && show(score.points),
      maximum: show(score.max),
      published: publishedPoints?.[code] ?? null,
      reason: score.reasonOf(),
      declaration: self?.declaration ?? null,
      evidence: self?.evidence ?? [],
      eventIds,
      events: eventIds.flatMap((id) => eventOf(id) ?? []).sort(inLogOrder),
    };
  };
  return {
    known: { ...known, ruleset: { ...known.ruleset, title: ruleset.title, sample: ruleset.sample } },
    asOf,
    figures: { ...totals(sheet, show), explanations: explanationsIn(words, eventOf) },
    // The next sheet takes over its components only; totals are made anew.
    scored: { facts, ruleset, sheet: { components: sheet.components } },
    own,
  };
}

function totals(sheet: ScoreSheet, show: (value: Rational) => Amount) {
  const subtotal = ({ code, name, points, max }: Subtotal): UnitScoreSubtotal => ({
    code,
    name,
    points: show(points),
    maximum: show(max),
  });
  return {
    appraised: show(sheet.appraised),
    survey: show(sheet.survey),
    bonus: show(sheet.bonus),
    penalty: show(sheet.penalty),
    self: show(sheet.selfTotal),
    total: show(sheet.total),
    partial: sheet.missing.length > 0,
    maximum: show(sheet.maximum),
    index: sheet.index && show(sheet.index),
    className: sheet.className,
    grade: sheet.grade,
    missing: sheet.missing,
    fields: sheet.fields.map(subtotal),
    criteria: sheet.criteria.map(subtotal),
  };
}

/** By ruleset, and by the exact value. Maxima, points as they are declared, and what they come to, are the same numbers again and again. */
const amounts = new WeakMap<Ruleset, (value: Rational) => Amount>();
const MOST_AMOUNTS = 10_000;

function amountsOf(ruleset: Ruleset): (value: Rational) => Amount {
  const known = amounts.get(ruleset);
  if (known) return known;
  const shown = new Map<ExactText, Amount>();
  const show = (value: Rational) => {
    const exact = value.toString();
    const before = shown.get(exact);
    if (before) return before;
    const amount = { exact, displayed: value.toFixed(ruleset.displayPlaces) };
    if (shown.size < MOST_AMOUNTS) shown.set(exact, amount);
    return amount;
  };
  amounts.set(ruleset, show);
  return show;
}

/** Who recorded the last word on a matter, by the id of the event. */
function eventsOf(statements: readonly StoredStatement[]): (id: string) => UnitScoreEvent | undefined {
  const recorded = new Map<string, StoredStatement>();
  for (const statement of statements) if (statement[1] !== null) recorded.set(statement[1].eventId, statement);
  return (eventId) => {
    const statement = recorded.get(eventId);
    if (!statement) return undefined;
    const [, , type, actor, onBehalfOf, role, recordedAt, position] = statement;
    return { eventId, type, actor, onBehalfOf, role, recordedAt, position };
  };
}

function inLogOrder(one: UnitScoreEvent, other: UnitScoreEvent): number {
  return BigInt(one.position) < BigInt(other.position) ? -1 : 1;
}
