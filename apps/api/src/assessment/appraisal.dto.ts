import type { Adjustment, ComponentRound, FieldClosure, Return } from '@app/assessment';
import { FlagField, FormField, TextField, WholeField } from '../http/fields';
import { component, type OfUnitYear, round } from './assessment.dto';

export class ReturnBody implements OfUnitYear<Return> {
  @TextField({ description: 'What must be completed' })
  reason!: string;

  @FormField('instant', { description: 'The unit may write again before this instant' })
  submitBy!: string;
}

export class ConfirmBody implements OfUnitYear<ComponentRound> {
  @FormField('code', component)
  component!: string;

  @WholeField(1, 100, round)
  round!: number;
}

export class AdjustBody extends ConfirmBody implements OfUnitYear<Adjustment> {
  @FormField('exact', {
    description: 'The points that were seen; null: not applicable or not known yet',
    nullable: true,
  })
  from: string | null = null;

  @FormField('exact', { description: 'The points given; null: does not apply', nullable: true })
  to: string | null = null;

  @FormField('code', { description: 'Kind of reason', example: 'thieu_minh_chung' })
  reasonCode!: string;

  @TextField({ description: 'Reason in words' })
  reason!: string;

  @FlagField({ description: 'True when it changes what was appraised in the same round already' })
  correction!: boolean;
}

export class CloseFieldBody implements OfUnitYear<FieldClosure> {
  @FormField('code', { description: 'Code of the field (lĩnh vực)', example: '1' })
  field!: string;

  @WholeField(1, 100, round)
  round!: number;

  @TextField({
    description: 'Only what this lead agency (cơ quan chủ trì) appraises; null: the whole field',
    max: 300,
    nullable: true,
  })
  leadAgency: string | null = null;
}
