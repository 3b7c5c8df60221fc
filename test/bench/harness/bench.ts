import type { Scale } from './options';
import type { Series } from './series';
import type { BenchServer } from './server';

/** What every experiment gets. */
export interface Bench {
  readonly server: BenchServer;
  readonly scale: Scale;
  /** Progress, for people. */
  readonly say: (progress: string) => void;
}

/** One or more contests over the same preparation. Leaves nothing behind. */
export interface Experiment {
  /** Which rows of the goals it measures, or a row of its own. */
  readonly rows: readonly string[];
  readonly run: (bench: Bench) => Promise<readonly Series[]>;
}
