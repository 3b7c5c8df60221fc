import { checkedCode, checkedDate, checkedText, type DataOf } from '@app/kernel';
import { demandLiving, demandRegistered, type Unit } from './unit';
import { OfficeIsHeld, OfficeIsNotHeld, TenuresOverlap } from './unit.errors';
import { officeLeft, officeTaken, type UnitEvent } from './unit.events';

/** A person becomes head (thủ trưởng) or deputy in charge of CCHC from a day on: one at a time, tenures never overlap. */
export function takeOffice(state: Unit, input: DataOf<typeof officeTaken>): UnitEvent[] {
  demandLiving(state, input.unitId);
  const { personId, lastUntil } = state.offices[input.office];
  const from = checkedDate('Ngày nhận chức', input.from);
  if (personId !== null) throw new OfficeIsHeld(input.office, personId);
  if (from <= lastUntil) throw new TenuresOverlap(from, lastUntil);
  const { unitId, office } = input;
  const person = {
    personId: checkedCode('Mã người giữ chức', input.personId),
    personName: checkedText('Họ tên', input.personName, 120),
  };
  return [officeTaken.of({ unitId, office, ...person, from })];
}

/** The holder's last day in office. Also after the unit was dissolved: the tenure ends with it. */
export function leaveOffice(state: Unit, input: DataOf<typeof officeLeft>): UnitEvent[] {
  demandRegistered(state, input.unitId);
  const { personId, from } = state.offices[input.office];
  const until = checkedDate('Ngày thôi giữ chức', input.until);
  if (personId !== input.personId) throw new OfficeIsNotHeld(input.office, input.personId);
  if (until < from) throw new TenuresOverlap(until, from);
  return [officeLeft.of({ unitId: input.unitId, office: input.office, personId: input.personId, until })];
}
