import type { ExactText } from '@app/kernel';
import type { PublishedUnit, ResultDifference, ResultsSnapshot } from './publication.events';

/** What is published of one unit: the figures that a correction names, and all of them as text, to be compared. */
export interface UnitFigures {
  readonly index: ExactText | null;
  readonly rank: number | null;
  readonly className: string | null;
  readonly all: string;
}

/** By unit. Processes remember them of many block-years: no more is kept than differences are told from. */
export type Figures = ReadonlyMap<string, UnitFigures>;

/** What was read for a unit and what it is called are no figures. */
export function figuresOf({ units, unranked }: Pick<ResultsSnapshot, 'units' | 'unranked'>): Figures {
  const ranked = units.map((unit): [string, UnitFigures] => [unit.unitId, rankedFigures(unit)]);
  const without = unranked.map(({ unitId, state }): [string, UnitFigures] => [
    unitId,
    { index: null, rank: null, className: null, all: lacking(state) },
  ]);
  return new Map([...ranked, ...without]);
}

/** Results that were recorded before the two were told apart say *not submitted* of either: no difference, as no figure is. */
function lacking(state: ResultsSnapshot['unranked'][number]['state']): string {
  return state === 'not-resubmitted' ? 'not-submitted' : state;
}

function rankedFigures({ unitName: _, used: __, ...figures }: PublishedUnit): UnitFigures {
  const { index, rank, className } = figures;
  return { index, rank, className, all: JSON.stringify(Object.entries(figures).sort(byKey)) };
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Every unit whose figures differ, by id: also when only points of components do, and when it gained or lost its rank. */
export function differencesBetween(before: Figures, after: Figures): ResultDifference[] {
  const unitIds = [...new Set([...before.keys(), ...after.keys()])].sort();
  return unitIds
    .filter((unitId) => before.get(unitId)?.all !== after.get(unitId)?.all)
    .map((unitId) => differenceOf(unitId, before.get(unitId), after.get(unitId)));
}

function differenceOf(unitId: string, was: UnitFigures | undefined, is: UnitFigures | undefined): ResultDifference {
  return {
    unitId,
    index: { from: was?.index ?? null, to: is?.index ?? null },
    rank: { from: was?.rank ?? null, to: is?.rank ?? null },
    className: { from: was?.className ?? null, to: is?.className ?? null },
  };
}
