/** How long to wait before trying again: doubles from `firstMs` up to `longestMs`; up to half of it is left to chance. */
export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Milliseconds before attempt number `attempt` (from 1) is repeated. The jitter keeps many clients from returning at once. */
export function backoffDelay(attempt: number, { firstMs, longestMs }: Backoff, random = Math.random): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 30));
  return full / 2 + (random() * full) / 2;
}

/** Resolves after `ms`, or at once when aborted. Never rejects. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** The promise's outcome, or undefined as soon as the signal is aborted. Leaves nothing behind on a long-lived signal. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Time and chance as loops and retries meet them: a simulation brings its own, so that the same seed gives the same run. */
export interface Timers {
  /** Milliseconds since some beginning; never goes back. */
  now(): number;
  /** Resolves after `ms`, or at once when aborted. Never rejects. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

export const systemTimers: Timers = { now: () => performance.now(), pause, random: () => Math.random() };
