import type {
  BlockMember,
  BlockMembers,
  FoundUnit,
  FoundUnits,
  RegisteredName,
  RegisteredTenure,
  RegisteredUnit,
  RelatedUnit,
  UnitBlock,
  UnitStatus,
} from '@app/unit-register';
import { type LineageKind, type UnitLevel, type UnitType, unitTypes } from '@app/unit';
import { ApiHideProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { DecreeAnswer, Shown, ShownObject } from '../http/answers';
import { FormField, TextField } from '../http/fields';
import { PageFilter } from '../http/pages';
import { lineageKinds } from './change-kinds';
import { RegisteredCorrectionAnswer } from './correction-answer.dto';

const nullable = { nullable: true };
const isArray = { isArray: true };
const levels: readonly UnitLevel[] = ['province', 'district', 'commune'];
const statuses: readonly UnitStatus[] = ['not-yet', 'active', 'dissolved'];

const asked = 'The day on which things were so; when left out today, with asOf the day of that moment';

export class OnDayFilter {
  @FormField('date', { description: asked, example: '2025-07-01', nullable: true })
  on: string | null = null;

  /** Read by the After and AsOf decorators; named here so that they are not taken for slips of the pen. */
  @ApiHideProperty()
  @IsOptional()
  after?: string;

  @ApiHideProperty()
  @IsOptional()
  asOf?: string;
}

export class MembersFilter extends PageFilter {
  @FormField('date', { description: asked, example: '2025-07-01', nullable: true })
  on: string | null = null;
}

export class UnitsFilter extends MembersFilter {
  @TextField({
    description: 'Part of a name, with or without diacritics; or the official code',
    max: 100,
    nullable: true,
  })
  q: string | null = null;
}

export class FoundUnitAnswer implements FoundUnit {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('text', 'Its name on that day')
  name!: string;

  @Shown('text', 'What it was on that day', { enum: unitTypes })
  type!: UnitType;

  @Shown('text', 'Its level of government', { enum: levels })
  level!: UnitLevel;

  @Shown('text', 'The unit it belonged to', nullable)
  parentId!: string | null;

  @Shown('text', 'Official code', nullable)
  officialCode!: string | null;
}

class OnDayAnswer {
  @Shown('text', 'The day that is answered about')
  validOn!: string;

  @Shown('text', 'Position of the log up to which this is true, or the moment asked about', nullable)
  asOf!: string | null;
}

export class FoundUnitsAnswer extends OnDayAnswer implements FoundUnits {
  @Shown('integer', 'How many there are')
  total!: number;

  @ShownObject(() => FoundUnitAnswer, 'The first of them, in the order of the Vietnamese alphabet', isArray)
  units!: FoundUnitAnswer[];
}

export class BlockMemberAnswer implements BlockMember {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('text', 'Its name on that day')
  name!: string;

  @Shown('text', 'First day in the block')
  from!: string;

  @Shown('text', 'Last day in the block', nullable)
  until!: string | null;
}

export class BlockMembersAnswer extends OnDayAnswer implements BlockMembers {
  @Shown('text', 'The block (Khối)')
  blockId!: string;

  @Shown('text', 'Its name')
  blockName!: string;

  @Shown('integer', 'How many there are')
  total!: number;

  @ShownObject(() => BlockMemberAnswer, 'The first of them, in the order of the Vietnamese alphabet', isArray)
  members!: BlockMemberAnswer[];
}

export class RegisteredNameAnswer implements RegisteredName {
  @Shown('text', 'Name')
  name!: string;

  @Shown('text', 'Its first day')
  since!: string;

  @ShownObject(() => DecreeAnswer, 'By which decree', nullable)
  decree!: DecreeAnswer | null;
}

export class UnitBlockAnswer implements UnitBlock {
  @Shown('text', 'The block (Khối)')
  blockId!: string;

  @Shown('text', 'Its name')
  blockName!: string;

  @Shown('text', 'First day in the block')
  from!: string;

  @Shown('text', 'Last day in the block', nullable)
  until!: string | null;
}

export class RegisteredTenureAnswer implements RegisteredTenure {
  @Shown('text', 'head, or deputy in charge of administrative reform', { enum: ['head', 'deputy'] })
  office!: 'head' | 'deputy';

  @Shown('text', 'The person')
  personId!: string;

  @Shown('text', 'Name')
  personName!: string;

  @Shown('text', 'First day')
  from!: string;

  @Shown('text', 'Last day', nullable)
  until!: string | null;
}

/** Fields of what passed from one unit to another, wherever it is told. */
export const passedOver = {
  kind: Shown('text', 'Kind of change', { enum: lineageKinds }),
  share: Shown('text', 'Which share of the predecessor passed over, exact, of 1', nullable),
  effectiveOn: Shown('text', 'When it took effect'),
  decree: ShownObject(() => DecreeAnswer, 'By which decree'),
  eventId: Shown('text', 'The event that says so'),
};

export class RelatedUnitAnswer implements RelatedUnit {
  @Shown('text', 'The other unit')
  unitId!: string;

  @Shown('text', 'Its name on the day of the change')
  unitName!: string;

  @passedOver.kind
  kind!: LineageKind;

  @passedOver.share
  share!: string | null;

  @passedOver.effectiveOn
  effectiveOn!: string;

  @passedOver.decree
  decree!: DecreeAnswer;

  @passedOver.eventId
  eventId!: string;
}

export class RegisteredUnitAnswer extends OnDayAnswer implements RegisteredUnit {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('text', 'not-yet: before its registration; dissolved: from its end on', { enum: statuses })
  status!: UnitStatus;

  @Shown('text', 'Official code', nullable)
  officialCode!: string | null;

  @Shown('text', 'Since when it is under assessment')
  registeredOn!: string;

  @Shown('text', 'First day without it', nullable)
  dissolvedOn!: string | null;

  @ShownObject(() => DecreeAnswer, 'By which decree it ended', nullable)
  dissolution!: DecreeAnswer | null;

  @Shown('text', 'Its name on that day')
  name!: string;

  @Shown('text', 'What it was on that day', { enum: unitTypes })
  type!: UnitType;

  @Shown('text', 'Its level of government', { enum: levels })
  level!: UnitLevel;

  @Shown('text', 'The unit it belonged to', nullable)
  parentId!: string | null;

  @ShownObject(() => RegisteredNameAnswer, 'Its names up to that day', isArray)
  names!: RegisteredNameAnswer[];

  @ShownObject(() => UnitBlockAnswer, 'Blocks it belonged to; more than one is to be cleared up', isArray)
  blocks!: UnitBlockAnswer[];

  @ShownObject(() => RegisteredTenureAnswer, 'Heads and deputies up to that day, heads first', isArray)
  tenures!: RegisteredTenureAnswer[];

  @ShownObject(() => RelatedUnitAnswer, 'Units it came out of', isArray)
  predecessors!: RelatedUnitAnswer[];

  @ShownObject(() => RelatedUnitAnswer, 'Units that came out of it', isArray)
  successors!: RelatedUnitAnswer[];

  @ShownObject(
    () => RegisteredCorrectionAnswer,
    'What was recorded wrongly and put right since, whatever the day',
    isArray,
  )
  corrections!: RegisteredCorrectionAnswer[];
}
