import type { AnyProjection } from './projection';

/** The runner that computes `across` behind the parts of a divided generation; it has a checkpoint and a heartbeat as they have. */
export const STAGE = -1;

/** Whether `across` is left to a stage of its own. */
export function isStaged(projection: Pick<AnyProjection, 'across'>, parts: number): boolean {
  return parts > 1 && projection.across !== undefined;
}

/** Every part that needs a runner, the stage among them. */
export function runnersOf(projection: Pick<AnyProjection, 'across'>, parts: number): number[] {
  const numbered = Array.from({ length: parts }, (_, part) => part);
  return isStaged(projection, parts) ? [...numbered, STAGE] : numbered;
}

/**
 * The part that a stream belongs to; what is about nobody in particular, to part 0. The same for as long as a generation lives: its
 * checkpoints count on it.
 */
export function partOf({ dividedBy }: Pick<AnyProjection, 'dividedBy'>, stream: string, parts: number): number {
  const key = parts > 1 ? dividedBy?.(stream) : undefined;
  return key === undefined ? 0 : hashOf(key) % parts;
}

/** FNV-1a over UTF-16, its bits mixed, so that keys that differ in the last digit only are spread evenly. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
