import type { Timers } from '@app/event-store';
import { Clock, type Instant } from '@app/kernel';
import type { Nature } from './nature';

const BEGINNING = Date.parse('2026-01-01T00:00:00.000Z');

/** A program that can be killed: from then on nothing that it waits for ever comes, so it goes no further, and its memory is gone. */
export class Process implements Timers {
  alive = true;
  readonly random: () => number;
  readonly clock: Clock;

  constructor(
    readonly nature: Nature,
    readonly name: string,
  ) {
    this.random = nature.chance.random;
    // No two clocks agree, and none is asked for order.
    this.clock = new ClockOf(nature, nature.chance.between(-5_000, 5_000));
  }

  kill(): void {
    this.alive = false;
    this.nature.note(`${this.name} is killed`);
  }

  now(): number {
    return this.nature.time.now;
  }

  pause(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = (): void => {
        signal?.removeEventListener('abort', done);
        if (this.alive) resolve();
      };
      this.nature.time.after(ms, done);
      signal?.addEventListener('abort', done, { once: true });
    });
  }
}

class ClockOf extends Clock {
  constructor(
    private readonly nature: Nature,
    private readonly skewMs: number,
  ) {
    super();
  }

  now(): Instant {
    return new Date(BEGINNING + this.skewMs + Math.floor(this.nature.time.now)).toISOString();
  }
}
