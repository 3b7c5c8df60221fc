export { type Aggregate, assertNever, fold } from './aggregate';
export {
  Clock,
  daysAfter,
  endOfVietnamDay,
  type Instant,
  type LocalDate,
  ManualClock,
  SystemClock,
  vietnamDate,
  vietnamDay,
  vietnamTime,
} from './clock';
export { type Deadline, deadlineSet, dueDateSet, WorkingCalendars } from './deadline';
export { DomainError, type RefusalDetails, type RefusalKind } from './domain-error';
export type { DomainEvent } from './domain-event';
export {
  type DataOf,
  type EventOf,
  type EventSchema,
  eventSchema,
  type GrowingEventSchema,
  UnsupportedEventVersion,
} from './event-schema';
export { type ExactText, InvalidNumber, Rational } from './rational';
export {
  checkedCode,
  checkedDate,
  checkedInstant,
  checkedKey,
  checkedNumber,
  checkedSha256,
  checkedText,
  checkedYear,
  DateDoesNotExist,
  DigestIsInvalid,
  IdentifierIsInvalid,
  InstantDoesNotExist,
  NumberIsInvalid,
  TextIsInvalid,
  YearOutOfRange,
} from './input';
export { vietnameseSortKey, withoutDiacritics } from './vietnamese-order';
export {
  effectiveDeadline,
  endOfWorkingDay,
  type Holiday,
  isWeekend,
  isWorkingDay,
  nextWorkingDay,
  type WorkingCalendar,
  workingCalendar,
  workingDayFrom,
  workingDaysAfter,
  type WorkingYear,
  WorkingYearIsNotRecorded,
} from './working-calendar';
