import { checkedDate, checkedKey, checkedText, type DataOf } from '@app/kernel';
import { demandRegistered, lineageKey, type Unit } from './unit';
import { ChangeIsOutOfOrder, LineageAlreadyRecorded, PredecessorsDoNotFit } from './unit.errors';
import { lineageRecorded, type UnitEvent } from './unit.events';

type Lineage = DataOf<typeof lineageRecorded>;

/** How many predecessors each kind of change has at least and at most. */
const PREDECESSORS: Readonly<Record<Lineage['kind'], { least: number; most: number }>> = {
  created: { least: 0, most: 0 },
  merged: { least: 2, most: Infinity },
  absorbed: { least: 1, most: Infinity },
  split: { least: 1, most: 1 },
  'partial-transfer': { least: 1, most: Infinity },
  'level-change': { least: 0, most: 1 },
};

/** Records what the unit came out of (merger, split, transfer…), by a legal document. Whose history counts is ruled separately. */
export function recordLineage(state: Unit, input: Lineage): UnitEvent[] {
  demandRegistered(state, input.unitId);
  demandFittingPredecessors(input);
  const effectiveOn = checkedDate('Ngày hiệu lực', input.effectiveOn);
  if (state.registeredOn !== null && effectiveOn < state.registeredOn)
    throw new ChangeIsOutOfOrder(effectiveOn, state.registeredOn);
  if (state.lineage.includes(lineageKey(input))) throw new LineageAlreadyRecorded(input.kind, effectiveOn);
  const { unitId, kind, predecessorIds } = input;
  const legalDocument = checkedText('Văn bản', input.legalDocument, 300);
  return [lineageRecorded.of({ unitId, kind, predecessorIds: [...predecessorIds], effectiveOn, legalDocument })];
}

function demandFittingPredecessors({ unitId, kind, predecessorIds }: Lineage): void {
  const { least, most } = PREDECESSORS[kind];
  for (const id of predecessorIds) checkedKey('Mã đơn vị tiền thân', id);
  if (predecessorIds.length < least) throw new PredecessorsDoNotFit(kind, `cần ít nhất ${least} đơn vị`);
  if (predecessorIds.length > most) throw new PredecessorsDoNotFit(kind, `nhiều nhất ${most} đơn vị`);
  if (predecessorIds.includes(unitId)) throw new PredecessorsDoNotFit(kind, 'không thể là chính đơn vị này');
  if (new Set(predecessorIds).size < predecessorIds.length) throw new PredecessorsDoNotFit(kind, 'có đơn vị bị lặp');
}
