import {
  type Aggregate,
  assertNever,
  checkedDate,
  checkedKey,
  checkedText,
  type DataOf,
  fold,
  type Instant,
  type LocalDate,
} from '@app/kernel';
import type { UnitChange } from './correction.events';
import { type ByDecree, checkedDecree } from './decree';
import { ParentIsItself } from './lineage.errors';
import { initialOffices, type Offices, withOfficeLeft, withOfficeTaken, withTenureCorrected } from './office-holders';
import { checkedOfficialCode } from './official-code';
import {
  ChangeIsOutOfOrder,
  NameIsUnchanged,
  UnitAlreadyRegistered,
  UnitIsDissolved,
  UnitNotRegistered,
} from './unit.errors';
import { unitDissolved, type UnitEvent, unitRegistered, unitRenamed } from './unit.events';
import { lastTelling } from './unit-change';
import type { UnitType } from './unit-type';

/** What decisions about one unit need. */
export interface Unit {
  readonly registeredOn: LocalDate | null;
  readonly name: string;
  readonly type: UnitType | null;
  readonly parentId: string | null;
  /** The latest dated change of the unit itself; a later one is not dated before it. */
  readonly changedOn: LocalDate;
  readonly dissolvedOn: LocalDate | null;
  /** The latest day on which anything of others passed to it. */
  readonly grownOn: LocalDate;
  readonly offices: Offices;
  /** The units that it came out of, by any change of lineage. */
  readonly predecessors: readonly string[];
  /** Its registration and its changes as they were told, as far as they stand. */
  readonly told: readonly UnitEvent[];
  /** By year. */
  readonly rulings: Readonly<Record<number, Pick<Ruling, 'predecessorId' | 'takesOver'>>>;
}

export const unit: Aggregate<Unit, UnitEvent> = {
  initial: {
    registeredOn: null,
    name: '',
    type: null,
    parentId: null,
    changedOn: '',
    dissolvedOn: null,
    grownOn: '',
    offices: initialOffices,
    predecessors: [],
    told: [],
    rulings: {},
  },
  evolve(state, event) {
    const { type, data } = event;
    const told = [...state.told, event];
    switch (type) {
      case 'UnitRegistered': {
        const { registeredOn, name, type: kind, parentId } = data;
        return { ...state, told, registeredOn, name, type: kind, parentId, changedOn: registeredOn };
      }
      case 'UnitRenamed':
        return { ...state, told, name: data.name, changedOn: data.effectiveOn };
      case 'UnitDissolved':
        return { ...state, told, dissolvedOn: data.effectiveOn, changedOn: data.effectiveOn };
      case 'UnitLevelChanged':
        return { ...state, told, type: data.type, parentId: data.parentId, changedOn: data.effectiveOn };
      case 'LineageRecorded': {
        const grownOn = data.effectiveOn > state.grownOn ? data.effectiveOn : state.grownOn;
        const predecessors = [...state.predecessors, ...data.predecessors.map(({ unitId }) => unitId)];
        return { ...state, told, grownOn, predecessors };
      }
      case 'ChangeWithdrawn':
        return withoutChange(state, data);
      case 'OfficeTaken':
        return { ...state, offices: withOfficeTaken(state.offices, data) };
      case 'OfficeLeft':
        return { ...state, offices: withOfficeLeft(state.offices, data) };
      case 'TenureCorrected':
        return { ...state, offices: withTenureCorrected(state.offices, data) };
      case 'SuccessionRuled':
        return { ...state, rulings: { ...state.rulings, [data.year]: data } };
      default:
        return assertNever(type);
    }
  },
};

type Ruling = Extract<UnitEvent, { type: 'SuccessionRuled' }>['data'];

/** The unit as if the change had never been told; who headed it and what was ruled is no part of that. */
export function withoutChange({ told, offices, rulings }: Unit, change: UnitChange): Unit {
  const withdrawn = lastTelling(told, change);
  return {
    ...fold(
      unit,
      told.filter((event) => event !== withdrawn),
    ),
    offices,
    rulings,
  };
}

/** `unit-<unitId>`. Throws IdentifierIsInvalid for an id that no stream name can carry. */
export function unitStream(unitId: string): string {
  return `unit-${checkedKey('Mã đơn vị', unitId)}`;
}

/** A unit as it is told; without a parent it belongs to none that is known here. */
export type UnitTold = Omit<DataOf<typeof unitRegistered>, 'parentId'> & { readonly parentId?: string | null };

/** Puts a unit (đơn vị) under assessment, once and for ever under this id. */
export function registerUnit(state: Unit, input: UnitTold): UnitEvent[] {
  if (state.registeredOn !== null) throw new UnitAlreadyRegistered(input.unitId);
  const { unitId, type, officialCode } = input;
  return [
    unitRegistered.of({
      unitId,
      type,
      name: checkedText('Tên đơn vị', input.name, 300),
      parentId: checkedParent(unitId, input.parentId ?? null),
      officialCode: officialCode === null ? null : checkedOfficialCode(officialCode),
      registeredOn: checkedDate('Ngày đăng ký', input.registeredOn),
    }),
  ];
}

/** The parent's id itself. Throws IdentifierIsInvalid, ParentIsItself. */
export function checkedParent(unitId: string, parentId: string | null): string | null {
  if (parentId === unitId) throw new ParentIsItself(unitId);
  return parentId === null ? null : checkedKey('Mã đơn vị cấp trên', parentId);
}

/** Gives the unit a new name from a day on, by a decree; earlier results keep the old one. */
export function renameUnit(state: Unit, input: ByDecree<typeof unitRenamed>, now: Instant): UnitEvent[] {
  const name = checkedText('Tên đơn vị', input.name, 300);
  demandLiving(state, input.unitId);
  demandOrder(state, checkedDate('Ngày hiệu lực', input.effectiveOn));
  if (state.name === name) throw new NameIsUnchanged(input.unitId, name);
  const { unitId, effectiveOn } = input;
  return [unitRenamed.of({ unitId, name, effectiveOn, decree: checkedDecree(input.decree, now) })];
}

/** Ends the unit by a decree, not before the last thing that passed to it; nothing of it is deleted. */
export function dissolveUnit(state: Unit, input: ByDecree<typeof unitDissolved>, now: Instant): UnitEvent[] {
  demandLiving(state, input.unitId);
  demandOrder(state, checkedDate('Ngày giải thể', input.effectiveOn));
  if (input.effectiveOn < state.grownOn) throw new ChangeIsOutOfOrder(input.effectiveOn, state.grownOn);
  const { unitId, effectiveOn } = input;
  return [unitDissolved.of({ unitId, effectiveOn, decree: checkedDecree(input.decree, now) })];
}

/** Throws UnitNotRegistered. */
export function demandRegistered(state: Unit, unitId: string): void {
  if (state.registeredOn === null) throw new UnitNotRegistered(unitId);
}

/** Throws UnitNotRegistered or UnitIsDissolved. */
export function demandLiving(state: Unit, unitId: string): void {
  demandRegistered(state, unitId);
  if (state.dissolvedOn !== null) throw new UnitIsDissolved(unitId, state.dissolvedOn);
}

/** Throws UnitIsDissolved when the unit had ended by that day. */
export function demandStillThere({ dissolvedOn }: Unit, unitId: string, date: LocalDate): void {
  if (dissolvedOn !== null && date >= dissolvedOn) throw new UnitIsDissolved(unitId, dissolvedOn);
}

/** Throws ChangeIsOutOfOrder for a change dated before one that is known. */
export function demandOrder(state: Unit, date: LocalDate): void {
  if (date < state.changedOn) throw new ChangeIsOutOfOrder(date, state.changedOn);
}
