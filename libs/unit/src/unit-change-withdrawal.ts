import { checkedDate, checkedKey, type DataOf, type Instant, vietnamDate } from '@app/kernel';
import { ChangeIsInUse, ChangeNotOnRecord } from './correction.errors';
import { changeWithdrawn, type UnitChange } from './correction.events';
import { checkedGrounds } from './correction-grounds';
import { demandRegistered, type Unit, withoutChange } from './unit';
import type { UnitEvent } from './unit.events';

/** A year of which results stand on record, and where in the log the last of them do. */
export interface DecidedYear {
  readonly year: number;
  readonly position: bigint;
}

/** The event on record that tells a change. */
export interface Telling {
  readonly id: string;
  readonly position: bigint;
}

/** A withdrawal as it is told; which event told the change is looked up. */
export type WithdrawalTold = Omit<DataOf<typeof changeWithdrawn>, 'eventId' | 'name'>;

/**
 * Takes a change of the unit off the record that was recorded by mistake. Not once a ruling for its year or a later one names another unit as
 * the one whose result counts: that is ruled anew first. Nor, from its day on, once results of such a year that were recorded after it are on
 * record of a block that one of those concerned belonged to (`decidedYears`): what was recorded before cannot rest on it. `told`: the last event on
 * record that tells the change; undefined: there is none.
 */
export function withdrawChange(
  state: Unit,
  input: WithdrawalTold,
  told: Telling | undefined,
  decidedYears: readonly DecidedYear[],
  now: Instant,
): UnitEvent[] {
  const { unitId } = input;
  demandRegistered(state, unitId);
  const change = checkedChange(input);
  if (told === undefined) throw new ChangeNotOnRecord(unitId, change);
  const ruled = yearsRuledFor(state, unitId, change);
  if (ruled[0] !== undefined) throw new ChangeIsInUse(unitId, change, ruled[0], 'ruling');
  const restsOnIt = ({ year, position }: DecidedYear) => year >= yearOf(change) && position > told.position;
  const decided = vietnamDate(now) < change.effectiveOn ? undefined : decidedYears.find(restsOnIt);
  if (decided) throw new ChangeIsInUse(unitId, change, decided.year, 'results');
  const { name } = withoutChange(state, change);
  return [changeWithdrawn.of({ unitId, ...change, eventId: told.id, name, ...checkedGrounds(input) })];
}

function checkedChange({ kind, effectiveOn, predecessorIds }: UnitChange): UnitChange {
  return {
    kind,
    effectiveOn: checkedDate('Ngày hiệu lực', effectiveOn),
    predecessorIds: predecessorIds.map((id) => checkedKey('Mã đơn vị tiền thân', id)).sort(),
  };
}

/** Of the years for which another unit is named as the one whose result counts: those that the change may be the reason for. */
function yearsRuledFor({ rulings }: Unit, unitId: string, change: UnitChange): number[] {
  return Object.entries(rulings).flatMap(([year, { predecessorId }]) =>
    Number(year) >= yearOf(change) && predecessorId !== null && predecessorId !== unitId ? [Number(year)] : [],
  );
}

function yearOf({ effectiveOn }: UnitChange): number {
  return Number(effectiveOn.slice(0, 4));
}
