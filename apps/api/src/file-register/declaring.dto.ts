import type { DeclarationMade, ExtensionGiven } from '@app/file-register';
import { Shown, ShownObject } from '../http/answers';
import { EvidenceAnswer, ScoreEventAnswer } from '../scorecard/grounds.dto';
import { DueAnswer } from './due.dto';

const nullable = { nullable: true };

export class DeclarationAnswer implements DeclarationMade {
  @Shown('text', 'Code of the component')
  component!: string;

  @Shown('text', 'Exact points; null: does not apply', nullable)
  points!: string | null;

  @Shown('text', 'Why the points are others than the rule gives', nullable)
  overrideReason!: string | null;

  @Shown('text', 'Why evidence is missing where it is required', nullable)
  missingEvidence!: string | null;

  @ShownObject(() => EvidenceAnswer, 'The documents that it names as its proof', { isArray: true })
  evidence!: EvidenceAnswer[];

  @ShownObject(() => ScoreEventAnswer, 'Who declared it, and when')
  by!: ScoreEventAnswer;
}

export class ExtensionAnswer implements ExtensionGiven {
  @Shown('text', 'Of the submission, or of the appraisal', { enum: ['submission', 'appraisal'] })
  of!: ExtensionGiven['of'];

  @Shown('text', 'Only these components; null: the whole file', { isArray: true, nullable: true })
  components!: string[] | null;

  @ShownObject(() => DueAnswer, 'Until when')
  until!: DueAnswer;

  @Shown('text', 'Why')
  reason!: string;

  @ShownObject(() => ScoreEventAnswer, 'Who granted it, and when')
  by!: ScoreEventAnswer;
}
