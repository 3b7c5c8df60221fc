import type { UnitYearFacts } from '@app/scoring';
import { FiguresHaveChanged } from './objection.errors';
import type { ResultsSnapshot } from './publication.events';
import type { ScoredBlock } from './scored-block';

/**
 * By unit, what it was shown: its points in the order of the components, or why it has no rank, as one text. Processes remember it of many
 * block-years: no more is kept than can be compared.
 */
export type AnnouncedPoints = ReadonlyMap<string, string>;

/** What is compared of results. Index and class follow from the points; ranks also from those of others. */
export function announcedPoints({ units, unranked }: Pick<ResultsSnapshot, 'units' | 'unranked'>): AnnouncedPoints {
  return new Map([
    ...units.map(({ unitId, points }): [string, string] => [unitId, JSON.stringify(points)]),
    ...unranked.map(({ unitId, state }): [string, string] => [unitId, state]),
  ]);
}

/**
 * Every unit had the time to object to what becomes official of it: the same units, and the same points, but for components that were ruled
 * on. Throws FiguresHaveChanged.
 */
export function demandAsAnnounced(announced: AnnouncedPoints, results: ResultsSnapshot, { scored }: ScoredBlock): void {
  const official = announcedPoints(results);
  const facts = new Map(scored.map(({ unit }) => [unit.unitId, unit.facts]));
  const isRuled = (unitId: string, component: string | undefined) => hasRuling(facts.get(unitId), component);
  const changed = [...new Set([...announced.keys(), ...official.keys()])].filter((unitId) => {
    const [before, after] = [announced.get(unitId), official.get(unitId)];
    if (before === after) return false;
    const [shown, given] = [pointsIn(before), pointsIn(after)];
    if (shown === null || given === null) return true;
    return given.some((points, place) => points !== shown[place] && !isRuled(unitId, results.components[place]));
  });
  if (changed.length > 0) throw new FiguresHaveChanged(changed.sort());
}

/** Null for a unit that is not there or has no rank. */
function pointsIn(text: string | undefined): readonly unknown[] | null {
  return text?.startsWith('[') ? (JSON.parse(text) as readonly unknown[]) : null;
}

/** From the first ruling on a component on, nothing but another ruling changes its points. */
function hasRuling(facts: UnitYearFacts | undefined, component = ''): boolean {
  return facts?.components[component]?.ruling !== undefined;
}
