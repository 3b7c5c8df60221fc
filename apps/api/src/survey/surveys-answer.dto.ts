import { Shown, ShownObject } from '../http/answers';
import { ScoreEventAnswer } from '../scorecard/grounds.dto';
import type { UnitSurveys } from './get-surveys.query';
import type { QuestionResult, RecordedBatch } from './surveys-in';

class BatchNameAnswer {
  @Shown('text', 'Survey campaign (cuộc điều tra)')
  campaign!: string;

  @Shown('text', 'Name of the batch')
  batch!: string;
}

class BatchWithdrawalAnswer {
  @Shown('text', 'Why')
  reason!: string;

  @ShownObject(() => BatchNameAnswer, 'As which batch the same source was recorded again; null: it was not', {
    nullable: true,
  })
  replacedBy!: BatchNameAnswer | null;

  @ShownObject(() => ScoreEventAnswer, 'Who withdrew it, and when')
  recorded!: ScoreEventAnswer;
}

export class SurveyBatchAnswer extends BatchNameAnswer implements RecordedBatch {
  @Shown('text', 'Codes of its questions', { isArray: true })
  questions!: readonly string[];

  @Shown('integer', 'How many people answered; no single response is shown')
  responses!: number;

  @Shown('text', 'Name of the source file')
  sourceName!: string;

  @Shown('text', "Digest of the batch's source")
  sourceSha256!: string;

  @ShownObject(() => ScoreEventAnswer, 'Who recorded it, and when')
  recorded!: ScoreEventAnswer;

  @ShownObject(() => BatchWithdrawalAnswer, 'That it does not count any more; null: it counts', { nullable: true })
  withdrawn!: BatchWithdrawalAnswer | null;
}

class OptionAnswer {
  @Shown('text', 'Letter of the option')
  option!: string;

  @Shown('integer', 'How many chose it')
  answers!: number;
}

export class QuestionResultAnswer implements QuestionResult {
  @Shown('text', 'Code of the question')
  question!: string;

  @Shown('integer', 'How many people were asked')
  asked!: number;

  @Shown('integer', 'How many of them answered')
  answered!: number;

  @ShownObject(() => OptionAnswer, 'The options that were chosen; null: fewer than 5 answered, too few to break down', {
    isArray: true,
    nullable: true,
  })
  options!: readonly OptionAnswer[] | null;
}

export class SurveysAnswer implements UnitSurveys {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('integer', 'Assessment year')
  year!: number;

  @ShownObject(() => SurveyBatchAnswer, 'Every batch on record, in the order of the log', { isArray: true })
  batches!: readonly SurveyBatchAnswer[];

  @Shown('integer', 'Sample size: how many people answered, over all batches that count')
  responses!: number;

  @ShownObject(
    () => QuestionResultAnswer,
    'The answers as they count, over all campaigns; points are on the score sheet',
    {
      isArray: true,
    },
  )
  results!: readonly QuestionResultAnswer[];

  @Shown('text', 'Revision of the stream, also as ETag; no-stream: nothing is recorded yet')
  revision!: string;

  @Shown('text', 'Position of its last event in the whole log, also as Consistency-Token', { nullable: true })
  position!: string | null;
}
