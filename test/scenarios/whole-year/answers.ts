import type { components } from '@app/api-client';

type Schemas = components['schemas'];

/** Who stands where: unit, rank, index exact and displayed, class. */
export function placesOf({ ranked }: Schemas['RankingAnswer']): unknown[][] {
  return ranked.map(({ unitId, rank, index, className }) => [unitId, rank, index?.exact, index?.displayed, className]);
}

/** Who has no rank, and why. */
export function unrankedOf({ unranked }: Schemas['RankingAnswer']): unknown[][] {
  return unranked.map(({ unitId, state }) => [unitId, state]);
}

/** What is proposed in force now, or as of the moment asked about: unit and kind. */
export function flagsOf({ flags }: Schemas['FlagsAnswer'], year: number): string[] {
  const inForce = flags.filter((flag) => flag.year === year && flag.superseded === null);
  return inForce.map(({ unitId, kind }) => `${unitId} ${kind}`).sort();
}
