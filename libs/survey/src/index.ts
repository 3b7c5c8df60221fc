export * from './survey.events';
export * from './survey.errors';
export { MAX_RESPONSES, optionsByQuestion } from './responses';
export { type BatchState, recordSurveyBatch, type Survey, survey, surveyStream, withdrawSurveyBatch } from './survey';
export { RecordSurveyBatch } from './commands/record-survey-batch.command';
export { WithdrawSurveyBatch } from './commands/withdraw-survey-batch.command';
export { SurveyModule } from './survey.module';
