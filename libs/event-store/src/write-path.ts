import { type Aggregate, Clock, type DomainEvent, type Instant } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { appendSurely } from './append-surely';
import { ConcurrentChange, WrongExpectedRevision } from './errors';
import { eventIdOf } from './event-id';
import { EventRegistry } from './event-registry';
import { EventStore, type ExpectedRevision } from './event-store';
import type { CommandContext, NewEvent, Position, RecordedEvent } from './recorded-event';

const MOST_REPEATS_AFTER_A_LOST_RACE = 3;

/**
 * What a command answers: where its stream stands after it. A repeated command gets the first answer again. A command that changes
 * nothing answers where the stream stands; revision -1 and position 0 when there is no stream yet.
 */
export interface CommandResult {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
}

interface History<State> {
  readonly state: State;
  readonly last: RecordedEvent | undefined;
  /** The first result of this very command, when it was carried out before. */
  readonly answered: RecordedEvent | undefined;
}

/** The one way to write: read the stream, fold, decide, append at the revision read. */
@Injectable()
export class WritePath {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs a pure decision against the stream's present state. A command id already in the stream is answered with its first result
   * before anything is decided. On a lost race it reads and decides again, at most three times, then throws ConcurrentChange. Throws
   * what the decision throws, InvalidAppend for events that could never be stored, StoreUnavailable when the store does not answer.
   */
  async execute<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    stream: string,
    context: CommandContext,
    decide: (state: State, now: Instant) => readonly Event[],
  ): Promise<CommandResult> {
    for (let repeats = 0; repeats <= MOST_REPEATS_AFTER_A_LOST_RACE; repeats += 1) {
      const { state, last, answered } = await this.read(aggregate, stream, context.commandId);
      if (answered) return { stream, revision: answered.revision, position: answered.position };
      const now = this.clock.now();
      const decided = decide(state, now);
      if (decided.length === 0) return { stream, revision: last?.revision ?? -1n, position: last?.position ?? 0n };
      const events = this.stamp(stream, context, decided, now);
      const result = await this.appendUnlessBeaten(stream, last?.revision ?? 'no-stream', events);
      if (result) return result;
    }
    throw new ConcurrentChange(stream);
  }

  private async read<State, Event extends DomainEvent>(
    { initial, evolve }: Aggregate<State, Event>,
    stream: string,
    commandId: string,
  ): Promise<History<State>> {
    let state = initial;
    let last: RecordedEvent | undefined;
    for await (const event of this.store.read(stream)) {
      const { metadata } = event;
      if (metadata.commandId === commandId && metadata.part === metadata.parts) return { state, last, answered: event };
      state = evolve(state, this.registry.decode<Event>(event));
      last = event;
    }
    return { state, last, answered: undefined };
  }

  /** Undefined when somebody else appended first. */
  private async appendUnlessBeaten(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<CommandResult | undefined> {
    try {
      const { revision, position } = await appendSurely(this.store, stream, expected, events);
      return { stream, revision, position };
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  private stamp(
    stream: string,
    { commandId, correlationId, causationId, actor, onBehalfOf, role }: CommandContext,
    decided: readonly DomainEvent[],
    recordedAt: Instant,
  ): NewEvent[] {
    const parts = decided.length;
    return decided.map(({ type, data }, index) => {
      const part = index + 1;
      const schemaVersion = this.registry.versionOf(type);
      const context = { commandId, correlationId, causationId, actor, onBehalfOf, role };
      const metadata = { ...context, schemaVersion, recordedAt, part, parts };
      return { id: eventIdOf(commandId, stream, part), type, data, metadata };
    });
  }
}
