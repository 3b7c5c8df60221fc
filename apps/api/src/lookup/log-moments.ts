import { LogAsOf } from '@app/audit';
import { EventStore, type Moment, type Position } from '@app/event-store';
import { Clock, type Instant, type LocalDate, vietnamDate } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { InvalidRequest } from '../http/edge-refusal';

/**
 * For so long after an instant events may still be recorded with it, ms: the clocks of the programs differ by up to 5 s (more is refused at
 * start-up), and the write path sends what it has decided for less than 18 s (a last try is begun within 5 s, and ends within 12 s).
 */
export const FINAL_AFTER_MS = 30_000;

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

  private refuseUnsettled(instant: string): void {
    const now = this.clock.now();
    if (instant >= now) throw unanswerable('thời điểm này chưa qua nên chưa biết được gì');
    const settled = new Date(Date.parse(now) - FINAL_AFTER_MS).toISOString();
    if (instant <= settled) return;
    const seconds = FINAL_AFTER_MS / 1000;
    throw unanswerable(
      `thời điểm này vừa qua chưa đủ ${seconds} giây nên còn có thể có sự kiện đang được ghi: hỏi lại sau, hoặc hỏi theo vị trí của nhật ký`,
    );
  }
}

function unanswerable(detail: string): InvalidRequest {
  return new InvalidRequest([{ field: 'asOf', detail }]);
}
