import { type Aggregate, Clock, type DomainEvent, type Instant } from '@app/kernel';
import { EventRegistry } from './event-registry';
import { EventStore } from './event-store';
import type { CommandContext, Position } from './recorded-event';

/** What a command answers: where its stream stands after it. A repeated command gets the first answer again. */
export interface CommandResult {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
}

/** The one way to write: read the stream, fold, decide, append at the revision read. */
export class WritePath {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs a pure decision against the stream's present state. A command id already in the stream is answered with its first result
   * before anything is decided. On a lost race it reads and decides again, at most three times, then throws ConcurrentChange.
   */
  async execute<State, Event extends DomainEvent>(
    _aggregate: Aggregate<State, Event>,
    _stream: string,
    _context: CommandContext,
    _decide: (state: State, now: Instant) => readonly Event[],
  ): Promise<CommandResult> {
    throw new Error('not written yet');
  }
}
