import {
  type Aggregate,
  assertNever,
  checkedDate,
  checkedKey,
  checkedText,
  type DataOf,
  type LocalDate,
} from '@app/kernel';
import { AlreadyInBlock, BlockAlreadyDefined, BlockNotDefined, MembershipsOverlap, NotInBlock } from './block.errors';
import { byFirstDay, type Span } from './spans';
import { demandRegistered, demandStillThere, type Unit } from './unit';
import { blockDefined, type BlockEvent, unitJoinedBlock, unitLeftBlock } from './unit.events';

/** A unit's time in a block. */
export interface Membership extends Span {
  readonly unitId: string;
}

/** What decisions about one block need. */
export interface Block {
  /** Null: nobody has defined it. */
  readonly name: string | null;
  /** As they stand on record; those of one unit the earliest first, of which only the last may last. */
  readonly memberships: readonly Membership[];
}

export const block: Aggregate<Block, BlockEvent> = {
  initial: { name: null, memberships: [] },
  evolve(state, { type, data }) {
    const { memberships } = state;
    switch (type) {
      case 'BlockDefined':
        return { ...state, name: data.name };
      case 'UnitJoinedBlock': {
        const { unitId, from } = data;
        return { ...state, memberships: [...memberships, { unitId, from, until: null }] };
      }
      case 'UnitLeftBlock': {
        const { unitId, until } = data;
        const ended = (each: Membership) => (each.unitId === unitId && each.until === null ? { ...each, until } : each);
        return { ...state, memberships: memberships.map(ended) };
      }
      case 'MembershipCorrected': {
        const { unitId, from, corrected } = data;
        const others = memberships.filter((each) => each.unitId !== unitId || each.from !== from);
        const right = corrected === null ? [] : [{ unitId, ...corrected }];
        return { ...state, memberships: [...others, ...right].sort(byFirstDay) };
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
  if (state.name !== null) throw new BlockAlreadyDefined(input.blockId);
  return [blockDefined.of({ blockId: input.blockId, name: checkedText('Tên Khối', input.name, 300) })];
}

/** The unit, which is registered and not dissolved before, belongs to the block from a day on. `member`: what is known of the unit. */
export function joinBlock(state: Block, input: DataOf<typeof unitJoinedBlock>, member: Unit): BlockEvent[] {
  demandDefined(state, input.blockId);
  const { blockId, unitId } = input;
  const from = checkedDate('Ngày vào Khối', input.from);
  const before = membershipsOf(state, checkedKey('Mã đơn vị', unitId)).at(-1);
  demandRegistered(member, unitId);
  demandStillThere(member, unitId, from);
  if (before !== undefined) demandLeftBefore(before, blockId, from);
  return [unitJoinedBlock.of({ blockId, unitId, from })];
}

function demandLeftBefore({ unitId, until }: Membership, blockId: string, from: LocalDate): void {
  if (until === null) throw new AlreadyInBlock(blockId, unitId);
  if (from <= until) throw new MembershipsOverlap(from, until);
}

/** The unit's last day in the block. */
export function leaveBlock(state: Block, input: DataOf<typeof unitLeftBlock>): BlockEvent[] {
  demandDefined(state, input.blockId);
  const { blockId, unitId } = input;
  const until = checkedDate('Ngày rời Khối', input.until);
  const present = membershipsOf(state, unitId).find((each) => each.until === null);
  if (present === undefined) throw new NotInBlock(blockId, unitId);
  if (until < present.from) throw new MembershipsOverlap(until, present.from);
  return [unitLeftBlock.of({ blockId, unitId, until })];
}

/** The unit's memberships as they stand on record, the earliest first. */
export function membershipsOf({ memberships }: Block, unitId: string): readonly Membership[] {
  return memberships.filter((each) => each.unitId === unitId);
}

/** Throws BlockNotDefined. */
export function demandDefined({ name }: Block, blockId: string): void {
  if (name === null) throw new BlockNotDefined(blockId);
}
