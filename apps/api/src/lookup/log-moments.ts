import { LogAsOf } from '@app/audit';
import { EventStore, FINAL_AFTER_MS, finalInstant, type Moment, type Position } from '@app/event-store';
import { Clock, type Instant, type LocalDate, vietnamDate } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { InvalidRequest } from '../http/edge-refusal';

/** A moment that lies behind us, and up to where a read model must have read to answer as of it. */
export interface PastMoment {
  readonly asOf: Moment;
  readonly readTo: Position;
  /** When it was. */
  readonly instant: Instant;
  /** The day in Vietnam that it lies in. */
  readonly day: LocalDate;
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
   * What is answered as of a moment is answered so for ever. An instant must be over, and nothing that carries it may still be on its way
   * into the log. A position must be one that the log has; within an append it becomes the one before, so that no answer shows half of a
   * command. Throws InvalidRequest.
   */
  async past(asked: Moment): Promise<PastMoment> {
    if (asked.instant !== undefined) this.refuseUnsettled(asked.instant);
    const whole = await this.log.wholeMoment(asked);
    if (whole === undefined) throw unanswerable('nhật ký không có sự kiện ở vị trí này');
    const { asOf, instant } = whole;
    return { asOf, readTo: asOf.position ?? (await this.store.head()) ?? 0n, instant, day: vietnamDate(instant) };
  }

  /** Whether the log has come to the position. */
  async reached(position: Position): Promise<boolean> {
    const head = await this.store.head();
    return head !== undefined && position <= head;
  }

  /** The moment alone, for what is answered from the log itself; undefined: the present is asked about. Throws InvalidRequest. */
  async momentOf(asked: Moment | undefined): Promise<Moment | undefined> {
    return asked && (await this.past(asked)).asOf;
  }

  private refuseUnsettled(instant: string): void {
    const now = this.clock.now();
    if (instant >= now) throw unanswerable('thời điểm này chưa qua nên chưa biết được gì');
    if (instant <= finalInstant(now)) return;
    const seconds = FINAL_AFTER_MS / 1000;
    throw unanswerable(
      `thời điểm này vừa qua chưa đủ ${seconds} giây nên còn có thể có sự kiện đang được ghi: hỏi lại sau, hoặc hỏi theo vị trí của nhật ký`,
    );
  }
}

function unanswerable(detail: string): InvalidRequest {
  return new InvalidRequest([{ field: 'asOf', detail }]);
}
