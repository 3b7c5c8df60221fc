/** Who works for no more than a third of the time leaves the rest of it to those who are waited for. With a sixth, P3 of the benchmark misses its 25 ms. */
const TIMES_THE_WORK = 2;
/** Unless it is told to rest longer, ms: while readers wait, and where none does. */
const LONGEST_MS = { awaited: 50, unawaited: 100 };

/**
 * How long a runner rests at the end of the log after a page, ms: what comes meanwhile is one batch, and a batch has its price however few its
 * events are. On a calm machine about as short as it is told to; longer where the work takes long, because others want the processor as well;
 * longest behind events that concern other projections alone, of which there was nothing to do but to move the checkpoint, and where no reader
 * sees what it does.
 */
export class Rest {
  private rest: number;

  constructor(private readonly least: number) {
    this.rest = least;
  }

  get ms(): number {
    return this.rest;
  }

  /** A page took `workMs`; `awaited`: some of its events were for this projection, and readers see it. */
  worked(workMs: number, awaited: boolean): void {
    const { awaited: longest, unawaited } = LONGEST_MS;
    this.rest = Math.max(this.least, awaited ? Math.min(TIMES_THE_WORK * workMs, longest) : unawaited);
  }
}
