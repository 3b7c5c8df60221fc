import type { ExactText, Rational } from '@app/kernel';
import type { Row } from '@app/read-store';
import type { Ruleset } from '@app/ruleset';
import { type ComponentFacts, scoreUnitYear, type ScoreSheet, type Subtotal, type UnitYearFacts } from '@app/scoring';

/** A value as computed and as printed: rounded once. */
export interface Amount {
  readonly exact: ExactText;
  readonly displayed: string;
}

/** The sheet's row and its components' rows (with their codes), without their keys. */
export interface SheetRows {
  readonly sheet: Row;
  readonly components: readonly { readonly code: string; readonly columns: Row }[];
}

/**
 * Scores a unit-year and writes the sheet out as rows. Exact values as text. `known`: facts whose components are written already; those
 * that cannot have changed since are left out.
 */
export function sheetRows(facts: UnitYearFacts, ruleset: Ruleset, known?: UnitYearFacts): SheetRows {
  const sheet = scoreUnitYear(facts, ruleset);
  const shown = (value: Rational): Amount => ({
    exact: value.toString(),
    displayed: value.toFixed(ruleset.displayPlaces),
  });
  const maybe = (value: Rational | null): Amount | null => (value === null ? null : shown(value));
  const subtotal = ({ code, name, points, max }: Subtotal) => ({
    code,
    name,
    points: shown(points),
    maximum: shown(max),
  });
  return {
    sheet: {
      block_id: facts.blockId,
      phase: facts.phase,
      ruleset: { ...facts.ruleset, title: ruleset.title, sample: ruleset.sample },
      appraised: shown(sheet.appraised),
      survey: shown(sheet.survey),
      bonus: shown(sheet.bonus),
      penalty: shown(sheet.penalty),
      self: shown(sheet.selfTotal),
      total: shown(sheet.total),
      maximum: shown(sheet.maximum),
      index: maybe(sheet.index),
      class_name: sheet.className,
      grade: sheet.grade,
      missing: sheet.missing,
      fields: sheet.fields.map(subtotal),
      criteria: sheet.criteria.map(subtotal),
    },
    components: componentRows(sheet, facts, ruleset, maybe, known),
  };
}

function componentRows(
  sheet: ScoreSheet,
  facts: UnitYearFacts,
  ruleset: Ruleset,
  amount: (value: Rational | null) => Amount | null,
  known: UnitYearFacts | undefined,
): SheetRows['components'] {
  const placed = placesOf(ruleset);
  return sheet.components.flatMap((score, place) => {
    if (known && isUnchanged(score.code, known, facts)) return [];
    const said = saidOf(facts, score.code);
    const columns = {
      ...placed.get(score.code),
      place,
      part: score.part,
      state: score.state,
      self: amount(score.selfPoints),
      appraised: said?.appraisal?.points ?? null,
      points: amount(score.points),
      maximum: amount(score.max),
      reason: score.reason,
      declaration: said?.self?.declaration ?? null,
      evidence: said?.self?.evidence ?? [],
      event_ids: score.eventIds,
    };
    return [{ code: score.code, columns }];
  });
}

/** Folding leaves alone what an event says nothing about, the very same object: all that a component's row follows from. */
function isUnchanged(code: string, before: UnitYearFacts, after: UnitYearFacts): boolean {
  return (
    saidOf(before, code) === saidOf(after, code) &&
    before.ruleset === after.ruleset &&
    before.batches === after.batches &&
    before.cases === after.cases
  );
}

/** What the unit and the appraiser said of the component, in their own writing. */
function saidOf({ components }: UnitYearFacts, code: string): ComponentFacts | undefined {
  return Object.hasOwn(components, code) ? components[code] : undefined;
}

const places = new WeakMap<Ruleset, ReadonlyMap<string, Row>>();

/** Where each component stands in the rubric, and the clause it rests on. A ruleset never changes: found out once. */
function placesOf(ruleset: Ruleset): ReadonlyMap<string, Row> {
  const known = places.get(ruleset) ?? componentPlaces(ruleset);
  places.set(ruleset, known);
  return known;
}

function componentPlaces({ fields }: Ruleset): ReadonlyMap<string, Row> {
  return new Map(
    fields.flatMap((field) =>
      field.criteria.flatMap((criterion) =>
        criterion.components.map(
          ({ code, name, citation }) =>
            [code, { name, criterion: criterion.code, field: field.code, citation }] as const,
        ),
      ),
    ),
  );
}
