import {
  type Aggregate,
  assertNever,
  checkedDate,
  checkedKey,
  checkedText,
  type DataOf,
  type LocalDate,
} from '@app/kernel';
import { demandRegistered, demandStillThere, type Unit } from './unit';
import { AlreadyInBlock, BlockAlreadyDefined, BlockNotDefined, MembershipsOverlap, NotInBlock } from './block.errors';
import { blockDefined, type BlockEvent, unitJoinedBlock, unitLeftBlock } from './unit.events';

/** What decisions about one block need: its present members and when earlier memberships ended. */
export interface Block {
  readonly defined: boolean;
  /** First day by unit id. */
  readonly members: ReadonlyMap<string, LocalDate>;
  /** Last day of the latest ended membership by unit id. */
  readonly left: ReadonlyMap<string, LocalDate>;
}

export const block: Aggregate<Block, BlockEvent> = {
  initial: { defined: false, members: new Map(), left: new Map() },
  evolve(state, { type, data }) {
    switch (type) {
      case 'BlockDefined':
        return { ...state, defined: true };
      case 'UnitJoinedBlock':
        return { ...state, members: new Map(state.members).set(data.unitId, data.from) };
      case 'UnitLeftBlock': {
        const members = new Map(state.members);
        members.delete(data.unitId);
        return { ...state, members, left: new Map(state.left).set(data.unitId, data.until) };
      }
      default:
        return assertNever(type);
    }
  },
};

/** `block-<blockId>`. Throws IdentifierIsInvalid for an id that no stream name can carry. */
export function blockStream(blockId: string): string {
  return `block-${checkedKey('Mã Khối', blockId)}`;
}

/** Names a group of units that are compared with one another (Khối). */
export function defineBlock(state: Block, input: DataOf<typeof blockDefined>): BlockEvent[] {
  if (state.defined) throw new BlockAlreadyDefined(input.blockId);
  return [blockDefined.of({ blockId: input.blockId, name: checkedText('Tên Khối', input.name, 300) })];
}

/** The unit, which is registered and not dissolved before, belongs to the block from a day on. `member`: what is known of the unit. */
export function joinBlock(state: Block, input: DataOf<typeof unitJoinedBlock>, member: Unit): BlockEvent[] {
  if (!state.defined) throw new BlockNotDefined(input.blockId);
  const from = checkedDate('Ngày vào Khối', input.from);
  const lastUntil = state.left.get(checkedKey('Mã đơn vị', input.unitId));
  demandRegistered(member, input.unitId);
  demandStillThere(member, input.unitId, from);
  if (state.members.has(input.unitId)) throw new AlreadyInBlock(input.blockId, input.unitId);
  if (lastUntil !== undefined && from <= lastUntil) throw new MembershipsOverlap(from, lastUntil);
  return [unitJoinedBlock.of({ blockId: input.blockId, unitId: input.unitId, from })];
}

/** The unit's last day in the block. */
export function leaveBlock(state: Block, input: DataOf<typeof unitLeftBlock>): BlockEvent[] {
  if (!state.defined) throw new BlockNotDefined(input.blockId);
  const until = checkedDate('Ngày rời Khối', input.until);
  const from = state.members.get(input.unitId);
  if (from === undefined) throw new NotInBlock(input.blockId, input.unitId);
  if (until < from) throw new MembershipsOverlap(until, from);
  return [unitLeftBlock.of({ blockId: input.blockId, unitId: input.unitId, until })];
}
