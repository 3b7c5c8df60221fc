import type { ExactText, Instant, Rational } from '@app/kernel';
import type { Ruleset, RulesetRef } from '@app/ruleset';
import { type ComponentScore, initialFacts, scoreUnitYear, type ScoreSheet, type Subtotal } from '@app/scoring';
import { factsOf, type Said } from '../projections/said';
import { type ComponentPlace, placesOf } from './component-places';
import type { Amount, UnitScore, UnitScoreComponent, UnitScoreEvent, UnitScoreSubtotal } from './unit-score';

/** A statement as the query reads it. */
type StoredStatement = readonly [
  matter: string,
  said: Said,
  type: string,
  actor: string,
  onBehalfOf: string | null,
  role: string,
  recordedAt: Instant,
  position: string,
];

type Known = 'unitId' | 'unitName' | 'year' | 'blockId' | 'phase' | 'official' | 'halted' | 'asOf';

/** A unit's file as the query reads it. `statements` null: nothing was said yet. */
export interface StoredFile extends Pick<UnitScore, Known> {
  readonly ruleset: RulesetRef;
  readonly statements: readonly StoredStatement[] | null;
  readonly publishedPoints: Readonly<Record<string, ExactText | null>> | null;
}

/** Scores a file by its ruleset and writes the sheet out; what was published stands beside it. */
export function scoredNow({ statements, publishedPoints, ...known }: StoredFile, ruleset: Ruleset): UnitScore {
  const said = statements ?? [];
  const facts = factsOf(said.map(([matter, words]) => ({ matter, said: words })));
  const sheet = scoreUnitYear({ ...initialFacts(known.unitId, known.year), ...facts }, ruleset);
  const show = amountsOf(ruleset);
  const [places, events] = [placesOf(ruleset), eventsOf(said)];
  const component = (score: ComponentScore, place: number): UnitScoreComponent => {
    const { code, part, state, reason, eventIds } = score;
    const { self, appraisal } = facts.components[code] ?? {};
    return {
      ...(places[place] as ComponentPlace),
      code,
      part,
      state,
      self: score.selfPoints && show(score.selfPoints),
      appraised: appraisal?.points ?? null,
      points: score.points && show(score.points),
      maximum: show(score.max),
      published: publishedPoints?.[code] ?? null,
      reason,
      declaration: self?.declaration ?? null,
      evidence: self?.evidence ?? [],
      eventIds,
      events: eventIds.flatMap((id) => events.get(id) ?? []).sort(inLogOrder),
    };
  };
  return {
    ...known,
    ...totals(sheet, show),
    status: known.official === null ? 'provisional' : 'official',
    ruleset: { ...known.ruleset, title: ruleset.title, sample: ruleset.sample },
    components: sheet.components.map(component),
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
    maximum: show(sheet.maximum),
    index: sheet.index && show(sheet.index),
    className: sheet.className,
    grade: sheet.grade,
    missing: sheet.missing,
    fields: sheet.fields.map(subtotal),
    criteria: sheet.criteria.map(subtotal),
  };
}

function amountsOf({ displayPlaces }: Pick<Ruleset, 'displayPlaces'>): (value: Rational) => Amount {
  return (value) => ({ exact: value.toString(), displayed: value.toFixed(displayPlaces) });
}

/** Who recorded the last word on each matter, by the id of the event. */
function eventsOf(statements: readonly StoredStatement[]): ReadonlyMap<string, UnitScoreEvent> {
  const events = new Map<string, UnitScoreEvent>();
  for (const [, said, type, actor, onBehalfOf, role, recordedAt, position] of statements) {
    if (said === null) continue;
    const { eventId } = said;
    events.set(eventId, { eventId, type, actor, onBehalfOf, role, recordedAt, position });
  }
  return events;
}

function inLogOrder(one: UnitScoreEvent, other: UnitScoreEvent): number {
  return BigInt(one.position) < BigInt(other.position) ? -1 : 1;
}
