import type { ObjectionMade, RulingMade } from '@app/file-register';
import { DecisionAnswer, Shown, ShownObject } from '../http/answers';
import { ScoreEventAnswer } from '../scorecard/grounds.dto';

const nullable = { nullable: true };

class DueDayAnswer {
  @Shown('text', 'As it was set')
  asked!: string;

  @Shown('text', 'In effect: the next working day where it is a day off')
  effective!: string;
}

class ObjectionReplyAnswer {
  @Shown('text', 'When it was answered')
  answeredOn!: string;

  @Shown('flag', 'Later than it was due')
  late!: boolean;

  @ShownObject(() => ScoreEventAnswer, 'Who recorded it, and when')
  by!: ScoreEventAnswer;
}

class ConclusionAnswer {
  @Shown('text', 'What became of it', { enum: ['upheld', 'rejected', 'withdrawn'] })
  outcome!: 'upheld' | 'rejected' | 'withdrawn';

  @Shown('text', 'When it was closed')
  closedOn!: string;

  @Shown('text', 'Why')
  reason!: string;

  @ShownObject(() => ScoreEventAnswer, 'Who closed it, and when')
  by!: ScoreEventAnswer;
}

export class ObjectionAnswer implements ObjectionMade {
  @Shown('text', 'Id of the case')
  caseId!: string;

  @Shown('text', 'An objection before, a complaint after the results are official', {
    enum: ['score-objection', 'score-complaint'],
  })
  kind!: ObjectionMade['kind'];

  @Shown('text', 'Code of the component; null: none in particular', nullable)
  component!: string | null;

  @Shown('text', 'When it was received')
  receivedOn!: string;

  @ShownObject(() => DueDayAnswer, 'The last day on which an answer is in time')
  dueOn!: DueDayAnswer;

  @ShownObject(() => ScoreEventAnswer, 'Who entered it, and when')
  received!: ScoreEventAnswer;

  @ShownObject(() => ObjectionReplyAnswer, 'The answer; null: none yet', nullable)
  answer!: ObjectionReplyAnswer | null;

  @ShownObject(() => ConclusionAnswer, 'How it ended; null: it is open', nullable)
  conclusion!: ConclusionAnswer | null;
}

class RuledCaseAnswer {
  @Shown('text', 'What kind of case', { enum: ['score-objection', 'score-complaint'] })
  kind!: ObjectionMade['kind'];

  @Shown('text', 'Its id')
  caseId!: string;
}

export class RulingAnswer implements RulingMade {
  @Shown('text', 'Code of the component')
  component!: string;

  @Shown('text', 'The points that were changed', nullable)
  from!: string | null;

  @Shown('text', 'Exact points; null: does not apply', nullable)
  points!: string | null;

  @Shown('text', 'Why')
  reason!: string;

  @ShownObject(
    () => RuledCaseAnswer,
    'The objection or complaint of the unit that was upheld; null: another case',
    nullable,
  )
  case!: RuledCaseAnswer | null;

  @ShownObject(() => DecisionAnswer, 'The decision')
  decision!: DecisionAnswer;

  @ShownObject(() => ScoreEventAnswer, 'Who entered it, and when')
  by!: ScoreEventAnswer;
}
