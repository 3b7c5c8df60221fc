import { LogIntegrityError, StoreBusy, StoreUnavailable, WrongExpectedRevision } from '../errors';
import type { Appended, ExpectedRevision } from '../event-store';
import type { EncodedEvent } from '../validate-append';
import { CallUnavailable } from './store-errors';

/** A checked append on its way. */
export interface QueuedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
}

/** What the log says to one append; `position` only when it stands in the log. */
export interface Outcome {
  readonly accepted: boolean;
  /** The revision after it, or where the stream is; -1 for no stream. */
  readonly revision: bigint;
  readonly position?: bigint;
}

/** Carries appends to the log in one call: all are answered, or the call fails. */
export type SendAppends = (appends: readonly QueuedAppend[]) => Promise<readonly Outcome[]>;

/** What travels together, and what may wait. */
export interface QueueLimits {
  /** Of one call; an append that is larger by itself travels alone. */
  readonly appends: number;
  readonly events: number;
  readonly characters: number;
  /** Calls at a time, and the events that a call takes before the rest is left to the other one. */
  readonly calls: number;
  readonly worthSharing: number;
  /** Of what waits for a call; beyond it StoreBusy. */
  readonly waiting: number;
  readonly waitingCharacters: number;
}

/** A call stays within a few milliseconds of the log's lock; what waits, within what callers can still use. */
export const LIMITS: QueueLimits = {
  appends: 256,
  events: 5_000,
  characters: 4_000_000,
  calls: 2,
  worthSharing: 400,
  waiting: 4_096,
  waitingCharacters: 64_000_000,
};

interface Waiting extends QueuedAppend {
  readonly characters: number;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Group commit: what arrives while a call is in flight goes into the next one. Appends to one stream keep their order and travel one at a
 * time, so each is judged on what the one before it left.
 */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private waitingCharacters = 0;
  private calls = 0;
  private readonly streamsInFlight = new Set<string>();
  private woken = false;
  private closed = false;

  constructor(
    private readonly send: SendAppends,
    private readonly limits = LIMITS,
  ) {}

  /** Throws WrongExpectedRevision, StoreBusy when too much waits (nothing was sent), StoreUnavailable, or what `send` throws for this append. */
  append(append: QueuedAppend): Promise<Appended> {
    if (this.closed) return Promise.reject(new StoreUnavailable('The log was closed'));
    const characters = append.events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    if (this.waiting.length >= this.limits.waiting || this.waitingCharacters > this.limits.waitingCharacters) {
      return Promise.reject(new StoreBusy(`${this.waiting.length} appends wait for the log already`));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...append, characters, resolve, reject });
      this.waitingCharacters += characters;
      this.sendSoon();
    });
  }

  /** What waits is rejected; calls in flight are answered. */
  close(): void {
    this.closed = true;
    this.rejectWaiting(new StoreUnavailable('The log was closed'));
  }

  /** Once per turn of the event loop, so that everything that came in one turn travels together. */
  private sendSoon(): void {
    if (this.woken || this.calls >= this.limits.calls) return;
    this.woken = true;
    setImmediate(() => {
      this.woken = false;
      while (this.calls < this.limits.calls) {
        const taken = this.take();
        if (taken.length === 0) return;
        void this.carry(taken);
      }
    });
  }

  /** The next call: the first that may travel, and what fits beside it, at most one append of a stream. */
  private take(): Waiting[] {
    const { appends, characters } = this.limits;
    const events = this.share();
    const held = new Set(this.streamsInFlight);
    const [taken, left]: [Waiting[], Waiting[]] = [[], []];
    let [eventsTaken, charactersTaken] = [0, 0];
    for (const append of this.waiting) {
      const fits =
        taken.length === 0 ||
        (taken.length < appends &&
          eventsTaken + append.events.length <= events &&
          charactersTaken + append.characters <= characters);
      if (!fits || held.has(append.stream)) left.push(append);
      else {
        taken.push(append);
        eventsTaken += append.events.length;
        charactersTaken += append.characters;
      }
      held.add(append.stream);
    }
    this.waiting = left;
    this.waitingCharacters -= charactersTaken;
    return taken;
  }

  /**
   * How many events the next call may take. Much that waits is shared among the free calls, so that this process fills one while the log
   * stores another; little travels together, since a call costs more than a few events.
   */
  private share(): number {
    const waiting = this.waiting.reduce((sum, append) => sum + append.events.length, 0);
    const share = Math.ceil(waiting / (this.limits.calls - this.calls));
    return Math.min(this.limits.events, Math.max(share, this.limits.worthSharing));
  }

  private async carry(appends: readonly Waiting[]): Promise<void> {
    this.calls += 1;
    for (const { stream } of appends) this.streamsInFlight.add(stream);
    try {
      await this.settle(appends);
    } finally {
      this.calls -= 1;
      for (const { stream } of appends) this.streamsInFlight.delete(stream);
      if (this.waiting.length > 0) this.sendSoon();
    }
  }

  private async settle(appends: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.send(appends);
      appends.forEach((append, index) => answer(append, outcomes[index]));
    } catch (error) {
      if (error instanceof StoreUnavailable) this.giveUp(appends, error);
      else if (appends.length === 1) appends[0]?.reject(error);
      else await this.settleOneByOne(appends);
    }
  }

  /** The data of one made a whole call fail; alone, only that one does. */
  private async settleOneByOne(appends: readonly Waiting[]): Promise<void> {
    for (const [index, append] of appends.entries()) {
      try {
        const [outcome] = await this.send([append]);
        answer(append, outcome);
      } catch (error) {
        append.reject(error);
        if (error instanceof StoreUnavailable) return this.giveUp(appends.slice(index + 1), error);
      }
    }
  }

  /**
   * The call's own appends fail. When the log did not answer at all, nobody waits for the same silence again, one call behind the other:
   * what is still queued is rejected as well.
   */
  private giveUp(appends: readonly Waiting[], error: StoreUnavailable): void {
    for (const append of appends) append.reject(error);
    if (!(error instanceof CallUnavailable)) this.rejectWaiting(error);
  }

  private rejectWaiting(reason: StoreUnavailable): void {
    const waiting = this.waiting;
    this.waiting = [];
    this.waitingCharacters = 0;
    for (const append of waiting) append.reject(reason);
  }
}

function answer({ stream, expected, resolve, reject }: Waiting, outcome: Outcome | undefined): void {
  if (!outcome) return reject(new LogIntegrityError(`The log did not say what became of an append to ${stream}`));
  const { accepted, revision, position } = outcome;
  if (accepted && position !== undefined) return resolve({ revision, position });
  return reject(new WrongExpectedRevision(stream, expected, revision < 0n ? 'no-stream' : revision));
}
