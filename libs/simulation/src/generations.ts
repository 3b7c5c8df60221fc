import type { LogCheckpoint } from '@app/event-store';
import { type AnyProjection, type Generation, runnersOf } from '@app/read-store';
import type { MemoryTransaction } from './memory-database';
import { checkpointOf, groupsOf, type KeptGroup } from './memory-read-model';

/** A generation as it is on record. `loading`: not kept up yet. */
export interface KeptGeneration extends Generation {
  readonly loading: boolean;
  /** The n-th that readers saw; 0: never. */
  readonly lived: number;
}

export function placeOf({ projection, generation }: Pick<Generation, 'projection' | 'generation'>): string {
  return `${projection} g${generation}`;
}

export function firstGeneration({ name, version }: AnyProjection, parts: number): KeptGeneration {
  return { projection: name, generation: 1, version, state: 'live', parts, loading: false, lived: 1 };
}

/** Those of a projection, the oldest first. */
export function generationsOf(tx: MemoryTransaction, projection: string): KeptGeneration[] {
  const all = (tx.values('generation') as KeptGeneration[]).filter((one) => one.projection === projection);
  return all.sort((one, other) => one.generation - other.generation);
}

export function enter(tx: MemoryTransaction, generation: KeptGeneration): void {
  tx.set('generation', placeOf(generation), generation);
}

/** The one that rolling back would bring. */
export function retiredLast(all: readonly KeptGeneration[]): KeptGeneration | undefined {
  const retired = all.filter(({ state }) => state === 'retired');
  return retired.sort((one, other) => other.lived - one.lived)[0];
}

/** Those that are kept up with the log: the live one, a rebuild that follows, and the one retired last. */
export function keptUp(all: readonly KeptGeneration[]): KeptGeneration[] {
  const last = retiredLast(all);
  return all.filter((one) => one === last || (one.state !== 'retired' && !one.loading));
}

/** Each part of a generation, its stage among them; undefined: it is not divided. */
export function partsOf(projection: AnyProjection, { parts }: Pick<Generation, 'parts'>): (number | undefined)[] {
  return parts === 1 ? [undefined] : runnersOf(projection, parts);
}

/** Where each part of a generation stands, its stage among them; 0 before the first event. */
export function positionsOf(tx: MemoryTransaction, projection: AnyProjection, generation: Generation): bigint[] {
  return partsOf(projection, generation).map((part) => {
    const name = checkpointOf(placeOf(generation), part);
    return (tx.get('checkpoint', name) as LogCheckpoint | undefined)?.position ?? 0n;
  });
}

/** What readers are told it holds. */
export function leastOf(positions: readonly bigint[]): bigint {
  return positions.reduce((least, one) => (one < least ? one : least));
}

/** Whether a partition stands still in it, or a group is left. */
export function lacksSomething(tx: MemoryTransaction, generation: Generation): boolean {
  const groups = tx.values(groupsOf(placeOf(generation))) as KeptGroup[];
  return tx.values(`${placeOf(generation)} held`).length > 0 || groups.some(({ error }) => error !== undefined);
}
