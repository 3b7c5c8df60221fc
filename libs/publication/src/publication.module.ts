import { Module } from '@nestjs/common';
import { BlockYearDecision } from './block-year-decision';
import { BlockYearReader } from './block-year-reader';
import { AnnounceProvisionalResultsHandler } from './commands/announce-provisional-results.command';
import { CorrectResultsHandler } from './commands/correct-results.command';
import { ImportResultsHandler } from './commands/import-results.command';
import { OpenBlockYearHandler } from './commands/open-block-year.command';
import { PublishResultsHandler } from './commands/publish-results.command';

const handlers = [
  OpenBlockYearHandler,
  AnnounceProvisionalResultsHandler,
  PublishResultsHandler,
  CorrectResultsHandler,
  ImportResultsHandler,
];

/**
 * Opening, announcing, publishing, correcting and importing a block's year. Needs Clock, WorkingCalendars, EventStore, EventRegistry, WritePath, RulesetCatalog
 * and the command bus from global modules, and the assessment feature's handlers on that bus.
 */
@Module({
  providers: [BlockYearReader, BlockYearDecision, ...handlers],
  exports: [BlockYearReader, ...handlers],
})
export class PublicationModule {}
