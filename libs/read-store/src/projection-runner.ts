import {
  checkCheckpoint,
  type EventStore,
  follow,
  LogIdentityError,
  readLogIdentity,
  type RecordedEvent,
} from '@app/event-store';
import { applyBatch } from './batch';
import { untilCuts } from './cuts';
import { Pace } from './pace';
import { isStaged, partOf } from './parts';
import type { RunnersModel } from './read-model';
import { Rest } from './rest';
import { SoleRunner } from './sole-runner';

/** Keeps one generation of one projection, or one part of it, up with the log, alone among all processes. */
export class ProjectionRunner extends SoleRunner {
  protected async keepUp(model: RunnersModel, signal: AbortSignal, onProgress: () => void): Promise<void> {
    const { store, registry } = this.parts;
    const scope = { model, projection: this.projection, registry };
    const checkpoint = await model.checkpoint();
    if (checkpoint) await checkCheckpoint(store, checkpoint);
    const logId = checkpoint?.logId ?? (await identityOf(store));
    let after = checkpoint?.position;
    // From nothing, all of history is applied first: no request waits for that. A runner that goes on may have stood still meanwhile.
    let isNews = checkpoint !== undefined && this.isShown;
    await this.beatIfAlive();
    const pace = new Pace(this.options.batchSize);
    const rest = new Rest(this.options.restMs);
    const limit = () => pace.limit;
    const restMs = () => rest.ms;
    const onUnavailable = (error: Error) => void this.tell(error);
    const { timers } = this;
    for await (const page of follow(store, { signal, after, limit, restMs, timers, onUnavailable })) {
      let workedMs = 0;
      for await (const events of this.batches(model, page.events, signal)) {
        await this.busy(async () => {
          const began = timers.now();
          const own = this.own(events);
          await applyBatch(scope, { logId, events: own, after, through: events.at(-1) });
          if (isNews) this.trail?.add(own);
          const tookMs = timers.now() - began;
          pace.applied(events.length, tookMs);
          workedMs += tookMs;
          after = events.at(-1)?.position ?? after;
        });
      }
      rest.worked(workedMs, this.isShown && this.concerns(page.events));
      if (page.atEnd && !signal.aborted) {
        await this.busy(() => this.caughtUp(model, after));
        isNews = this.isShown;
      }
      onProgress();
    }
  }

  /** In one go; where a stage ranks what all parts brought, cut where it wants them to stand. */
  private batches(
    model: RunnersModel,
    events: readonly RecordedEvent[],
    signal: AbortSignal,
  ): Iterable<readonly RecordedEvent[]> | AsyncIterable<readonly RecordedEvent[]> {
    if (!isStaged(this.projection, this.generation.parts)) return [events];
    return untilCuts(model.cuts, events, this.timers, signal);
  }

  /** Of all parts, as readers wait for the last of them. */
  private concerns(events: readonly RecordedEvent[]): boolean {
    return events.some(({ type }) => Object.hasOwn(this.projection.on, type));
  }

  /** Those of this part: the others are passed over before anybody looks into them. */
  private own(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
    const { parts, part = 0 } = this.generation;
    if (parts === 1) return events;
    return events.filter(({ stream }) => partOf(this.projection, stream, parts) === part);
  }
}

async function identityOf(store: EventStore): Promise<string> {
  const identity = await readLogIdentity(store);
  if (identity) return identity.logId;
  throw new LogIdentityError('Nhật ký chưa có định danh: hãy khởi tạo nhật ký trước khi chạy bộ chiếu.');
}
