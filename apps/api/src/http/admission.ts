/** How much is worked on at once. */
export interface AdmissionLimits {
  /** Requests of all callers together; beyond it callers are asked to come back. */
  readonly all: number;
  /** Requests of one account; beyond it that account is asked to wait for its own answers. */
  readonly perAccount: number;
  /**
   * A turn of the event loop that lasts this long, ms, is a sign of more requests than the processor can take: those that it has not come
   * to yet have waited as long already, where no count of ours sees them. Default: 500, far above any pause for collecting garbage.
   */
  readonly longestTurnMs?: number;
}

/** Gives a place back; a second call does nothing. */
export type Leave = () => void;

const noteTurnsEveryMs = 20;

/**
 * Counts what is being worked on, and notes how long each turn of the event loop lasts, so that more than can be answered in time is
 * refused at once and not queued. A place is kept until the work has ended, also when the caller has stopped waiting for it: an answer cut
 * short is no sign that there is room.
 */
export class Admission {
  private taken = 0;
  private readonly byAccount = new Map<string, number>();
  private turnBegan = performance.now();

  constructor(readonly limits: AdmissionLimits) {
    setInterval(() => (this.turnBegan = performance.now()), noteTurnsEveryMs).unref();
  }

  /** How many requests are being worked on. */
  get inFlight(): number {
    return this.taken;
  }

  /** True while all places are taken. */
  get isFull(): boolean {
    return this.taken >= this.limits.all;
  }

  /** True when what is read now has waited for too long already. */
  get isLate(): boolean {
    return performance.now() - this.turnBegan > (this.limits.longestTurnMs ?? 500);
  }

  /** A place among all requests; undefined when there is none. */
  enter(): Leave | undefined {
    if (this.isFull) return undefined;
    this.taken += 1;
    return once(() => (this.taken -= 1));
  }

  /** A place among the account's own requests; undefined when it has its share. */
  enterAs(accountId: string): Leave | undefined {
    const present = this.byAccount.get(accountId) ?? 0;
    if (present >= this.limits.perAccount) return undefined;
    this.byAccount.set(accountId, present + 1);
    return once(() => this.leave(accountId));
  }

  private leave(accountId: string): void {
    const present = this.byAccount.get(accountId) ?? 0;
    if (present > 1) this.byAccount.set(accountId, present - 1);
    else this.byAccount.delete(accountId);
  }
}

function once(leave: () => void): Leave {
  let left = false;
  return () => {
    if (!left) leave();
    left = true;
  };
}
