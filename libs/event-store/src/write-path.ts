import { type Aggregate, Clock, type DomainEvent, type Instant } from '@app/kernel';
import { Injectable, Optional } from '@nestjs/common';
import { appendSurely } from './append-surely';
import { CarriedOut } from './carried-out';
import type { CommandResult } from './command-result';
import { ConcurrentChange, StaleRevision, WrongExpectedRevision } from './errors';
import { eventIdOf } from './event-id';
import { EventRegistry } from './event-registry';
import { EventStore, type ExpectedRevision } from './event-store';
import { type FirstAnswer, repeated } from './first-answer';
import { KnownStreams, type StreamHistory } from './known-streams';
import { systemTimers } from './pause';
import type { CommandContext, NewEvent, Position, RecordedContext } from './recorded-event';

const MOST_REPEATS_AFTER_A_LOST_RACE = 3;

/**
 * What a process remembers. A unit in work is two streams, its file and the record of who looks at it; a province with its communes has some
 * hundreds of units in work in the same weeks. A command adds 5 to 11 bytes to it, and more where it says something new (docs/load.md). Where
 * more streams are in work than are remembered, nearly every command reads one from its beginning; so the bound lies at 4,000 streams of 500
 * events each.
 */
const MOST_KNOWN = { streams: 4_000, events: 2_000_000 };

/** A stream as the log has it, and how the command at hand was answered if the stream holds it. */
interface StreamRead<State> {
  readonly history: StreamHistory<State>;
  readonly first: FirstAnswer | undefined;
}

/** A pure decision: the stream's state, the instant, and the revision that the state is of. */
export type Decide<State, Event extends DomainEvent> = (
  state: State,
  now: Instant,
  revision: ExpectedRevision,
) => readonly Event[];

/** The one way to write: read the stream, fold, decide, append at the revision read. */
@Injectable()
export class WritePath {
  private readonly known = new KnownStreams(MOST_KNOWN);

  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly clock: Clock,
    @Optional() private readonly timers = systemTimers,
  ) {}

  /**
   * Runs a pure decision against the stream's present state. A command id already in the stream is answered with its first result
   * before anything is decided; CommandIdReused when it stands there for something else. A context that names the revision seen is
   * refused with StaleRevision when the stream is at another. On a lost race it reads and decides again, at most three times, then
   * throws ConcurrentChange. `decide` is told at which revision the stream is decided on, for what was read of it besides. Throws what the
   * decision throws, InvalidAppend for events that could never be stored, StoreUnavailable when the store does not answer.
   */
  async execute<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    stream: string,
    context: CommandContext,
    decide: Decide<State, Event>,
  ): Promise<CommandResult> {
    const quick = (await this.fromMemory(aggregate, stream, context, decide)) ?? (await this.repeatOf(stream, context));
    if (quick) return quick;
    for (let repeats = 0; repeats <= MOST_REPEATS_AFTER_A_LOST_RACE; repeats += 1) {
      const { history, first } = await this.read(aggregate, stream, context);
      if (first) return repeated(context, first);
      if (!isAsSeen(context, history)) throw staleRevision(stream, context, history);
      const now = this.clock.now();
      const decided = decide(history.state, now, history.revision);
      if (decided.length === 0) return unchanged(stream, history);
      const result = await this.record(aggregate, stream, history, context, decided, now);
      if (result) return result;
    }
    throw new ConcurrentChange(stream);
  }

  /**
   * The same from what this process remembers of the stream. Undefined where memory proves nothing: it knows no such stream, or knows it
   * at another revision than was seen, the command may be a repeat of any but the last one, the decision refuses or does nothing, or the log went on; then the log
   * is read.
   */
  private async fromMemory<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    stream: string,
    context: CommandContext,
    decide: Decide<State, Event>,
  ): Promise<CommandResult | undefined> {
    const history = this.known.get(stream) as StreamHistory<State> | undefined;
    const first = history?.carriedOut.answerOf(context.commandId);
    if (first) return repeated(context, first);
    if (!history || history.carriedOut.mayHold(context.commandId) || !isAsSeen(context, history)) return undefined;
    const now = this.clock.now();
    const decided = decidedOrRefused(() => decide(history.state, now, history.revision));
    if (decided.length === 0) return undefined;
    return this.record(aggregate, stream, history, context, decided, now);
  }

  /** The answer of a command that this process may have seen in the stream, looked for without folding what came before it. */
  private async repeatOf(stream: string, context: CommandContext): Promise<CommandResult | undefined> {
    if (!this.known.get(stream)?.carriedOut.mayHold(context.commandId)) return undefined;
    return this.answered(stream, context);
  }

  private async read<State, Event extends DomainEvent>(
    { initial, evolve }: Aggregate<State, Event>,
    stream: string,
    context: CommandContext,
  ): Promise<StreamRead<State>> {
    let [state, revision, position]: [State, ExpectedRevision, Position] = [initial, 'no-stream', 0n];
    const carriedOut = new CarriedOut();
    let first: FirstAnswer | undefined;
    for await (const event of this.store.read(stream)) {
      state = evolve(state, this.registry.decode<Event>(event));
      ({ revision, position } = event);
      const { commandId, commandDigest, part, parts } = event.metadata;
      if (part !== parts) continue;
      const answer = { result: { stream, revision, position }, commandDigest };
      carriedOut.add(commandId, answer);
      if (commandId === context.commandId) first ??= answer;
    }
    const history = { state, revision, position, carriedOut };
    if (revision !== 'no-stream') this.known.remember(stream, history);
    return { history, first };
  }

  /** Appends and remembers; undefined when somebody else appended first. */
  private async record<State, Event extends DomainEvent>(
    { evolve }: Aggregate<State, Event>,
    stream: string,
    { state, revision, carriedOut }: StreamHistory<State>,
    context: CommandContext,
    decided: readonly Event[],
    now: Instant,
  ): Promise<CommandResult | undefined> {
    this.known.forget(stream);
    const result = await this.appendUnlessBeaten(stream, revision, this.stamp(stream, context, decided, now));
    if (!result) return undefined;
    // The same marks go on: what was carried out stays so, whoever still looks at an older state of the stream.
    carriedOut.add(context.commandId, { result, commandDigest: context.commandDigest });
    this.known.remember(stream, {
      ...result,
      state: decided.reduce((before, event) => evolve(before, event), state),
      carriedOut,
    });
    return result;
  }

  /** Undefined when somebody else appended first. */
  private async appendUnlessBeaten(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<CommandResult | undefined> {
    try {
      const { revision, position } = await appendSurely(this.store, stream, expected, events, this.timers);
      return { stream, revision, position };
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  private stamp(
    stream: string,
    command: CommandContext,
    decided: readonly DomainEvent[],
    recordedAt: Instant,
  ): NewEvent[] {
    const context = contextOf(command);
    const parts = decided.length;
    return decided.map(({ type, data }, index) => {
      const part = index + 1;
      const schemaVersion = this.registry.versionOf(type);
      const metadata = { ...context, schemaVersion, recordedAt, part, parts };
      return { id: eventIdOf(context, stream, part), type, data, metadata };
    });
  }

  /**
   * `execute` without recording: answers a repeat with its first result, throws what `execute` would, and is undefined where it would record.
   * For a command that another stream has to know of first.
   */
  async dryRun<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    stream: string,
    context: CommandContext,
    decide: Decide<State, Event>,
  ): Promise<CommandResult | undefined> {
    const { history, first } = await this.read(aggregate, stream, context);
    if (first) return repeated(context, first);
    if (!isAsSeen(context, history)) throw staleRevision(stream, context, history);
    decide(history.state, this.clock.now(), history.revision);
    return undefined;
  }

  /**
   * What a command was answered if it was carried out before: for a decision that takes much reading to prepare. Throws CommandIdReused
   * as `execute` does.
   */
  async answered(stream: string, context: CommandContext): Promise<CommandResult | undefined> {
    for await (const { revision, position, metadata } of this.store.read(stream)) {
      const { commandId, commandDigest, part, parts } = metadata;
      if (commandId !== context.commandId || part !== parts) continue;
      return repeated(context, { result: { stream, revision, position }, commandDigest });
    }
    return undefined;
  }
}

/** What is recorded of a context: nothing but what is known. */
function contextOf(command: CommandContext): RecordedContext {
  const { commandId, correlationId, causationId, actor, onBehalfOf, role, commandDigest } = command;
  const context = { commandId, correlationId, causationId, actor, onBehalfOf, role };
  return commandDigest === undefined ? context : { ...context, commandDigest };
}

/** Whether the stream is where the person who acts has seen it, as far as that was said. */
function isAsSeen({ expectedRevision }: CommandContext, { revision }: StreamHistory): boolean {
  return expectedRevision === undefined || expectedRevision === revision;
}

function staleRevision(
  stream: string,
  { expectedRevision = 'no-stream' }: CommandContext,
  { revision }: StreamHistory,
): StaleRevision {
  return new StaleRevision(stream, expectedRevision, revision);
}

function unchanged(stream: string, { revision, position }: StreamHistory): CommandResult {
  return { stream, revision: revision === 'no-stream' ? -1n : revision, position };
}

/** A refusal from memory decides nothing: the stream may have gone on. */
function decidedOrRefused<Event>(decide: () => readonly Event[]): readonly Event[] {
  try {
    return decide();
  } catch {
    return [];
  }
}
