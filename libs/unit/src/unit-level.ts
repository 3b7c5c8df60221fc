import { checkedDate, type Instant } from '@app/kernel';
import { type ByDecree, checkedDecree } from './decree';
import { LevelIsUnchanged } from './lineage.errors';
import { unitLevelChanged } from './lineage.events';
import { checkedParent, demandLiving, demandOrder, type Unit } from './unit';
import type { UnitEvent } from './unit.events';

/** The unit goes on under the same id as another type, on another level or under another parent, by a decree. */
export function changeLevel(state: Unit, input: ByDecree<typeof unitLevelChanged>, now: Instant): UnitEvent[] {
  const { unitId, type, effectiveOn } = input;
  demandLiving(state, unitId);
  demandOrder(state, checkedDate('Ngày hiệu lực', effectiveOn));
  const parentId = checkedParent(unitId, input.parentId);
  if (state.type === type && state.parentId === parentId) throw new LevelIsUnchanged(unitId, type);
  return [unitLevelChanged.of({ unitId, type, parentId, effectiveOn, decree: checkedDecree(input.decree, now) })];
}
