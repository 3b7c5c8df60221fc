import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { type ReadFilter, readFilter } from './read-filter';
import { checkpoint, eventMessage, type UuidForm } from './read-response';
import type { ServerContext } from './server-context';
import { startOfAll } from './start-of-all';
import type { Source } from './subscription';

/** `$all` behind a position, with checkpoints when filtered. */
export function allSource(options: ReadReq.Options, form: UuidForm, context: ServerContext): Source {
  return new AllSource(form, context, readFilter(options), options);
}

class AllSource implements Source {
  /** Undefined while the log has not grown past the position asked for. */
  private index: number | undefined;
  private lookedAt = 0;
  private live = false;

  constructor(
    private readonly form: UuidForm,
    private readonly context: ServerContext,
    private readonly filter: ReadFilter | undefined,
    private readonly options: ReadReq.Options,
  ) {
    this.index = this.firstBehind();
  }

  readonly next = (): Buffer | undefined => {
    const { log, behaviour } = this.context;
    this.index ??= this.grownPast();
    if (this.index === undefined) return undefined;
    while (this.index < log.visible) {
      if (this.checkpointDue()) return this.checkpoint();
      const record = log.records[this.index];
      this.index += 1;
      this.lookedAt += 1;
      if (record && (!this.filter || this.filter.matches(record))) return eventMessage(record, this.form);
    }
    if (this.checkpointDue()) return this.checkpoint();
    const last = this.filter && behaviour.checkpointBeforeCaughtUp && !this.live && this.lookedAt > 0;
    return last ? this.checkpoint() : undefined;
  };

  readonly backlog = (): number => this.context.log.visible - (this.index ?? this.context.log.visible);

  readonly readyForCaughtUp = (): boolean => {
    this.live = this.index !== undefined;
    return this.live;
  };

  readonly ended = (): undefined => undefined;

  private checkpointDue(): boolean {
    return this.filter !== undefined && this.lookedAt >= this.filter.checkpointEvery;
  }

  private checkpoint(): Buffer {
    this.lookedAt = 0;
    return checkpoint(this.context.log.records[(this.index ?? 0) - 1]?.position ?? 0n);
  }

  /** The first record behind the position asked for, once there is one. */
  private grownPast(): number | undefined {
    const { log } = this.context;
    const position = BigInt(this.options.getAll()?.getPosition()?.getCommitPosition() ?? 0);
    return log.lastPosition > position ? log.indexFrom(position + 1n) : undefined;
  }

  /** Subscriptions begin after their position. What lies beyond the end of the log depends on the version. */
  private firstBehind(): number | undefined {
    const { log, behaviour } = this.context;
    const start = startOfAll(this.options, this.context, this.filter !== undefined);
    if (start === 'nowhere') return log.visible;
    const all = this.options.getAll();
    if (!all?.hasPosition()) return start;
    const position = BigInt(all.getPosition()?.getCommitPosition() ?? 0);
    if (position > log.lastPosition) return behaviour.deliversBeyondEnd ? log.visible : undefined;
    return log.records[start]?.position === position ? start + 1 : start;
  }
}
