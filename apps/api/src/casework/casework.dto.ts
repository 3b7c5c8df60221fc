import type { Answer, Conclusion, NewCase, Objection, Registration } from '@app/casework';
import { Shown } from '../http/answers';
import { ChoiceField, FormField, TextField } from '../http/fields';

export const caseKinds: readonly NewCase['kind'][] = [
  'feedback',
  'complaint',
  'denunciation-reference',
  'score-objection',
  'score-complaint',
];

/**
 * A head's objection to the own unit's score (kiến nghị về điểm). There is no field for a person, and none may be added; when it came in is
 * the clock's to say, when it is due the policy's, its number the office's.
 */
export class ObjectBody implements Omit<Objection, 'year' | 'unitId' | 'objectUntil'> {
  @FormField('code', { description: 'Id of the case' })
  caseId!: string;

  @FormField('code', { description: 'The component it concerns', nullable: true })
  component: string | null = null;

  @FormField('code', { description: 'Channel', example: '1022' })
  channel!: string;
}

/** Tells no revision: of the cases about the unit the head is told those that the unit brought itself. */
export class ObjectionTaken {
  @Shown('text', 'Position in the whole log, also as Consistency-Token')
  position!: string;
}

const inRegister = {
  description: 'Number in the register it comes from; no spaces, no names',
  example: '12/KN',
  max: 60,
};

/** There is no field for who complained, and none may be added. */
export class ReceiveCaseBody
  extends ObjectBody
  implements Omit<NewCase, 'year' | 'unitId' | 'handlerUnitId' | 'objectUntil'>
{
  @ChoiceField(caseKinds, {
    description:
      'phản ánh–kiến nghị, khiếu nại, reference to a tố cáo, the unit’s objection to the own provisional score, or its khiếu nại about the official one',
  })
  kind!: NewCase['kind'];

  @TextField(inRegister)
  externalNumber!: string;

  @FormField('date', { description: 'When it came in' })
  receivedOn!: string;

  @FormField('date', { description: 'When the answer is due; if it is a day off, the next working day' })
  dueOn!: string;
}

/** The office that registers a case gives it its number. */
export class RegisterCaseBody implements Pick<Registration, 'externalNumber'> {
  @TextField(inRegister)
  externalNumber!: string;
}

export class AnswerCaseBody implements Omit<Answer, 'year' | 'unitId' | 'caseId' | 'handlerUnitId'> {
  @FormField('date', { description: 'When it was answered' })
  answeredOn!: string;
}

export class CloseCaseBody implements Omit<Conclusion, 'year' | 'unitId' | 'caseId' | 'handlerUnitId'> {
  @ChoiceField(['upheld', 'rejected', 'withdrawn'], { description: 'Outcome' })
  outcome!: Conclusion['outcome'];

  @FormField('date', { description: 'When it was concluded' })
  closedOn!: string;

  @TextField({ description: 'Reason; mandatory, but null for a denunciation', nullable: true })
  reason: string | null = null;
}
