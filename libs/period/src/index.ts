export * from './period.events';
export * from './period.errors';
export { openPeriod, type Period, period, periodStream, skipBlock } from './period';
export { OpenPeriod } from './commands/open-period.command';
export { SkipBlock } from './commands/skip-block.command';
export { PeriodModule } from './period.module';
