import type { UnitScoreExplanation } from '@app/scorecard';
import { Shown, ShownObject } from '../http/answers';
import { EvidenceAnswer, ScoreEventAnswer } from './grounds.dto';

export class GivenExplanationAnswer {
  @Shown('text', 'What the unit explained')
  text!: string;

  @ShownObject(() => EvidenceAnswer, 'Documents that the declaration did not name', { isArray: true })
  evidence!: EvidenceAnswer[];

  @ShownObject(() => ScoreEventAnswer, 'Who explained, and when')
  given!: ScoreEventAnswer;
}

/** A question about a component, with its answer. */
export class ExplanationThreadAnswer implements UnitScoreExplanation {
  @Shown('text', 'Id of the question in this file')
  explanationId!: string;

  @Shown('text', 'Code of the component')
  component!: string;

  @Shown('integer', 'Round of appraisal')
  round!: number;

  @Shown('text', 'What is to be explained')
  question!: string;

  @Shown('text', 'Answered before this instant, or lapsed from it on')
  answerBy!: string;

  @ShownObject(() => ScoreEventAnswer, 'Who asked, and when')
  asked!: ScoreEventAnswer;

  @ShownObject(() => GivenExplanationAnswer, 'The answer; null: none yet', { nullable: true })
  answer!: GivenExplanationAnswer | null;
}
