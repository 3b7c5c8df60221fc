import type { DataOf } from '@app/kernel';
import type {
  CorrectionGrounds,
  membershipCorrected,
  tenureCorrected,
  UnitChangeKind,
  WithdrawalTold,
} from '@app/unit';
import { ChoiceField, FormField, ObjectField, TextField, TextListField } from '../http/fields';
import { changeKinds } from '../unit-register/change-kinds';

class CorrectionBody implements CorrectionGrounds {
  @TextField({ description: 'Why what is on record is wrong' })
  reason!: string;

  @TextField({
    description: 'Number of the document (văn bản) by which it is corrected',
    example: '12/CV-SNV',
    max: 100,
  })
  documentNumber!: string;
}

export class CorrectedTenureBody {
  @FormField('code', { description: 'Permanent id of the person' })
  personId!: string;

  @TextField({ description: 'Name of the person', max: 200 })
  personName!: string;

  @FormField('date', { description: 'First day in office' })
  from!: string;

  @FormField('date', { description: 'Last day in office; null: still in office', nullable: 'written' })
  until!: string | null;
}

export class CorrectTenureBody extends CorrectionBody implements Omit<DataOf<typeof tenureCorrected>, 'unitId'> {
  @ChoiceField(['head', 'deputy'], { description: 'The office of the tenure on record' })
  office!: 'head' | 'deputy';

  @FormField('code', { description: 'The person of the tenure on record' })
  personId!: string;

  @FormField('date', { description: 'Its first day on record' })
  from!: string;

  @ObjectField(() => CorrectedTenureBody, {
    description: 'The tenure as it was; null: there was none, it was recorded by mistake',
    nullable: 'written',
  })
  corrected!: CorrectedTenureBody | null;
}

export class CorrectedMembershipBody {
  @FormField('date', { description: 'First day in the block' })
  from!: string;

  @FormField('date', { description: 'Last day in the block; null: it still belongs to it', nullable: 'written' })
  until!: string | null;
}

export class CorrectMembershipBody
  extends CorrectionBody
  implements Omit<DataOf<typeof membershipCorrected>, 'blockId'>
{
  @FormField('key', { description: 'The unit' })
  unitId!: string;

  @FormField('date', { description: 'The first day of the membership on record' })
  from!: string;

  @ObjectField(() => CorrectedMembershipBody, {
    description: 'The membership as it was; null: there was none in this block, it was recorded by mistake',
    nullable: 'written',
  })
  corrected!: CorrectedMembershipBody | null;
}

export class WithdrawChangeBody extends CorrectionBody implements Omit<WithdrawalTold, 'unitId'> {
  @ChoiceField(changeKinds, { description: 'What kind of change it was' })
  kind!: UnitChangeKind;

  @FormField('date', { description: 'When it took, or would take effect' })
  effectiveOn!: string;

  @TextListField(/^[a-z0-9][a-z0-9_]{0,63}$/, 'chỉ dùng chữ thường không dấu, chữ số và dấu "_", tối đa 64 ký tự', {
    description: 'The units it came out of by that change; none of a renaming, a change of level or an end',
    max: 100,
  })
  predecessorIds!: string[];
}
