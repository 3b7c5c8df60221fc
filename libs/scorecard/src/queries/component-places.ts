import type { Citation, Ruleset } from '@app/ruleset';

/** Where a component stands in the rubric, and the clause it rests on. */
export interface ComponentPlace {
  readonly name: string;
  readonly criterion: string;
  readonly field: string;
  readonly citation: Citation;
}

const known = new WeakMap<Ruleset, readonly ComponentPlace[]>();
const texts = new WeakMap<Ruleset, readonly string[]>();

/** The places of a ruleset's components, in its order. A ruleset never changes: found out once. */
export function placesOf(ruleset: Ruleset): readonly ComponentPlace[] {
  const places = known.get(ruleset) ?? componentPlaces(ruleset);
  known.set(ruleset, places);
  return places;
}

/** The same as JSON, each without its closing brace: fields of the component follow. */
export function placeTextsOf(ruleset: Ruleset): readonly string[] {
  const written = texts.get(ruleset) ?? placesOf(ruleset).map((place) => JSON.stringify(place).slice(0, -1));
  texts.set(ruleset, written);
  return written;
}

function componentPlaces({ fields }: Ruleset): readonly ComponentPlace[] {
  return fields.flatMap((field) =>
    field.criteria.flatMap((criterion) =>
      criterion.components.map(({ name, citation }) => ({
        name,
        criterion: criterion.code,
        field: field.code,
        citation,
      })),
    ),
  );
}
