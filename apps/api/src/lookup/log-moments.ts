import { LogAsOf } from '@app/audit';
import { EventStore, type Moment, type Position } from '@app/event-store';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { InvalidRequest } from '../http/edge-refusal';

/** A moment that lies behind us, and up to where a read model must have read to answer as of it. */
export interface PastMoment {
  readonly asOf: Moment;
  readonly readTo: Position;
}

/** Moments that somebody asks about, brought to what the log holds. */
@Injectable()
export class LogMoments {
  constructor(
    private readonly store: EventStore,
    private readonly log: LogAsOf,
    private readonly clock: Clock,
  ) {}

  /**
   * An instant must be over: what will yet be recorded in it nobody knows. A position must be one that the log has; within an append it
   * becomes the one before, so that no answer shows half of a command. Throws InvalidRequest.
   */
  async past(asked: Moment): Promise<PastMoment> {
    if (asked.instant !== undefined && asked.instant >= this.clock.now())
      throw unanswerable('thời điểm này chưa qua nên chưa biết được gì');
    const asOf = await this.log.wholeMoment(asked);
    if (asOf === undefined) throw unanswerable('nhật ký không có sự kiện ở vị trí này');
    return { asOf, readTo: asOf.position ?? (await this.store.head()) ?? 0n };
  }
}

function unanswerable(detail: string): InvalidRequest {
  return new InvalidRequest([{ field: 'asOf', detail }]);
}
