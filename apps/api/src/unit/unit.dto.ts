import type { DataOf } from '@app/kernel';
import type {
  blockDefined,
  lineageRecorded,
  officeLeft,
  officeTaken,
  successionRuled,
  unitDissolved,
  unitJoinedBlock,
  unitLeftBlock,
  unitRegistered,
  unitRenamed,
} from '@app/unit';
import { ChoiceField, FormField, TextField, TextListField, YearField } from '../http/fields';

type WithoutUnit<Schema extends { of: (data: never) => { data: { unitId: string } } }> = Omit<DataOf<Schema>, 'unitId'>;

const legalDocument = {
  description: 'Legal document (văn bản), number and date',
  example: 'Nghị quyết 1278/NQ-UBTVQH15',
};

export class RegisterUnitBody implements DataOf<typeof unitRegistered> {
  @FormField('key', { description: 'Permanent id of the unit', example: 'so_noi_vu' })
  unitId!: string;

  @TextField({ description: 'Name', example: 'Sở Nội vụ', max: 300 })
  name!: string;

  @ChoiceField(['department', 'district', 'commune'], { description: 'Kind of unit' })
  type!: DataOf<typeof unitRegistered>['type'];

  @FormField('code', { description: 'Official code; never reused', nullable: true })
  officialCode: string | null = null;

  @FormField('date', { description: 'Since when it is under assessment' })
  registeredOn!: string;
}

export class RenameUnitBody implements WithoutUnit<typeof unitRenamed> {
  @TextField({ description: 'New name', max: 300 })
  name!: string;

  @FormField('date', { description: 'First day of the new name' })
  effectiveOn!: string;

  @TextField(legalDocument)
  legalDocument!: string;
}

export class DissolveUnitBody implements WithoutUnit<typeof unitDissolved> {
  @FormField('date', { description: 'First day without the unit' })
  effectiveOn!: string;

  @TextField(legalDocument)
  legalDocument!: string;
}

export class RecordLineageBody implements WithoutUnit<typeof lineageRecorded> {
  @ChoiceField(['created', 'merged', 'absorbed', 'split', 'partial-transfer', 'level-change'], {
    description: 'Kind of change',
  })
  kind!: DataOf<typeof lineageRecorded>['kind'];

  @TextListField(/^[a-z0-9][a-z0-9_]{0,63}$/, 'mỗi mã chỉ dùng chữ thường không dấu, chữ số và dấu "_"', {
    description: 'Ids of the units it came out of',
    example: ['so_a', 'so_b'],
    max: 100,
  })
  predecessorIds!: string[];

  @FormField('date', { description: 'When it took effect' })
  effectiveOn!: string;

  @TextField(legalDocument)
  legalDocument!: string;
}

const office = { description: 'head: head of the unit; deputy: deputy in charge of administrative reform' };

export class TakeOfficeBody implements WithoutUnit<typeof officeTaken> {
  @ChoiceField(['head', 'deputy'], office)
  office!: 'head' | 'deputy';

  @FormField('code', { description: 'Permanent id of the person' })
  personId!: string;

  @TextField({ description: 'Name of the person', max: 200 })
  personName!: string;

  @FormField('date', { description: 'First day in office' })
  from!: string;
}

export class LeaveOfficeBody implements WithoutUnit<typeof officeLeft> {
  @ChoiceField(['head', 'deputy'], office)
  office!: 'head' | 'deputy';

  @FormField('code', { description: 'Permanent id of the person' })
  personId!: string;

  @FormField('date', { description: 'Last day in office' })
  until!: string;
}

export class RuleSuccessionBody implements WithoutUnit<typeof successionRuled> {
  @YearField({ description: 'The year for which "last year" is ruled' })
  year!: number;

  @FormField('key', { description: "Whose result counts as last year's; null: nobody's", nullable: true })
  predecessorId: string | null = null;

  @TextField({ description: 'Reason' })
  reason!: string;
}

export class DefineBlockBody implements DataOf<typeof blockDefined> {
  @FormField('key', { description: 'Permanent id of the block (Khối)', example: 'so_ban_nganh' })
  blockId!: string;

  @TextField({ description: 'Name', example: 'Khối sở, ban, ngành', max: 300 })
  name!: string;
}

export class JoinBlockBody implements Omit<DataOf<typeof unitJoinedBlock>, 'blockId'> {
  @FormField('key', { description: 'The unit' })
  unitId!: string;

  @FormField('date', { description: 'First day in the block' })
  from!: string;
}

export class LeaveBlockBody implements Omit<DataOf<typeof unitLeftBlock>, 'blockId'> {
  @FormField('key', { description: 'The unit' })
  unitId!: string;

  @FormField('date', { description: 'Last day in the block' })
  until!: string;
}
