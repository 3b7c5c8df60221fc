import {
  type EncodedEvent,
  LOG_IDENTITY_STREAM,
  missingParts,
  type Outcome,
  type Page,
  type Position,
  type QueuedAppend,
  type RecordedEvent,
  StoreUnavailable,
} from '@app/event-store';
import type { Nature } from './nature';
import { Server } from './server';

/** JSON stays text, as on a disk. */
export interface StoredEvent extends EncodedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
}

/** What a call of appends comes to. */
export interface Judged {
  readonly outcomes: readonly Outcome[];
  readonly added: readonly StoredEvent[];
}

interface Turn {
  readonly appends: readonly QueuedAppend[];
  readonly answer: (outcomes: readonly Outcome[]) => void;
}

/** A log as it should be: one call after the other, positions without gaps, on the disk before anybody is answered. */
export class LogServer extends Server {
  /** What is on the disk and seen by readers, in log order. */
  protected log: StoredEvent[] = [];
  /** Told when something was appended. */
  readonly listeners = new Set<() => void>();
  private turns: Turn[] = [];
  protected inHand: readonly StoredEvent[] | undefined;

  constructor(nature: Nature) {
    super(nature, 'log', (why) => new StoreUnavailable(why));
  }

  /** The first event, before anything else happens. */
  found(event: EncodedEvent): void {
    this.log.push({ ...event, stream: LOG_IDENTITY_STREAM, revision: 0n, position: 1n });
  }

  append(appends: readonly QueuedAppend[]): Promise<readonly Outcome[]> {
    return new Promise((answer) => {
      this.turns.push({ appends, answer });
      this.nextTurn();
    });
  }

  read(stream: string, upTo: bigint | undefined): RecordedEvent[] {
    return this.log
      .filter((event) => event.stream === stream && (upTo === undefined || event.revision <= upTo))
      .map(recorded);
  }

  /** A server may give fewer than it was asked for. */
  page(after: Position | undefined, limit: number): Page {
    const from = Number(after ?? 0n);
    const cut = this.log.slice(from, from + this.nature.chance.between(1, limit)).map(recorded);
    const end = from + cut.length + missingParts(cut);
    const events = [...cut, ...this.log.slice(from + cut.length, end).map(recorded)];
    return { events, next: events.at(-1)?.position ?? after, atEnd: end >= this.log.length };
  }

  /** Everything, for whoever checks. */
  get events(): readonly RecordedEvent[] {
    return this.log.map(recorded);
  }

  get head(): StoredEvent | undefined {
    return this.log.at(-1);
  }

  eventAt(position: Position): RecordedEvent | undefined {
    const event = this.log.find((one) => one.position === position);
    return event && recorded(event);
  }

  protected forget(): void {
    // Nobody was answered; the disk may have had it all the same.
    if (this.inHand && this.nature.chance.happens(0.5)) this.store(this.inHand);
    this.turns = [];
    this.inHand = undefined;
  }

  /** Which of the appends stand where their streams are. A repeat of one that arrived is answered as it was then. */
  protected judge(appends: readonly QueuedAppend[]): Judged {
    const added: StoredEvent[] = [];
    const outcomes = appends.map((append): Outcome => {
      const { stream, events } = append;
      const present = this.present(stream);
      const revision = BigInt(present.length) - 1n;
      if (!this.mayFollow(append, revision)) return this.repeated(append, present) ?? { accepted: false, revision };
      for (const [index, event] of events.entries()) {
        const position = this.nextPosition + BigInt(added.length);
        added.push({ ...event, stream, revision: revision + BigInt(index + 1), position });
      }
      return { accepted: true, revision: revision + BigInt(events.length), position: added.at(-1)?.position ?? 0n };
    });
    return { outcomes, added };
  }

  protected present(stream: string): readonly StoredEvent[] {
    return this.log.filter((event) => event.stream === stream);
  }

  protected mayFollow({ expected }: QueuedAppend, revision: bigint): boolean {
    return revision === (expected === 'no-stream' ? -1n : expected);
  }

  protected get nextPosition(): bigint {
    return BigInt(this.log.length + 1);
  }

  protected repeated({ expected, events }: QueuedAppend, present: readonly StoredEvent[]): Outcome | undefined {
    const first = expected === 'no-stream' ? 0 : Number(expected) + 1;
    const same = events.every(({ id }, index) => present[first + index]?.id === id);
    const end = present[first + events.length - 1];
    return same && end ? { accepted: true, revision: end.revision, position: end.position } : undefined;
  }

  /** Readers see it from now on. */
  protected store(events: readonly StoredEvent[]): void {
    this.log.push(...events);
    for (const told of this.listeners) if (this.nature.chance.happens(0.8)) told();
  }

  /** How long the disk takes, in ms. */
  protected diskMs(): number {
    return 0.5 + this.nature.chance.random() * this.nature.roughness.slowness;
  }

  private nextTurn(): void {
    if (this.inHand) return;
    const turn = this.turns.shift();
    if (!turn) return;
    const { outcomes, added } = this.judge(turn.appends);
    this.inHand = added;
    this.nature.time.after(this.diskMs(), () => {
      if (this.inHand !== added) return;
      this.inHand = undefined;
      this.store(added);
      turn.answer(outcomes);
      this.nextTurn();
    });
  }
}

const read = new WeakMap<StoredEvent, RecordedEvent>();

/** Parsed once, and nobody may change it. */
function recorded(stored: StoredEvent): RecordedEvent {
  const known = read.get(stored);
  if (known) return known;
  const { data, metadata, ...event } = stored;
  const parsed = Object.freeze({
    ...event,
    data: Object.freeze(JSON.parse(data) as object),
    metadata: Object.freeze(JSON.parse(metadata) as RecordedEvent['metadata']),
  });
  read.set(stored, parsed);
  return parsed;
}
