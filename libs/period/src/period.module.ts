import { Module } from '@nestjs/common';
import { OpenPeriodHandler } from './commands/open-period.command';
import { RecordWorkingCalendarHandler } from './commands/record-working-calendar.command';
import { SkipBlockHandler } from './commands/skip-block.command';

const handlers = [OpenPeriodHandler, SkipBlockHandler, RecordWorkingCalendarHandler];

/** Command handlers of assessment years. Needs WritePath, RulesetCatalog, WorkingCalendars and the command bus from global modules. */
@Module({ providers: handlers, exports: handlers })
export class PeriodModule {}
