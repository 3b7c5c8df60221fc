import { randomUUID } from 'node:crypto';
import type { ServiceError } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { allSource } from './all-source';
import type { ReadCall } from './read-call';
import { caughtUp, confirmation, type UuidForm } from './read-response';
import type { ServerContext } from './server-context';
import { consumerTooSlow, streamDeleted } from './status';
import { streamSource } from './stream-source';
import { textOf } from './wire';

/** Where a subscription takes its messages from. */
export interface Source {
  /** The next message; undefined when there is none yet. */
  next(this: void): Buffer | undefined;
  /** How many records lie ahead. */
  backlog(this: void): number;
  /** Whether the end reached counts as caught up. */
  readyForCaughtUp(this: void): boolean;
  /** Why nothing will ever come again. */
  ended(this: void): ServiceError | undefined;
}

/** Starts a subscription: history, `caughtUp`, then what is appended, until the client goes or is too slow. */
export function subscribe(call: ReadCall, options: ReadReq.Options, form: UuidForm, context: ServerContext): void {
  const name = textOf(options.getStream()?.getStreamIdentifier());
  if (!options.hasAll() && context.log.stream(name).tombstone) throw streamDeleted(name);
  const source = options.hasAll() ? allSource(options, form, context) : streamSource(options, name, form, context);
  new Subscription(call, source, context).start();
}

class Subscription {
  private live = false;
  private blocked = false;
  private over = false;
  private slowTimer: NodeJS.Timeout | undefined;
  private readonly pump = (): void => this.send();
  private readonly forget: () => void;

  constructor(
    private readonly call: ReadCall,
    private readonly source: Source,
    private readonly context: ServerContext,
  ) {
    this.forget = context.faults.subscribed((error) => this.end(error));
  }

  start(): void {
    this.context.log.listeners.add(this.pump);
    this.call.on('cancelled', () => this.end());
    this.call.on('close', () => this.end());
    this.call.write(confirmation(randomUUID()));
    this.send();
  }

  private send(): void {
    if (this.over || this.blocked) return;
    if (this.context.faults.isFrozen) return void this.context.faults.gate().then(this.pump);
    while (!this.blocked) {
      const message = this.source.next();
      if (!message) return this.reachedEnd();
      this.blocked = !this.call.write(message);
    }
    this.call.once('drain', this.resume);
    if (this.live) this.watch();
  }

  private readonly resume = (): void => {
    this.blocked = false;
    this.send();
  };

  private reachedEnd(): void {
    const error = this.source.ended();
    if (error) return this.end(error);
    if (this.live || !this.source.readyForCaughtUp()) return;
    this.live = true;
    this.call.write(caughtUp());
  }

  /** A live subscriber that leaves too much waiting for too long is cut off, or goes back to catching up. */
  private watch(): void {
    this.slowTimer ??= setTimeout(() => {
      this.slowTimer = undefined;
      if (this.over || this.source.backlog() <= this.context.liveBuffer) return;
      if (this.context.behaviour.cutsSlowConsumers) this.end(consumerTooSlow());
      else this.live = false;
    }, this.context.slowAfterMs);
  }

  private end(error?: ServiceError): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.slowTimer);
    this.forget();
    this.context.log.listeners.delete(this.pump);
    this.call.removeListener('drain', this.resume);
    if (error) this.call.emit('error', error);
  }
}
