import { RUNNER_DEFAULTS, type RunnerOptions } from './sole-runner';

/** Settings of the read store; every one has a default. */
export interface ReadStoreOptions extends Partial<RunnerOptions> {
  /** Positions of the log are consecutive (PostgreSQL), so that lag can be counted in events. Default false. */
  readonly countablePositions?: boolean;
  /** Without a sign of life for this many seconds a runner counts as dead: not ready within 15 s. Default 12. */
  readonly deadAfterSeconds?: number;
  /** The oldest unprocessed event may be this many seconds old. Default 15. */
  readonly maxLagSeconds?: number;
  /** In how many parts a generation that is made from now on is kept up, where its projection can be divided. Default: as the live one, else 1. */
  readonly parts?: number;
}

export const READ_STORE_OPTIONS = Symbol('ReadStoreOptions');

export function runnerOptionsOf({ batchSize, beatMs, stalledMs, restMs, traces }: ReadStoreOptions): RunnerOptions {
  return {
    batchSize: batchSize ?? RUNNER_DEFAULTS.batchSize,
    beatMs: beatMs ?? RUNNER_DEFAULTS.beatMs,
    stalledMs: stalledMs ?? RUNNER_DEFAULTS.stalledMs,
    restMs: restMs ?? RUNNER_DEFAULTS.restMs,
    traces: traces ?? false,
  };
}
