import { Module } from '@nestjs/common';
import { RecordSurveyBatchHandler } from './commands/record-survey-batch.command';
import { WithdrawSurveyBatchHandler } from './commands/withdraw-survey-batch.command';

const handlers = [RecordSurveyBatchHandler, WithdrawSurveyBatchHandler];

/** Command handlers of surveys. Needs WritePath, RulesetCatalog and the command bus from global modules. */
@Module({ providers: handlers, exports: handlers })
export class SurveyModule {}
