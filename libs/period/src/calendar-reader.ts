import { EventRegistry, EventStore } from '@app/event-store';
import {
  Clock,
  fold,
  type Instant,
  vietnamDate,
  workingCalendar,
  type WorkingCalendar,
  WorkingCalendars,
} from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { calendar, calendarStream } from './calendar';
import type { CalendarEvent } from './calendar.events';

/** What the log itself says of working days, for decisions about deadlines. */
@Injectable()
export class CalendarReader extends WorkingCalendars {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly clock: Clock,
  ) {
    super();
  }

  async around(...asked: readonly Instant[]): Promise<WorkingCalendar> {
    const years = new Set(asked.flatMap(yearsAround));
    const known = await Promise.all([...years].map((year) => this.read(year)));
    return workingCalendar(...known.flatMap(({ recorded }) => recorded ?? []));
  }

  fromNow(): Promise<WorkingCalendar> {
    return this.around(vietnamDate(this.clock.now()));
  }

  private async read(year: number) {
    const events: CalendarEvent[] = [];
    for await (const event of this.store.read(calendarStream(year)))
      events.push(this.registry.decode<CalendarEvent>(event));
    return fold(calendar, events);
  }
}

/** The year, and the next one, into which a deadline at its end is moved. None for what is no time: that is refused elsewhere. */
function yearsAround(asked: Instant): number[] {
  const year = Number(/^\d{4}(?=-)/.exec(asked)?.[0] ?? NaN);
  return [year, year + 1].filter((one) => one >= FIRST && one <= LAST);
}

const FIRST = 1900;
const LAST = 2200;
