import {
  type Aggregate,
  assertNever,
  checkedDate,
  checkedKey,
  checkedText,
  checkedYear,
  type DataOf,
  type LocalDate,
} from '@app/kernel';
import { initialOffices, type Offices, withOfficeLeft, withOfficeTaken } from './office-holders';
import { ChangeIsOutOfOrder, NameIsUnchanged, RulingIsUnchanged } from './unit.errors';
import { UnitAlreadyRegistered, UnitIsDissolved, UnitNotRegistered } from './unit.errors';
import { successionRuled, unitDissolved, type UnitEvent, unitRegistered, unitRenamed } from './unit.events';

/** What decisions about one unit need. */
export interface Unit {
  readonly registeredOn: LocalDate | null;
  readonly name: string;
  /** The latest dated change of the unit itself; a later one is not dated before it. */
  readonly changedOn: LocalDate;
  readonly dissolvedOn: LocalDate | null;
  readonly offices: Offices;
  /** One text per recorded change of lineage. */
  readonly lineage: readonly string[];
  /** By year. */
  readonly rulings: Readonly<Record<number, string | null>>;
}

export const unit: Aggregate<Unit, UnitEvent> = {
  initial: {
    registeredOn: null,
    name: '',
    changedOn: '',
    dissolvedOn: null,
    offices: initialOffices,
    lineage: [],
    rulings: {},
  },
  evolve(state, { type, data }) {
    switch (type) {
      case 'UnitRegistered':
        return { ...state, registeredOn: data.registeredOn, name: data.name, changedOn: data.registeredOn };
      case 'UnitRenamed':
        return { ...state, name: data.name, changedOn: data.effectiveOn };
      case 'UnitDissolved':
        return { ...state, dissolvedOn: data.effectiveOn, changedOn: data.effectiveOn };
      case 'LineageRecorded':
        return { ...state, lineage: [...state.lineage, lineageKey(data)] };
      case 'OfficeTaken':
        return { ...state, offices: withOfficeTaken(state.offices, data) };
      case 'OfficeLeft':
        return { ...state, offices: withOfficeLeft(state.offices, data) };
      case 'SuccessionRuled':
        return { ...state, rulings: { ...state.rulings, [data.year]: data.predecessorId } };
      default:
        return assertNever(type);
    }
  },
};

/** Two changes of lineage with the same key are the same change. */
export function lineageKey(
  change: Pick<Extract<UnitEvent, { type: 'LineageRecorded' }>['data'], LineageKeyPart>,
): string {
  return [change.kind, change.effectiveOn, ...[...change.predecessorIds].sort()].join(' ');
}
type LineageKeyPart = 'kind' | 'effectiveOn' | 'predecessorIds';

/** `unit-<unitId>`. Throws IdentifierIsInvalid for an id that no stream name can carry. */
export function unitStream(unitId: string): string {
  return `unit-${checkedKey('Mã đơn vị', unitId)}`;
}

/** Puts a unit (đơn vị) under assessment, once and for ever under this id. */
export function registerUnit(state: Unit, input: DataOf<typeof unitRegistered>): UnitEvent[] {
  if (state.registeredOn !== null) throw new UnitAlreadyRegistered(input.unitId);
  const { unitId, type } = input;
  return [
    unitRegistered.of({
      unitId,
      type,
      name: checkedText('Tên đơn vị', input.name, 300),
      officialCode: input.officialCode === null ? null : checkedText('Mã định danh', input.officialCode, 30),
      registeredOn: checkedDate('Ngày đăng ký', input.registeredOn),
    }),
  ];
}

/** Gives the unit a new name from a day on, by a legal document; earlier results keep the old one. */
export function renameUnit(state: Unit, input: DataOf<typeof unitRenamed>): UnitEvent[] {
  const name = checkedText('Tên đơn vị', input.name, 300);
  demandLiving(state, input.unitId);
  demandOrder(state, checkedDate('Ngày hiệu lực', input.effectiveOn));
  if (state.name === name) throw new NameIsUnchanged(input.unitId, name);
  const legalDocument = checkedText('Văn bản', input.legalDocument, 300);
  return [unitRenamed.of({ unitId: input.unitId, name, effectiveOn: input.effectiveOn, legalDocument })];
}

/** Ends the unit by a legal document; nothing of it is deleted. */
export function dissolveUnit(state: Unit, input: DataOf<typeof unitDissolved>): UnitEvent[] {
  demandLiving(state, input.unitId);
  demandOrder(state, checkedDate('Ngày giải thể', input.effectiveOn));
  const legalDocument = checkedText('Văn bản', input.legalDocument, 300);
  return [unitDissolved.of({ unitId: input.unitId, effectiveOn: input.effectiveOn, legalDocument })];
}

/**
 * Rules whose result counts as the unit's "last year" in a year: a predecessor's, its own (its own id), or nobody's (null).
 * A person's ruling with a reason; a later one replaces it. Also for a dissolved unit: its last year may still be judged.
 */
export function ruleSuccession(state: Unit, input: DataOf<typeof successionRuled>): UnitEvent[] {
  demandRegistered(state, input.unitId);
  if (input.predecessorId !== null) checkedKey('Mã đơn vị tiền thân', input.predecessorId);
  if (state.rulings[checkedYear(input.year)] === input.predecessorId)
    throw new RulingIsUnchanged(input.unitId, input.year);
  const { unitId, year, predecessorId } = input;
  return [successionRuled.of({ unitId, year, predecessorId, reason: checkedText('Lý do', input.reason) })];
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

function demandOrder(state: Unit, date: LocalDate): void {
  if (date < state.changedOn) throw new ChangeIsOutOfOrder(date, state.changedOn);
}
