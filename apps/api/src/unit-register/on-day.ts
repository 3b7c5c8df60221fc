import type { Moment } from '@app/event-store';
import { checkedDate, Clock, type LocalDate, vietnamDate } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { LogMoments, type PastMoment } from '../lookup/log-moments';

/** The day that a question is about, and the moment as of which, where one is asked for. */
export interface DayAsked extends Partial<PastMoment> {
  readonly on: LocalDate;
}

/** What a question to the register is about: which day, and by what was known when. */
@Injectable()
export class OnDay {
  constructor(
    private readonly clock: Clock,
    private readonly moments: LogMoments,
  ) {}

  /**
   * The day asked for; else that of the moment; else today, in Vietnam. Throws DateDoesNotExist, and InvalidRequest for a moment of which
   * nothing can be known.
   */
  async of(on: string | null, asOf: Moment | undefined): Promise<DayAsked> {
    const then = asOf && (await this.moments.past(asOf));
    const day = on === null ? (then?.day ?? vietnamDate(this.clock.now())) : checkedDate('on', on);
    return { ...then, on: day };
  }
}
