import type {
  Adjustment,
  ComponentRound,
  EvidenceReference,
  Extension,
  Return,
  Ruling,
  SelfScore,
} from '@app/assessment';
import { DecisionBody } from '../http/decision';
import { ChoiceField, FlagField, FormField, ListField, ObjectField, TextField, WholeField } from '../http/fields';
import { type Declaration, DeclarationField } from './rule-input';

type OfUnitYear<Input> = Omit<Input, 'year' | 'unitId'>;

const component = { description: 'Code of the component (tiêu chí thành phần)', example: '1.2.3' };

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

export class GrantExtensionBody implements OfUnitYear<Extension> {
  @FormField('instant', { description: 'The unit may submit before this instant' })
  submitBy!: string;

  @TextField({ description: 'Reason' })
  reason!: string;
}

export class ReturnBody implements OfUnitYear<Return> {
  @TextField({ description: 'What must be completed' })
  reason!: string;

  @FormField('instant', { description: 'The unit may write again before this instant' })
  submitBy!: string;
}

export class ConfirmBody implements OfUnitYear<ComponentRound> {
  @FormField('code', component)
  component!: string;

  @WholeField(1, 100, { description: 'Round of appraisal (vòng thẩm định)' })
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

export class UpheldCaseBody {
  @ChoiceField(['score-objection', 'complaint'], { description: 'kiến nghị về điểm, or khiếu nại' })
  kind!: Ruling['case']['kind'];

  @FormField('code', { description: 'Id of the case, closed as upheld' })
  caseId!: string;
}

export class RulePointsBody implements OfUnitYear<Ruling> {
  @FormField('code', component)
  component!: string;

  @FormField('exact', { description: 'The points that were seen; null: not applicable', nullable: true })
  from: string | null = null;

  @FormField('exact', { description: 'The points by decision; null: does not apply', nullable: true })
  to: string | null = null;

  @ObjectField(() => UpheldCaseBody, { description: 'The case that was upheld' })
  case!: UpheldCaseBody;

  @ObjectField(() => DecisionBody, { description: 'The decision on the case' })
  decision!: DecisionBody;

  @TextField({ description: 'Reason in words' })
  reason!: string;
}
