import type { Generation } from '../generations';
import type { AnyProjection } from '../projection';
import { keepingUp } from './keeping-up';
import { Rebuild, type RebuildOptions, type RebuildParts, type RebuildProgress } from './rebuild';
import { RebuildsFailed } from './rebuild-errors';

/**
 * Rebuilds several projections over one reading of the log, until each holds what the log holds. Throws RebuildRefused before the first
 * begins; what one fails of, when all have ended; of several RebuildsFailed.
 */
export async function rebuildSeveral(
  parts: RebuildParts,
  projections: readonly AnyProjection[],
  onProgress: (progress: RebuildProgress) => void,
  signal: AbortSignal,
  options: RebuildOptions,
): Promise<void> {
  const follow = async (projection: AnyProjection, own: Generation): Promise<void> => {
    const tell = (slowest: bigint, target: bigint): void => {
      const how = parts.countable ? { done: Number(slowest), total: Number(target) } : { done: 0, total: null };
      onProgress({ projection: projection.name, phase: 'following', ...how });
    };
    await keepingUp(parts, projection, [own], signal, tell, () => Promise.resolve());
  };
  const ended = await Rebuild.runAll(parts, projections, signal, onProgress, options);
  const [done, errors]: [string[], unknown[]] = [[], []];
  for (const [index, projection] of projections.entries()) {
    try {
      const one = ended[index];
      if (one?.status !== 'fulfilled') throw one?.reason;
      await follow(projection, one.value);
      done.push(projection.name);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw projections.length === 1 ? errors[0] : new RebuildsFailed(errors, done);
}
