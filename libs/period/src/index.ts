export * from './period.events';
export * from './period.errors';
export * from './calendar.events';
export * from './calendar.errors';
export { type Calendar, calendar, calendarStream, recordWorkingCalendar } from './calendar';
export { CalendarReader } from './calendar-reader';
export {
  type Begun,
  openPeriod,
  type Period,
  period,
  periodStream,
  type PeriodTold,
  skipBlock,
  type Skipping,
} from './period';
export { sampleCalendar } from './sample-calendar';
export { OpenPeriod } from './commands/open-period.command';
export { RecordWorkingCalendar } from './commands/record-working-calendar.command';
export { SkipBlock } from './commands/skip-block.command';
export { PeriodModule } from './period.module';
