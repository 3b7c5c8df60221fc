import { Chance } from './chance';
import { Trace } from './trace';
import { VirtualTime } from './virtual-time';

/** How rough one seed is. All zero once it is calm. */
export interface Roughness {
  /** Probability that a request, or its answer, is lost. */
  lostRequests: number;
  lostAnswers: number;
  /** Milliseconds that a message takes at most; each takes what it likes, so answers overtake each other. */
  slowness: number;
}

/** Time, chance and the record of both: what everything in one simulation shares. */
export class Nature {
  readonly time = new VirtualTime();
  readonly trace = new Trace();
  readonly chance: Chance;
  readonly roughness: Roughness;
  /** What broke a promise first, as far as it shows on the way. */
  failure: string | undefined;

  constructor(readonly seed: number) {
    this.chance = new Chance(seed);
    const often = () => (this.chance.happens(0.6) ? this.chance.random() * 0.06 : 0);
    this.roughness = { lostRequests: often(), lostAnswers: often(), slowness: this.chance.pick([3, 10, 40]) };
  }

  note(what: string): void {
    this.trace.add(this.time.now, what);
  }

  fail(why: string): void {
    this.note(`FAILED: ${why}`);
    this.failure ??= why;
  }

  calm(): void {
    Object.assign(this.roughness, { lostRequests: 0, lostAnswers: 0, slowness: 4 });
  }
}
