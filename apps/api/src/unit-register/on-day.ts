import { checkedDate, Clock, type LocalDate, vietnamDate } from '@app/kernel';
import { Injectable } from '@nestjs/common';

/** The day that a question is about. */
@Injectable()
export class OnDay {
  constructor(private readonly clock: Clock) {}

  /** The day asked for; today in Vietnam when none is. Throws DateDoesNotExist. */
  of(asOf: string | null): LocalDate {
    return asOf === null ? vietnamDate(this.clock.now()) : checkedDate('asOf', asOf);
  }
}
