import { Logger } from '@nestjs/common';
import { Nature } from './nature';
import { sound, type Surroundings } from './surroundings';
import { brokenPromises } from './verdict';
import { World } from './world';

/** One run. The same seed gives the same trace, to the last step. */
export interface Simulated {
  readonly seed: number;
  /** What was broken; empty when every promise was kept. */
  readonly broken: readonly string[];
  /** SHA-256 of everything that happened. */
  readonly traceHash: string;
  /** The last steps, in words. */
  readonly lastSteps: readonly string[];
  readonly steps: number;
  readonly events: number;
  /** Virtual time that passed. */
  readonly virtualMs: number;
}

/** Runs the engine from a seed, in memory and virtual time, through everything that may go wrong. */
export async function simulate(seed: number, surroundings: Surroundings = sound): Promise<Simulated> {
  // Whatever troubles a runner is in the trace.
  Logger.overrideLogger(false);
  const nature = new Nature(seed);
  const world = new World(nature, surroundings);
  await world.run();
  const broken = nature.failure === undefined ? brokenPromises(world) : [nature.failure];
  return {
    seed,
    broken,
    traceHash: nature.trace.digest(),
    lastSteps: nature.trace.last,
    steps: nature.time.steps,
    events: world.log.events.length,
    virtualMs: Math.round(nature.time.now),
  };
}
