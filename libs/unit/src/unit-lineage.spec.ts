import { NumberIsInvalid } from '@app/kernel';
import { decisionSpec, sampleDecree } from '@app/testing';
import { LevelIsUnchanged, LineageAlreadyRecorded, PredecessorsDoNotFit, ShareDoesNotFit } from './lineage.errors';
import { lineageRecorded, type LineageKind, unitLevelChanged } from './lineage.events';
import { dissolveUnit, renameUnit, type Unit, unit } from './unit';
import { ChangeIsOutOfOrder, UnitIsDissolved, UnitNotRegistered } from './unit.errors';
import { unitDissolved, unitRegistered } from './unit.events';
import { changeLevel } from './unit-level';
import { type LineageTold, recordLineage } from './unit-lineage';

const { given } = decisionSpec(unit);
const unitId = 'phuong_moi';
const now = '2026-01-01T00:00:00.000Z';
const registered = unitRegistered.of({
  unitId,
  name: 'Phường mẫu',
  type: 'ward',
  parentId: null,
  officialCode: null,
  registeredOn: '2025-07-01',
});
const there: Unit = { ...unit.initial, registeredOn: '2010-01-01' };
const known = new Map([
  ['a', there],
  ['b', there],
]);
const whole = (...ids: string[]) => ids.map((id) => ({ unitId: id, share: '1' }));
const merger = {
  unitId,
  kind: 'merged',
  predecessors: whole('a', 'b'),
  effectiveOn: '2025-07-01',
  decree: sampleDecree,
} as const;
const change = (told: Partial<LineageTold>): LineageTold => ({ ...merger, ...told });
const recording =
  (told: Partial<LineageTold>, predecessors: ReadonlyMap<string, Unit> = known) =>
  (state: Unit) =>
    recordLineage(state, change(told), predecessors, now);

describe('lineage', () => {
  it('records a merger', () => given(registered).when(recording({})).thenEvents(lineageRecorded.of(merger)));

  it.each([
    ['a creation out of nothing', 'created', []],
    ['an absorption', 'absorbed', whole('a')],
    ['a split of a third', 'split', [{ unitId: 'a', share: '1/3' }]],
    ['a split of which the decree states no share', 'split', [{ unitId: 'a', share: null }]],
    [
      'a transfer of parts of many',
      'partial-transfer',
      [
        { unitId: 'a', share: '2/3' },
        { unitId: 'b', share: '0.05' },
      ],
    ],
    ['a merger of one unit and a part of another', 'merged', [...whole('a'), { unitId: 'b', share: '2/3' }]],
  ] as const)('records %s', (_, kind, predecessors) => {
    const told = change({ kind, predecessors });
    given(registered).when(recording(told)).thenEvents(lineageRecorded.of(told));
  });

  it('takes all of a unit where nothing else is said, and writes equal shares alike', () => {
    const predecessors = [
      { unitId: 'a', share: null },
      { unitId: 'b', share: '2/4' },
    ];
    const stored = [
      { unitId: 'a', share: '1' },
      { unitId: 'b', share: '0.5' },
    ];
    given(registered)
      .when(recording({ predecessors }))
      .thenEvents(lineageRecorded.of({ ...merger, predecessors: stored }));
  });

  it('recognises the same change, whatever the order of the predecessors', () =>
    given(registered, lineageRecorded.of(merger))
      .when(recording({ predecessors: whole('b', 'a') }))
      .thenFails(LineageAlreadyRecorded));

  it.each([
    ['a merger of one', { predecessors: whole('a') }],
    ['a merger with itself', { predecessors: whole(unitId, 'a') }],
    ['a predecessor named twice', { predecessors: whole('a', 'a') }],
    ['a creation out of something', { kind: 'created' }],
    ['a split of two', { kind: 'split' }],
    ['an absorption of nothing', { kind: 'absorbed', predecessors: [] }],
  ] as const)('refuses %s', (_, told) => given(registered).when(recording(told)).thenFails(PredecessorsDoNotFit));

  it.each([
    ['nothing of a unit', 'split', '0'],
    ['less than nothing', 'partial-transfer', '-1/2'],
    ['more than all of it', 'merged', '3/2'],
    ['a part of what is absorbed', 'absorbed', '1/2'],
    ['all of what is split', 'split', '1'],
    ['all as a part', 'partial-transfer', '1'],
    ['a transfer without a share', 'partial-transfer', null],
  ] as const)('refuses a share that does not fit: %s', (_, kind, share) => {
    const predecessors = [{ unitId: 'a', share }, ...(kind === 'merged' ? whole('b') : [])];
    given(registered)
      .when(recording({ kind: kind satisfies LineageKind, predecessors }))
      .thenFails(ShareDoesNotFit, { predecessorId: 'a', share });
  });

  it('refuses a share that is no number', () =>
    given(registered)
      .when(recording({ kind: 'split', predecessors: [{ unitId: 'a', share: '1/0' }] }))
      .thenFails(NumberIsInvalid));

  it('does not begin before the unit, nor before a predecessor', () => {
    given(registered)
      .when(recording({ effectiveOn: '2025-06-30' }))
      .thenFails(ChangeIsOutOfOrder);
    const young = new Map([...known, ['b', { ...there, registeredOn: '2025-07-02' }] as const]);
    given(registered).when(recording({}, young)).thenFails(ChangeIsOutOfOrder, { notBefore: '2025-07-02' });
  });

  it('knows its predecessors', () =>
    given(registered)
      .when(recording({ predecessors: whole('a', 'c') }))
      .thenFails(UnitNotRegistered, { unitId: 'c' }));

  it('a predecessor may end on that day or later, never before', () => {
    const ended = (dissolvedOn: string) => new Map([...known, ['b', { ...there, dissolvedOn }] as const]);
    given(registered)
      .when(recording({}, ended('2025-07-01')))
      .thenEvents(lineageRecorded.of(merger));
    given(registered)
      .when(recording({}, ended('2025-06-30')))
      .thenFails(UnitIsDissolved, { unitId: 'b', dissolvedOn: '2025-06-30' });
  });

  it('adds nothing to a unit that has ended, but what was before may still be told', () => {
    const ended = unitDissolved.of({ unitId, effectiveOn: '2026-01-01', decree: sampleDecree });
    const late = { kind: 'absorbed', predecessors: whole('a') } as const;
    given(registered, ended)
      .when(recording({ ...late, effectiveOn: '2026-01-01' }))
      .thenFails(UnitIsDissolved, { unitId });
    given(registered, ended)
      .when(recording({ ...late, effectiveOn: '2025-12-31' }))
      .thenEvents(lineageRecorded.of(change({ ...late, effectiveOn: '2025-12-31' })));
  });

  it('lets no unit end before the last thing that passed to it', () =>
    given(registered, lineageRecorded.of(change({ effectiveOn: '2025-10-01' })))
      .when((state) => dissolveUnit(state, { unitId, effectiveOn: '2025-09-30', decree: sampleDecree }, now))
      .thenFails(ChangeIsOutOfOrder, { notBefore: '2025-10-01' }));
});

describe('a change of level', () => {
  const raised = {
    unitId,
    type: 'district',
    parentId: 'thanh_pho',
    effectiveOn: '2026-01-01',
    decree: sampleDecree,
  } as const;
  const changed = unitLevelChanged.of(raised);

  it('lets the unit go on as another type, under another parent', () =>
    given(registered)
      .when((state) => changeLevel(state, raised, now))
      .thenEvents(changed));

  it('changes something', () => {
    given(registered, changed)
      .when((state) => changeLevel(state, { ...raised, effectiveOn: '2027-01-01' }, now))
      .thenFails(LevelIsUnchanged);
    given(registered, changed)
      .when((state) => changeLevel(state, { ...raised, parentId: null }, now))
      .thenEvents(unitLevelChanged.of({ ...raised, parentId: null }));
  });

  it('is told in order with the other changes of the unit, and not of one that ended', () => {
    given(registered, changed)
      .when((state) =>
        renameUnit(state, { unitId, name: 'Khác', effectiveOn: '2025-12-31', decree: sampleDecree }, now),
      )
      .thenFails(ChangeIsOutOfOrder, { notBefore: '2026-01-01' });
    given(registered, unitDissolved.of({ unitId, effectiveOn: '2025-12-01', decree: sampleDecree }))
      .when((state) => changeLevel(state, raised, now))
      .thenFails(UnitIsDissolved);
    given()
      .when((state) => changeLevel(state, raised, now))
      .thenFails(UnitNotRegistered);
  });
});
