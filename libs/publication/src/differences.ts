import type { PublishedUnit, ResultDifference, ResultsSnapshot } from './publication.events';

/** What two results of one block-year have to be told apart by. */
type Compared = Pick<ResultsSnapshot, 'units' | 'unranked'>;

/**
 * Every unit whose figures differ, by id: also when only points of components do, and when it gained or lost its rank. What was read for
 * it and what it is called are no figures.
 */
export function differencesBetween(before: Compared, after: Compared): ResultDifference[] {
  const [were, are] = [figuresOf(before), figuresOf(after)];
  const unitIds = [...new Set([...were.keys(), ...are.keys()])].sort();
  return unitIds.filter((id) => were.get(id) !== are.get(id)).map((id) => differenceOf(id, before, after));
}

/** Of each unit all that is published of it, to be compared as text. */
function figuresOf({ units, unranked }: Compared): ReadonlyMap<string, string> {
  const ranked = units.map(({ unitName: _, used: __, ...figures }): [string, string] => [
    figures.unitId,
    JSON.stringify(Object.entries(figures).sort(byKey)),
  ]);
  return new Map([...ranked, ...unranked.map(({ unitId, state }): [string, string] => [unitId, state])]);
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function differenceOf(unitId: string, before: Compared, after: Compared): ResultDifference {
  const [was, is] = [unitIn(before, unitId), unitIn(after, unitId)];
  return {
    unitId,
    index: { from: was?.index ?? null, to: is?.index ?? null },
    rank: { from: was?.rank ?? null, to: is?.rank ?? null },
    className: { from: was?.className ?? null, to: is?.className ?? null },
  };
}

function unitIn({ units }: Compared, unitId: string): PublishedUnit | undefined {
  return units.find((unit) => unit.unitId === unitId);
}
