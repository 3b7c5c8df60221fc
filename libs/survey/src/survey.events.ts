import { type EventOf, eventSchema } from '@app/kernel';

/** At most 500 responses about one unit, packed. Stream `survey-<year>.<unitId>`: all campaigns about the unit in the year. */
export const surveyBatchRecorded = eventSchema('SurveyBatchRecorded').startingAs<{
  year: number;
  unitId: string;
  campaign: string;
  /** Unique within the campaign and stream; the same batch is never counted twice. */
  batch: string;
  /** Question codes, in the order of each response's letters. */
  questions: readonly string[];
  /** One text per respondent: one option letter per question, `-` for no answer. */
  responses: readonly string[];
  sourceName: string;
  sourceSha256: string;
}>();

/** The batch no longer counts; it stays readable. */
export const surveyBatchWithdrawn = eventSchema('SurveyBatchWithdrawn').startingAs<{
  year: number;
  unitId: string;
  campaign: string;
  batch: string;
  reason: string;
}>();

export const surveyEvents = [surveyBatchRecorded, surveyBatchWithdrawn] as const;
export type SurveyEvent = EventOf<(typeof surveyEvents)[number]>;
