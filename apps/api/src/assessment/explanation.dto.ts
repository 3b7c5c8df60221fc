import type { ExplanationAnswer, ExplanationRequest } from '@app/assessment';
import { DeadlineField, FormField, ListField, TextField, WholeField } from '../http/fields';
import { component, EvidenceBody, type OfUnitYear, round } from './assessment.dto';

export class AskExplanationBody implements OfUnitYear<ExplanationRequest> {
  @FormField('key', { description: 'Id of the question in this file, of the own making', example: 'gt_001' })
  explanationId!: string;

  @FormField('code', component)
  component!: string;

  @WholeField(1, 100, round)
  round!: number;

  @TextField({ description: 'What is to be explained' })
  question!: string;

  @DeadlineField('The unit answers before this instant')
  answerBy!: string;
}

export class GiveExplanationBody implements Omit<OfUnitYear<ExplanationAnswer>, 'explanationId'> {
  @TextField({ description: 'The explanation (giải trình)' })
  text!: string;

  @ListField(() => EvidenceBody, { description: 'Documents that the declaration did not name', max: 100 })
  evidence!: EvidenceBody[];
}
