import { checkedKey, checkedText, checkedYear, type DataOf } from '@app/kernel';
import { demandRegistered, type Unit } from './unit';
import { NothingToTakeOver, PredecessorIsUnrelated, RulingIsUnchanged } from './unit.errors';
import { successionRuled, type UnitEvent } from './unit.events';

/** A ruling as it is told; what is not said to be taken over is not. */
export type SuccessionTold = Omit<DataOf<typeof successionRuled>, 'takesOver'> & { readonly takesOver?: string | null };

/**
 * Rules whose result counts as the unit's "last year" in a year: a predecessor's, its own (its own id), or nobody's (null).
 * A person's ruling with a reason; a later one replaces it. A predecessor is one by a decree on record (`ancestors`: all that the unit came out
 * of): one that is not recorded yet is recorded first, also late. Also for a dissolved unit: its last year may still be judged. What of a
 * predecessor's file passes to the unit is what the ruling says in words, and nothing without it.
 */
export function ruleSuccession(state: Unit, input: SuccessionTold, ancestors: ReadonlySet<string>): UnitEvent[] {
  demandRegistered(state, input.unitId);
  if (input.predecessorId !== null) checkedKey('Mã đơn vị tiền thân', input.predecessorId);
  const { unitId, year, predecessorId } = input;
  const takesOver = input.takesOver == null ? null : checkedText('Nội dung tiếp nhận', input.takesOver);
  if (takesOver !== null && (predecessorId === null || predecessorId === unitId)) throw new NothingToTakeOver(unitId);
  const known = state.rulings[checkedYear(year)];
  if (predecessorId !== null && predecessorId !== unitId && !ancestors.has(predecessorId))
    throw new PredecessorIsUnrelated(unitId, predecessorId);
  if (known?.predecessorId === predecessorId && known.takesOver === takesOver)
    throw new RulingIsUnchanged(unitId, year);
  return [successionRuled.of({ unitId, year, predecessorId, takesOver, reason: checkedText('Lý do', input.reason) })];
}
