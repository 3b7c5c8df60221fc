import { Module } from '@nestjs/common';
import { BlockYearReader } from './block-year-reader';
import { ImportResultsHandler } from './commands/import-results.command';
import { OpenBlockYearHandler } from './commands/open-block-year.command';
import { PublishResultsHandler } from './commands/publish-results.command';

const handlers = [OpenBlockYearHandler, PublishResultsHandler, ImportResultsHandler];

/**
 * Opening, publishing and importing a block's year. Needs EventStore, EventRegistry, WritePath, RulesetCatalog and the command bus from
 * global modules, and the assessment feature's handlers on that bus.
 */
@Module({ providers: [BlockYearReader, ...handlers], exports: [BlockYearReader, ...handlers] })
export class PublicationModule {}
