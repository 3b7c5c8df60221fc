import type { Adjustment, ComponentRound, FieldClosure, Return } from '@app/assessment';
import { DeadlineField, FlagField, FormField, TextField, WholeField } from '../http/fields';
import { component, type OfUnitYear, round } from './assessment.dto';

export class ReturnBody implements OfUnitYear<Return> {
  @TextField({ description: 'What must be completed' })
  reason!: string;

  @DeadlineField('The unit may write again before this instant')
  submitBy!: string;
}

export class ConfirmBody implements OfUnitYear<ComponentRound> {
  @FormField('code', component)
  component!: string;

  @WholeField(1, 100, round)
  round!: number;
}

export class AdjustBody extends ConfirmBody implements Omit<OfUnitYear<Adjustment>, 'resultsRecorded'> {
  @FormField('exact', {
    description: 'The points that were seen; null: not applicable or not known yet',
    nullable: 'written',
  })
  from!: string | null;

  @FormField('exact', { description: 'The points given; null: does not apply', nullable: 'written' })
  to!: string | null;

  @FormField('code', { description: 'Kind of reason', example: 'thieu_minh_chung' })
  reasonCode!: string;

  @TextField({ description: 'Reason in words' })
  reason!: string;

  @FlagField({ description: 'True when it changes what was appraised in the same round already' })
  correction!: boolean;
}

export class CloseFieldBody implements Omit<OfUnitYear<FieldClosure>, 'leadAgency' | 'ownAgencies'> {
  @FormField('code', { description: 'Code of the field (lĩnh vực)', example: '1' })
  field!: string;

  @WholeField(1, 100, round)
  round!: number;

  @TextField({
    description: 'Id of a unit: only what it appraises as lead agency (cơ quan chủ trì); null: the whole field',
    example: 'so_noi_vu',
    max: 300,
    nullable: 'written',
  })
  leadAgency!: string | null;
}
