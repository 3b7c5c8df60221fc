/** The one source of "now". Decisions receive the instant; only composition roots create a clock. */
export abstract class Clock {
  abstract now(): Instant;
}

/** An instant as ISO 8601 in UTC with milliseconds (`2024-01-31T16:59:59.999Z`): sorts and compares as text. */
export type Instant = string;

/** A calendar date in Vietnam (`2024-01-31`): sorts and compares as text. */
export type LocalDate = string;

export class SystemClock extends Clock {
  now(): Instant {
    return new Date().toISOString();
  }
}

/** A clock that stands where it is put: tests, the demo, replays. */
export class ManualClock extends Clock {
  constructor(private instant: Instant) {
    super();
  }

  now(): Instant {
    return this.instant;
  }

  set(instant: Instant): void {
    this.instant = new Date(instant).toISOString();
  }
}

const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The calendar date in Asia/Ho_Chi_Minh (UTC+7, no daylight saving) at an instant. */
export function vietnamDate(instant: Instant): LocalDate {
  return new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** An instant as people in Vietnam read it: `23:59 31/12/2026 (giờ Việt Nam)`. Seconds are left out. For messages, never for data. */
export function vietnamTime(instant: Instant): string {
  const local = new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString();
  return `${local.slice(11, 16)} ${vietnamDay(local.slice(0, 10))} (giờ Việt Nam)`;
}

/** A date as people in Vietnam write it: `31/12/2026`. For messages, never for data. */
export function vietnamDay(date: LocalDate): string {
  return date.split('-').reverse().join('/');
}

/** The instant at which a Vietnamese calendar day ends (exclusive): midnight of the next day in Asia/Ho_Chi_Minh. */
export function endOfVietnamDay(date: LocalDate): Instant {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + 24 * 60 * 60 * 1000 - VIETNAM_OFFSET_MS).toISOString();
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar date so many days later; earlier when `days` is negative. */
export function daysAfter(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
