import type { DataOf } from '@app/kernel';
import {
  type blockDefined,
  type ByDecree,
  type DecreeTold,
  type LineageTold,
  type officeLeft,
  type officeTaken,
  type SuccessionTold,
  type unitDissolved,
  type unitJoinedBlock,
  type unitLeftBlock,
  type unitLevelChanged,
  type unitRegistered,
  type unitRenamed,
  type UnitType,
  unitTypes,
} from '@app/unit';
import { ChoiceField, FormField, ListField, ObjectField, TextField, YearField } from '../http/fields';

type WithoutUnit<Schema extends { of: (data: never) => { data: { unitId: string } } }> = Omit<DataOf<Schema>, 'unitId'>;

export class DecreeBody implements DecreeTold {
  @TextField({ description: 'Number', example: '1278/NQ-UBTVQH15', max: 100 })
  number!: string;

  @FormField('date', { description: 'When it was signed' })
  signedOn!: string;

  @TextField({ description: 'Who issued it', example: 'Ủy ban Thường vụ Quốc hội', max: 200 })
  issuer!: string;

  @TextField({ description: 'What it is about', max: 500, nullable: true })
  title: string | null = null;
}

const DecreeField = () =>
  ObjectField(() => DecreeBody, { description: 'The legal document (văn bản) that it rests on' });
const parent = {
  description: 'The unit it belongs to (đơn vị cấp trên); null: none that is registered',
  nullable: true,
};

export class RegisterUnitBody implements DataOf<typeof unitRegistered> {
  @FormField('key', { description: 'Permanent id of the unit', example: 'so_noi_vu' })
  unitId!: string;

  @TextField({ description: 'Name', example: 'Sở Nội vụ', max: 300 })
  name!: string;

  @ChoiceField(unitTypes, { description: 'Kind of unit' })
  type!: UnitType;

  @FormField('key', parent)
  parentId: string | null = null;

  @FormField('code', { description: 'Official code; never reused', nullable: true })
  officialCode: string | null = null;

  @FormField('date', { description: 'Since when it is under assessment' })
  registeredOn!: string;
}

export class RenameUnitBody implements Omit<ByDecree<typeof unitRenamed>, 'unitId'> {
  @TextField({ description: 'New name', max: 300 })
  name!: string;

  @FormField('date', { description: 'First day of the new name' })
  effectiveOn!: string;

  @DecreeField()
  decree!: DecreeBody;
}

export class DissolveUnitBody implements Omit<ByDecree<typeof unitDissolved>, 'unitId'> {
  @FormField('date', { description: 'First day without the unit' })
  effectiveOn!: string;

  @DecreeField()
  decree!: DecreeBody;
}

export class ChangeLevelBody implements Omit<ByDecree<typeof unitLevelChanged>, 'unitId'> {
  @ChoiceField(unitTypes, { description: 'Kind of unit from then on' })
  type!: UnitType;

  @FormField('key', { ...parent, nullable: 'written' })
  parentId!: string | null;

  @FormField('date', { description: 'First day as such' })
  effectiveOn!: string;

  @DecreeField()
  decree!: DecreeBody;
}

export class PredecessorBody {
  @FormField('key', { description: 'A unit it came out of' })
  unitId!: string;

  @FormField('exact', {
    description:
      'Which share of that unit passed over, exact, of 1; null: all of it, or for a split as far as the decree states none',
    example: '2/3',
    nullable: 'written',
  })
  share!: string | null;
}

export class RecordLineageBody implements Omit<LineageTold, 'unitId'> {
  @ChoiceField(['created', 'merged', 'absorbed', 'split', 'partial-transfer'], { description: 'Kind of change' })
  kind!: LineageTold['kind'];

  @ListField(() => PredecessorBody, { description: 'The units it came out of', max: 100 })
  predecessors!: PredecessorBody[];

  @FormField('date', { description: 'When it took effect' })
  effectiveOn!: string;

  @DecreeField()
  decree!: DecreeBody;
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

export class RuleSuccessionBody implements Omit<SuccessionTold, 'unitId'> {
  @YearField({ description: 'The year for which "last year" is ruled' })
  year!: number;

  @FormField('key', { description: "Whose result counts as last year's; null: nobody's", nullable: 'written' })
  predecessorId!: string | null;

  @TextField({
    description: "What is taken over of the predecessor's file, in words; null: nothing",
    nullable: 'written',
  })
  takesOver!: string | null;

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
