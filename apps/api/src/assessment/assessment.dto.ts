import type { AppraisalExtension, Decline, EvidenceReference, Extension, SelfScore } from '@app/assessment';
import { DeadlineField, FormField, ListField, ObjectField, TextField, TextListField } from '../http/fields';
import { type Declaration, DeclarationField } from './rule-input';

/** What a body says beside the address. */
export type OfUnitYear<Input> = Omit<Input, 'year' | 'unitId'>;

export const component = { description: 'Code of the component (tiêu chí thành phần)', example: '1.2.3' };
export const round = { description: 'Round of appraisal (vòng thẩm định)' };

export class EvidenceBody implements EvidenceReference {
  @FormField('sha256', { description: 'Digest of the file' })
  sha256!: string;

  @TextField({ description: 'Name of the file', max: 300 })
  name!: string;

  @TextField({ description: 'Who issued it', max: 300, nullable: true })
  issuer: string | null = null;

  @TextField({ description: 'Its number', max: 100, nullable: true })
  number: string | null = null;

  @FormField('date', { description: 'When it was issued', nullable: true })
  issuedOn: string | null = null;
}

export class OverrideBody {
  @FormField('exact', { description: 'Points instead of those the rule gives' })
  points!: string;

  @TextField({ description: 'Why they differ' })
  reason!: string;
}

export class RecordSelfScoreBody implements OfUnitYear<SelfScore> {
  @FormField('code', component)
  component!: string;

  @DeclarationField({ description: 'What the unit declares, by the kind of the rule' })
  declaration!: Declaration;

  @ObjectField(() => OverrideBody, { description: 'Points by hand; null: those the rule gives', nullable: true })
  override: OverrideBody | null = null;

  @ListField(() => EvidenceBody, { description: 'Documents that prove it (tài liệu kiểm chứng)', max: 100 })
  evidence!: EvidenceBody[];

  @TextField({ description: 'Why evidence is missing (giải trình)', nullable: true })
  explanation: string | null = null;
}

class ScopeBody {
  @TextListField(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'mỗi mã chỉ dùng chữ không dấu, chữ số và ". _ -", tối đa 64 ký tự',
    {
      description: 'Only these components (tiêu chí thành phần); null: the whole file',
      min: 1,
      max: 500,
      nullable: 'written',
    },
  )
  components!: string[] | null;

  @TextField({ description: 'Reason' })
  reason!: string;
}

export class GrantExtensionBody extends ScopeBody implements OfUnitYear<Extension> {
  @DeadlineField('The unit may submit before this instant')
  submitBy!: string;
}

export class GrantAppraisalExtensionBody extends ScopeBody implements OfUnitYear<AppraisalExtension> {
  @DeadlineField('The file may be appraised before this instant')
  appraiseBy!: string;
}

export class DeclineBody implements OfUnitYear<Decline> {
  @TextField({ description: 'Why the head does not approve' })
  reason!: string;
}
