import { decisionSpec } from '@app/testing';
import { DateDoesNotExist, TextIsInvalid } from '@app/kernel';
import { block, blockStream, defineBlock, joinBlock, leaveBlock } from './block';
import { AlreadyInBlock, BlockAlreadyDefined, BlockNotDefined, MembershipsOverlap, NotInBlock } from './block.errors';
import { type Unit, unit } from './unit';
import { UnitIsDissolved, UnitNotRegistered } from './unit.errors';
import { blockDefined, unitJoinedBlock, unitLeftBlock } from './unit.events';

const { given } = decisionSpec(block);
const member: Unit = { ...unit.initial, registeredOn: '2020-01-01' };
const blockId = 'so_nganh';
const definition = { blockId, name: 'Khối sở, ban, ngành' };
const defined = blockDefined.of(definition);
const joining = { blockId, unitId: 'so_noi_vu', from: '2021-01-01' };
const joined = unitJoinedBlock.of(joining);
const leaving = { blockId, unitId: 'so_noi_vu', until: '2024-12-31' };
const left = unitLeftBlock.of(leaving);

describe('a block', () => {
  it('is defined once', () => {
    given()
      .when((state) => defineBlock(state, definition))
      .thenEvents(defined);
    given(defined)
      .when((state) => defineBlock(state, definition))
      .thenFails(BlockAlreadyDefined, { blockId });
  });

  it('has a name', () =>
    given()
      .when((state) => defineBlock(state, { blockId, name: '' }))
      .thenFails(TextIsInvalid));

  it('takes and loses members', () => {
    given(defined)
      .when((state) => joinBlock(state, joining, member))
      .thenEvents(joined);
    given(defined, joined)
      .when((state) => leaveBlock(state, leaving))
      .thenEvents(left);
  });

  it('must be defined first', () => {
    given()
      .when((state) => joinBlock(state, joining, member))
      .thenFails(BlockNotDefined);
    given()
      .when((state) => leaveBlock(state, leaving))
      .thenFails(BlockNotDefined);
  });

  it('takes only registered units, and none after its end', () => {
    given(defined)
      .when((state) => joinBlock(state, joining, unit.initial))
      .thenFails(UnitNotRegistered, { unitId: 'so_noi_vu' });
    given(defined)
      .when((state) => joinBlock(state, joining, { ...member, dissolvedOn: '2021-01-01' }))
      .thenFails(UnitIsDissolved);
    given(defined)
      .when((state) => joinBlock(state, joining, { ...member, dissolvedOn: '2021-01-02' }))
      .thenEvents(joined);
  });

  it('has a member once', () =>
    given(defined, joined)
      .when((state) => joinBlock(state, { ...joining, from: '2022-01-01' }, member))
      .thenFails(AlreadyInBlock));

  it('loses only members', () => {
    given(defined)
      .when((state) => leaveBlock(state, leaving))
      .thenFails(NotInBlock);
    given(defined, joined, left)
      .when((state) => leaveBlock(state, leaving))
      .thenFails(NotInBlock);
  });

  it('memberships of one unit do not overlap', () => {
    given(defined, joined)
      .when((state) => leaveBlock(state, { ...leaving, until: '2020-12-31' }))
      .thenFails(MembershipsOverlap);
    given(defined, joined, left)
      .when((state) => joinBlock(state, { ...joining, from: '2024-12-31' }, member))
      .thenFails(MembershipsOverlap);
    const again = { ...joining, from: '2025-01-01' };
    given(defined, joined, left)
      .when((state) => joinBlock(state, again, member))
      .thenEvents(unitJoinedBlock.of(again));
  });

  it('knows only dates that exist', () => {
    given(defined)
      .when((state) => joinBlock(state, { ...joining, from: '2021-02-30' }, member))
      .thenFails(DateDoesNotExist);
    given(defined, joined)
      .when((state) => leaveBlock(state, { ...leaving, until: '31/12/2024' }))
      .thenFails(DateDoesNotExist);
  });

  it('names its stream', () => expect(blockStream(blockId)).toBe('block-so_nganh'));
});
