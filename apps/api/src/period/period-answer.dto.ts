import { Shown, ShownObject } from '../http/answers';
import { ScoreEventAnswer } from '../scorecard/grounds.dto';
import type { PeriodEntry } from './list-periods.query';
import { RulesetRefBody } from './period.dto';
import type { RecordedPeriod } from './recorded-periods';

class DeadlinesAnswer {
  @Shown('text', 'Submissions are accepted before this instant')
  submitBy!: string;

  @Shown('text', 'Appraisals are accepted before this instant')
  appraiseBy!: string;
}

export class PeriodEntryAnswer extends DeadlinesAnswer implements PeriodEntry {
  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('text', 'When it was opened (UTC)')
  openedAt!: string;
}

class PeriodBlockAnswer {
  @Shown('text', 'The block (Khối)')
  blockId!: string;

  @ShownObject(() => RulesetRefBody, 'The rules that bind it, down to the bytes')
  ruleset!: RulesetRefBody;
}

class SkippedBlockAnswer {
  @Shown('text', 'The block that is not assessed in the year')
  blockId!: string;

  @Shown('text', 'Why')
  reason!: string;

  @Shown('text', 'When it was recorded (UTC)')
  recordedAt!: string;
}

/** Nothing in it depends on the clock: whether a deadline has passed is for the reader to see. */
export class PeriodAnswer extends PeriodEntryAnswer implements RecordedPeriod {
  @ShownObject(
    () => DeadlinesAnswer,
    'The deadlines as they were set; those in effect are later where a last day is a day off',
  )
  asked!: DeadlinesAnswer;

  @ShownObject(() => PeriodBlockAnswer, 'Blocks that the year was opened for', { isArray: true })
  blocks!: readonly PeriodBlockAnswer[];

  @ShownObject(() => SkippedBlockAnswer, 'Blocks that are not assessed: a state of their own, never a zero', {
    isArray: true,
  })
  skippedBlocks!: readonly SkippedBlockAnswer[];

  @Shown('text', 'Revision of its stream, also as ETag: give it as If-Match')
  revision!: string;

  @Shown('text', 'Position of its last event in the whole log, also as Consistency-Token', { nullable: true })
  position!: string | null;
}

/** Who said what of the year. */
export class PeriodRecordAnswer {
  @Shown('integer', 'Assessment year')
  year!: number;

  @ShownObject(() => ScoreEventAnswer, 'What was recorded of it, in the order of the log', { isArray: true })
  events!: readonly ScoreEventAnswer[];

  @Shown('text', 'Revision of its stream, also as ETag: give it as If-Match')
  revision!: string;

  @Shown('text', 'Position of its last event in the whole log, also as Consistency-Token', { nullable: true })
  position!: string | null;
}
