import type { Closure, CouncilDecisionMade, FieldCourse, Round, Thread, Word } from '@app/file-register';
import { Shown, ShownObject } from '../http/answers';
import { EvidenceAnswer, ScoreEventAnswer } from '../scorecard/grounds.dto';
import { DueAnswer } from './due.dto';

const nullable = { nullable: true };

class WordAnswer implements Word {
  @Shown('text', 'Code of the component')
  component!: string;

  @Shown('text', 'Whether the points were left or changed', { enum: ['confirmed', 'adjusted'] })
  kind!: Word['kind'];

  @Shown('text', 'The points that were changed', nullable)
  from!: string | null;

  @Shown('text', 'Exact points; null: does not apply', nullable)
  points!: string | null;

  @Shown('text', 'Code of the reason; null: confirmed', nullable)
  reasonCode!: string | null;

  @Shown('text', 'Why they were changed; null: confirmed', nullable)
  reason!: string | null;

  @ShownObject(() => ScoreEventAnswer, 'Who said so, and when')
  by!: ScoreEventAnswer;
}

class ClosingAgencyAnswer {
  @Shown('text', 'As the rules print it')
  name!: string;

  @Shown('text', 'The unit of the register that closed its own share; null: the whole field was closed', nullable)
  unitId!: string | null;
}

class ClosureAnswer implements Closure {
  @ShownObject(() => ClosingAgencyAnswer, 'Whose components they are', { isArray: true })
  leadAgencies!: ClosingAgencyAnswer[];

  @Shown('text', 'The components', { isArray: true })
  components!: string[];

  @ShownObject(() => ScoreEventAnswer, 'Who closed them, and when')
  by!: ScoreEventAnswer;
}

class RoundAnswer implements Round {
  @Shown('integer', 'From 1')
  round!: number;

  @ShownObject(() => WordAnswer, 'In the order of the log', { isArray: true })
  words!: WordAnswer[];

  @ShownObject(() => ClosureAnswer, 'What was closed in it', { isArray: true })
  closures!: ClosureAnswer[];
}

class ShareAnswer {
  @Shown('text', 'The lead agency (cơ quan chủ trì), as the rules print it', nullable)
  leadAgency!: string | null;

  @Shown('text', 'What it appraises of the field', { isArray: true })
  components!: string[];

  @Shown('flag', 'Closed in the round that the field has reached')
  closed!: boolean;
}

export class FieldCourseAnswer implements FieldCourse {
  @Shown('text', 'Code of the field (lĩnh vực)')
  code!: string;

  @Shown('text', 'Its name')
  name!: string;

  @Shown('integer', 'The round that it has reached; 0 before the first word')
  round!: number;

  @ShownObject(() => ShareAnswer, 'Who appraises what of it', { isArray: true })
  shares!: ShareAnswer[];

  @ShownObject(() => RoundAnswer, 'Rounds of appraisal', { isArray: true })
  rounds!: RoundAnswer[];
}

class ThreadReplyAnswer {
  @Shown('text', 'What the unit explained')
  text!: string;

  @ShownObject(() => EvidenceAnswer, 'Documents that the declaration did not name', { isArray: true })
  evidence!: EvidenceAnswer[];

  @ShownObject(() => ScoreEventAnswer, 'Who explained, and when')
  given!: ScoreEventAnswer;
}

export class ThreadAnswer implements Thread {
  @Shown('text', 'Id of the question in this file')
  explanationId!: string;

  @Shown('text', 'Code of the component')
  component!: string;

  @Shown('integer', 'Round of appraisal')
  round!: number;

  @Shown('text', 'What is to be explained')
  question!: string;

  @ShownObject(() => DueAnswer, 'Answered before this, or lapsed from it on')
  due!: DueAnswer;

  @ShownObject(() => ScoreEventAnswer, 'Who asked, and when')
  asked!: ScoreEventAnswer;

  @ShownObject(() => ThreadReplyAnswer, 'The answer; null: none yet', nullable)
  answer!: ThreadReplyAnswer | null;
}

class MinutesAnswer {
  @Shown('text', 'Number of the minutes (biên bản)')
  number!: string;

  @Shown('text', 'The day of the sitting')
  heldOn!: string;
}

class VotesAnswer {
  @Shown('integer', 'In favour')
  for!: number;

  @Shown('integer', 'Against')
  against!: number;

  @Shown('integer', 'Abstained')
  abstained!: number;
}

export class CouncilDecisionAnswer implements CouncilDecisionMade {
  @Shown('text', 'Code of the component')
  component!: string;

  @Shown('text', 'The points that were decided about', nullable)
  from!: string | null;

  @Shown('text', 'Exact points; null: does not apply', nullable)
  points!: string | null;

  @ShownObject(() => MinutesAnswer, 'The minutes of the sitting')
  minutes!: MinutesAnswer;

  @ShownObject(() => VotesAnswer, 'How it was voted')
  votes!: VotesAnswer;

  @Shown('text', 'Why')
  reason!: string;

  @ShownObject(() => ScoreEventAnswer, 'Who entered it, and when')
  by!: ScoreEventAnswer;
}
