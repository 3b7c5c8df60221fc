import type { Answer, Conclusion, NewCase } from '@app/casework';
import { ChoiceField, FormField, TextField } from '../http/fields';

type InRegister = Omit<NewCase, 'year' | 'unitId' | 'kind' | 'objectUntil'>;

/** A head's objection to the own unit's score (kiến nghị về điểm). There is no field for a person, and none may be added. */
export class ObjectBody implements InRegister {
  @FormField('code', { description: 'Id of the case' })
  caseId!: string;

  @FormField('code', { description: 'The component it concerns', nullable: true })
  component: string | null = null;

  @TextField({ description: 'Number in the register it comes from; no spaces, no names', example: '12/KN', max: 60 })
  externalNumber!: string;

  @FormField('code', { description: 'Channel', example: '1022' })
  channel!: string;

  @FormField('date', { description: 'When it came in' })
  receivedOn!: string;

  @FormField('date', { description: 'When the answer is due' })
  dueOn!: string;
}

/** There is no field for who complained, and none may be added. */
export class ReceiveCaseBody extends ObjectBody implements Pick<NewCase, 'kind'> {
  @ChoiceField(['feedback', 'complaint', 'denunciation-reference', 'score-objection'], {
    description: 'phản ánh–kiến nghị, khiếu nại, reference to a tố cáo, or an objection to the own score',
  })
  kind!: NewCase['kind'];
}

export class AnswerCaseBody implements Omit<Answer, 'year' | 'unitId' | 'caseId'> {
  @FormField('date', { description: 'When it was answered' })
  answeredOn!: string;
}

export class CloseCaseBody implements Omit<Conclusion, 'year' | 'unitId' | 'caseId'> {
  @ChoiceField(['upheld', 'rejected', 'withdrawn'], { description: 'Outcome' })
  outcome!: Conclusion['outcome'];

  @FormField('date', { description: 'When it was concluded' })
  closedOn!: string;

  @TextField({ description: 'Reason; mandatory, but null for a denunciation', nullable: true })
  reason: string | null = null;
}
