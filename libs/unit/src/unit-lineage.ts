import {
  checkedDate,
  checkedKey,
  checkedNumber,
  type DataOf,
  daysAfter,
  type Instant,
  type LocalDate,
  Rational,
} from '@app/kernel';
import { checkedDecree, type DecreeTold } from './decree';
import { LineageAlreadyRecorded, PredecessorsDoNotFit, ShareDoesNotFit } from './lineage.errors';
import { type LineageKind, lineageRecorded, type Predecessor } from './lineage.events';
import { demandRegistered, demandStillThere, type Unit, unit } from './unit';
import { lastTelling } from './unit-change';
import { ChangeIsOutOfOrder } from './unit.errors';
import type { UnitEvent } from './unit.events';

/** A change of lineage as it is told; a change of level is `changeLevel`. A share of null: whole, or as far as the decree states none. */
export type LineageTold = Omit<DataOf<typeof lineageRecorded>, 'kind' | 'decree'> & {
  readonly kind: Exclude<LineageKind, 'level-change'>;
  readonly decree: DecreeTold;
};

/** How many predecessors each kind of change has, and how much of each it takes. `stated`: a share must be given. */
interface Shape {
  readonly least: number;
  readonly most: number;
  readonly takes: 'whole' | 'part' | 'any';
  readonly stated: boolean;
}

const SHAPES: Readonly<Record<LineageTold['kind'], Shape>> = {
  created: { least: 0, most: 0, takes: 'any', stated: false },
  merged: { least: 2, most: Infinity, takes: 'any', stated: false },
  absorbed: { least: 1, most: Infinity, takes: 'whole', stated: false },
  split: { least: 1, most: 1, takes: 'part', stated: false },
  'partial-transfer': { least: 1, most: Infinity, takes: 'part', stated: true },
};

/**
 * Records what the unit came out of (merger, split, transfer…), by a decree. Whose history counts is ruled separately. `known`: what the
 * log says of each predecessor; it was there on the day before, or ended on that very day.
 */
export function recordLineage(
  state: Unit,
  input: LineageTold,
  known: ReadonlyMap<string, Unit>,
  now: Instant,
): UnitEvent[] {
  const { unitId, kind } = input;
  demandRegistered(state, unitId);
  const effectiveOn = checkedDate('Ngày hiệu lực', input.effectiveOn);
  demandStillThere(state, unitId, effectiveOn);
  demandBegun(state, effectiveOn);
  demandFittingPredecessors(input);
  const predecessors = input.predecessors.map((predecessor) => withFittingShare(kind, predecessor));
  for (const { unitId: id } of predecessors) demandThereBefore(known.get(id) ?? unit.initial, id, effectiveOn);
  const lineage = { unitId, kind, predecessors, effectiveOn, decree: checkedDecree(input.decree, now) };
  const predecessorIds = predecessors.map((predecessor) => predecessor.unitId);
  if (lastTelling(state.told, { kind, effectiveOn, predecessorIds }))
    throw new LineageAlreadyRecorded(kind, effectiveOn);
  return [lineageRecorded.of(lineage)];
}

function demandBegun({ registeredOn }: Unit, date: LocalDate): void {
  if (registeredOn !== null && date < registeredOn) throw new ChangeIsOutOfOrder(date, registeredOn);
}

/** A predecessor was registered before, and did not end before the day on which it passed over. */
function demandThereBefore(predecessor: Unit, unitId: string, effectiveOn: LocalDate): void {
  demandRegistered(predecessor, unitId);
  demandBegun(predecessor, effectiveOn);
  demandStillThere(predecessor, unitId, daysAfter(effectiveOn, -1));
}

function demandFittingPredecessors({ unitId, kind, predecessors }: LineageTold): void {
  const { least, most } = SHAPES[kind];
  const ids = predecessors.map((predecessor) => checkedKey('Mã đơn vị tiền thân', predecessor.unitId));
  if (ids.length < least) throw new PredecessorsDoNotFit(kind, `cần ít nhất ${least} đơn vị`);
  if (ids.length > most) throw new PredecessorsDoNotFit(kind, `nhiều nhất ${most} đơn vị`);
  if (ids.includes(unitId)) throw new PredecessorsDoNotFit(kind, 'không thể là chính đơn vị này');
  if (new Set(ids).size < ids.length) throw new PredecessorsDoNotFit(kind, 'có đơn vị bị lặp');
}

const ONE = Rational.of('1');
const NOTHING = Rational.of('0');

function withFittingShare(kind: LineageTold['kind'], { unitId, share }: Predecessor): Predecessor {
  const { takes, stated } = SHAPES[kind];
  const refused = (why: string) => new ShareDoesNotFit(kind, unitId, share, why);
  if (share === null && stated) throw refused('phải nêu tỷ lệ theo văn bản');
  if (share === null) return { unitId, share: takes === 'part' ? null : '1' };
  const part = checkedNumber('Tỷ lệ', share);
  if (part.lte(NOTHING) || part.gt(ONE)) throw refused('phải lớn hơn 0 và không quá 1');
  if (takes === 'whole' && part.lt(ONE))
    throw refused('đơn vị tiền thân nhập toàn bộ; nếu chỉ một phần, ghi “partial-transfer”');
  if (takes === 'part' && !part.lt(ONE)) throw refused('phải nhỏ hơn 1; nếu toàn bộ, ghi “absorbed” hoặc “merged”');
  return { unitId, share: part.toString() };
}
