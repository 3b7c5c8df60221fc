import { Module } from '@nestjs/common';
import { CalendarReader } from './calendar-reader';
import { OpenPeriodHandler } from './commands/open-period.command';
import { RecordWorkingCalendarHandler } from './commands/record-working-calendar.command';
import { SkipBlockHandler } from './commands/skip-block.command';

const handlers = [OpenPeriodHandler, SkipBlockHandler, RecordWorkingCalendarHandler];

/** Command handlers of assessment years. Needs WritePath, EventStore, EventRegistry, RulesetCatalog and the command bus from global modules. */
@Module({ providers: [...handlers, CalendarReader], exports: [...handlers, CalendarReader] })
export class PeriodModule {}
