import type { ExactText, Rational } from '@app/kernel';
import type { Row } from '@app/read-store';
import type { Ruleset } from '@app/ruleset';
import { scoreUnitYear, type ScoreSheet, type Subtotal, type UnitYearFacts } from '@app/scoring';

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

/** Scores a unit-year and writes the sheet out as rows. Exact values as text. */
export function sheetRows(facts: UnitYearFacts, ruleset: Ruleset): SheetRows {
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
    components: componentRows(sheet, facts, ruleset, maybe),
  };
}

function componentRows(
  sheet: ScoreSheet,
  facts: UnitYearFacts,
  ruleset: Ruleset,
  amount: (value: Rational | null) => Amount | null,
): SheetRows['components'] {
  const placed = placesOf(ruleset);
  return sheet.components.map((score, place) => ({
    code: score.code,
    columns: {
      ...placed.get(score.code),
      place,
      part: score.part,
      state: score.state,
      self: amount(score.selfPoints),
      appraised: appraisedPoints(facts, score.code),
      points: amount(score.points),
      maximum: amount(score.max),
      reason: score.reason,
      event_ids: score.eventIds,
    },
  }));
}

/** What the appraiser gave, in the appraiser's own writing; null when there is no appraisal, or it says "not applicable". */
function appraisedPoints({ components }: UnitYearFacts, code: string): ExactText | null {
  return (Object.hasOwn(components, code) ? components[code]?.appraisal?.points : null) ?? null;
}

/** Where each component stands in the rubric. */
function placesOf({ fields }: Ruleset): Map<string, Row> {
  return new Map(
    fields.flatMap((field) =>
      field.criteria.flatMap((criterion) =>
        criterion.components.map(
          ({ code, name }) => [code, { name, criterion: criterion.code, field: field.code }] as const,
        ),
      ),
    ),
  );
}
