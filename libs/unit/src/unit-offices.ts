import { checkedCode, checkedDate, checkedText, type DataOf, type LocalDate } from '@app/kernel';
import { CorrectionChangesNothing, TenureNotOnRecord } from './correction.errors';
import { tenureCorrected } from './correction.events';
import { checkedGrounds } from './correction-grounds';
import { isNamed, type Tenure } from './office-holders';
import { collisionOf } from './spans';
import { demandLiving, demandRegistered, demandStillThere, type Unit } from './unit';
import { OfficeIsHeld, OfficeIsNotHeld, TenuresOverlap } from './unit.errors';
import { officeLeft, officeTaken, type UnitEvent } from './unit.events';

/** A person becomes head (thủ trưởng) or deputy in charge of CCHC from a day on: one at a time, tenures never overlap. */
export function takeOffice(state: Unit, input: DataOf<typeof officeTaken>): UnitEvent[] {
  demandLiving(state, input.unitId);
  const { unitId, office } = input;
  const from = checkedDate('Ngày nhận chức', input.from);
  const before = state.offices[office].at(-1);
  if (before !== undefined) demandLeftBefore(before, office, from);
  return [officeTaken.of({ unitId, office, ...checkedPerson(input), from })];
}

function demandLeftBefore({ personId, until }: Tenure, office: string, from: LocalDate): void {
  if (until === null) throw new OfficeIsHeld(office, personId);
  if (from <= until) throw new TenuresOverlap(from, until);
}

/** The holder's last day in office. Also after the unit was dissolved: the tenure ends with it. */
export function leaveOffice(state: Unit, input: DataOf<typeof officeLeft>): UnitEvent[] {
  demandRegistered(state, input.unitId);
  const tenure = state.offices[input.office].find(({ until }) => until === null);
  const until = checkedDate('Ngày thôi giữ chức', input.until);
  if (tenure?.personId !== input.personId) throw new OfficeIsNotHeld(input.office, input.personId);
  if (until < tenure.from) throw new TenuresOverlap(until, tenure.from);
  return [officeLeft.of({ unitId: input.unitId, office: input.office, personId: input.personId, until })];
}

/**
 * A tenure was recorded with a wrong person or a wrong day, or never was (`corrected` null). Also after the unit was dissolved: who headed it
 * is still asked. What is corrected fits between the others as what is recorded does, and begins before the unit's end.
 */
export function correctTenure(state: Unit, input: DataOf<typeof tenureCorrected>): UnitEvent[] {
  const { unitId, office, personId, from } = input;
  demandRegistered(state, unitId);
  const tenures = state.offices[office];
  const wrong = tenures.find((tenure) => isNamed(tenure, input));
  if (wrong === undefined) throw new TenureNotOnRecord(office, personId, from);
  const corrected = input.corrected && checkedTenure(input.corrected);
  if (corrected !== null) {
    demandStillThere(state, unitId, corrected.from);
    const collision = collisionOf(
      corrected,
      tenures.filter((tenure) => tenure !== wrong),
    );
    if (collision) throw new TenuresOverlap(...collision);
    if (isSame(corrected, wrong)) throw new CorrectionChangesNothing();
  }
  return [tenureCorrected.of({ unitId, office, personId, from, corrected, ...checkedGrounds(input) })];
}

function checkedTenure({ personId, personName, from, until }: Tenure): Tenure {
  return {
    ...checkedPerson({ personId, personName }),
    from: checkedDate('Ngày nhận chức', from),
    until: until === null ? null : checkedDate('Ngày thôi giữ chức', until),
  };
}

function checkedPerson({ personId, personName }: Pick<Tenure, 'personId' | 'personName'>) {
  return { personId: checkedCode('Mã người giữ chức', personId), personName: checkedText('Họ tên', personName, 200) };
}

function isSame(a: Tenure, b: Tenure): boolean {
  return isNamed(a, b) && a.personName === b.personName && a.until === b.until;
}
