/** A batch should take about this long, in ms: long enough to be worth its statements, far from counting as hanging. */
const SLOW_MS = 1_500;
const FIRST = 1_000;
const LEAST = 100;

/**
 * How many events to ask for at once: more while batches are quick, fewer when they are slow, as with events that are large or a
 * database that is busy. At the log's end it makes no difference: a batch is what has come.
 */
export class Pace {
  private events: number;

  /** `most`: no batch is asked to be larger. */
  constructor(private readonly most: number) {
    this.events = Math.min(FIRST, most);
  }

  get limit(): number {
    return this.events;
  }

  /** A batch of `events` was applied in `ms`. */
  applied(events: number, ms: number): void {
    if (ms > SLOW_MS) this.events = Math.max(Math.min(LEAST, this.most), Math.floor(this.events / 2));
    else if (events >= this.events && ms < SLOW_MS / 2) this.events = Math.min(this.most, this.events * 2);
  }
}
