import { checkedKey, checkedText, checkedYear, type DataOf } from '@app/kernel';
import { demandRegistered, type Unit } from './unit';
import { RulingIsUnchanged } from './unit.errors';
import { successionRuled, type UnitEvent } from './unit.events';

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
