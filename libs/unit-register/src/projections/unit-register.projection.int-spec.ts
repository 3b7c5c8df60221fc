import { ReadYourWrites } from '@app/read-store';
import { answerAfter, eventIdAt, type HistoryEvent, inStream, projectionSpec, sampleDecree } from '@app/testing';
import {
  blockDefined,
  changeWithdrawn,
  lineageRecorded,
  membershipCorrected,
  officeLeft,
  officeTaken,
  tenureCorrected,
  type UnitChange,
  unitDissolved,
  unitJoinedBlock,
  unitLeftBlock,
  unitLevelChanged,
  unitRegistered,
  unitRenamed,
  type UnitType,
} from '@app/unit';
import { FindUnits, FindUnitsHandler } from '../queries/find-units.query';
import { GetUnit, GetUnitHandler } from '../queries/get-unit.query';
import { ListBlockMembers, ListBlockMembersHandler } from '../queries/list-block-members.query';
import { BlockNotInRegister, UnitNotInRegister } from '../unit-register.errors';
import { unitRegister } from './unit-register.projection';

const decree = sampleDecree;
const registered = (
  unitId: string,
  name: string,
  type: UnitType,
  registeredOn: string,
  parentId: string | null = null,
) =>
  inStream(
    `unit-${unitId}`,
    unitRegistered.of({ unitId, name, type, parentId, officialCode: `M.${unitId}`, registeredOn }),
  );
const joined = (blockId: string, unitId: string, from: string) =>
  inStream(`block-${blockId}`, unitJoinedBlock.of({ blockId, unitId, from }));
const left = (blockId: string, unitId: string, until: string) =>
  inStream(`block-${blockId}`, unitLeftBlock.of({ blockId, unitId, until }));

/** Two districts give way to a ward and a commune. Names are samples (mẫu). */
const history: readonly HistoryEvent[] = [
  inStream('block-huyen', blockDefined.of({ blockId: 'huyen', name: 'Khối quận, huyện' })),
  inStream('block-xa', blockDefined.of({ blockId: 'xa', name: 'Khối phường, xã' })),
  registered('quan_a', 'Quận Đông Mẫu', 'district', '2021-01-01'),
  registered('huyen_b', 'Huyện Dương Mẫu', 'district', '2021-01-01'),
  ...['quan_a', 'huyen_b'].map((unitId) => joined('huyen', unitId, '2021-01-01')),
  inStream(
    'unit-huyen_b',
    unitRenamed.of({ unitId: 'huyen_b', name: 'Huyện Dương Mẫu Mới', effectiveOn: '2023-03-01', decree }),
  ),
  inStream(
    'unit-huyen_b',
    unitLevelChanged.of({ unitId: 'huyen_b', type: 'ward', parentId: 'quan_a', effectiveOn: '2024-01-01', decree }),
  ),
  registered('phuong_c', 'Phường An Mẫu', 'ward', '2025-07-01'),
  registered('xa_d', 'Xã Ân Mẫu', 'commune', '2025-07-01', 'quan_a'),
  inStream(
    'unit-phuong_c',
    lineageRecorded.of({
      ...{ unitId: 'phuong_c', kind: 'merged', effectiveOn: '2025-07-01', decree },
      predecessors: [
        { unitId: 'quan_a', share: '1' },
        { unitId: 'huyen_b', share: '1/3' },
      ],
    }),
  ),
  inStream(
    'unit-xa_d',
    lineageRecorded.of({
      ...{ unitId: 'xa_d', kind: 'split', effectiveOn: '2025-07-01', decree },
      predecessors: [{ unitId: 'huyen_b', share: '2/3' }],
    }),
  ),
  ...['quan_a', 'huyen_b'].flatMap((unitId) => [
    inStream(`unit-${unitId}`, unitDissolved.of({ unitId, effectiveOn: '2025-07-01', decree })),
  ]),
  left('huyen', 'quan_a', '2025-06-30'),
  ...['phuong_c', 'xa_d'].map((unitId) => joined('xa', unitId, '2025-07-01')),
];

const unitOn = (on: string, unitId: string, events = history) =>
  answerAfter(unitRegister, events, ({ dataSource }) =>
    new GetUnitHandler(dataSource, new ReadYourWrites(dataSource)).execute(new GetUnit({ unitId, on })),
  );
const unitsOn = (on: string, q = '', limit = 50, events = history) =>
  answerAfter(unitRegister, events, ({ dataSource }) =>
    new FindUnitsHandler(dataSource, new ReadYourWrites(dataSource)).execute(new FindUnits({ on, q, limit })),
  );
const membersOn = (on: string, blockId: string, events = history, limit = 50) =>
  answerAfter(unitRegister, events, ({ dataSource }) =>
    new ListBlockMembersHandler(dataSource, new ReadYourWrites(dataSource)).execute(
      new ListBlockMembers({ blockId, on, limit }),
    ),
  );

describe('a unit on a day', () => {
  it.each([
    ['2020-12-31', { status: 'not-yet', name: 'Huyện Dương Mẫu', type: 'district', blocks: [] }],
    ['2021-01-01', { status: 'active', name: 'Huyện Dương Mẫu', level: 'district', parentId: null }],
    ['2023-02-28', { status: 'active', name: 'Huyện Dương Mẫu', names: { length: 1 } }],
    ['2023-03-01', { status: 'active', name: 'Huyện Dương Mẫu Mới', names: { length: 2 } }],
    ['2023-12-31', { type: 'district', level: 'district' }],
    ['2024-01-01', { type: 'ward', level: 'commune', parentId: 'quan_a' }],
    ['2025-06-30', { status: 'active', dissolvedOn: null, dissolution: null, successors: [], blocks: { length: 1 } }],
    ['2025-07-01', { status: 'dissolved', dissolvedOn: '2025-07-01', dissolution: decree, blocks: [] }],
  ])('%s is what it was then', async (on, expected) => {
    expect(await unitOn(on, 'huyen_b')).toMatchObject({ unitId: 'huyen_b', validOn: on, ...expected });
  });

  it('names where it came from and what came out of it, with share and decree', async () => {
    const merged = { kind: 'merged', effectiveOn: '2025-07-01', decree, eventId: eventIdAt(12) };
    expect((await unitOn('2025-07-01', 'phuong_c')).predecessors).toEqual([
      { unitId: 'huyen_b', unitName: 'Huyện Dương Mẫu Mới', share: '1/3', ...merged },
      { unitId: 'quan_a', unitName: 'Quận Đông Mẫu', share: '1', ...merged },
    ]);
    const { successors } = await unitOn('2026-01-01', 'huyen_b');
    expect(successors.map(({ unitId, kind, share }) => [unitId, kind, share])).toEqual([
      ['phuong_c', 'merged', '1/3'],
      ['xa_d', 'split', '2/3'],
    ]);
  });

  it('shows two blocks at once, so that somebody clears it up', async () => {
    const { blocks } = await unitOn('2025-07-01', 'xa_d', [...history, joined('huyen', 'xa_d', '2025-07-01')]);
    expect(blocks.map(({ blockId }) => blockId)).toEqual(['huyen', 'xa']);
  });

  it('knows who headed it and who was the deputy in charge, each with the last day', async () => {
    const office = { unitId: 'quan_a', personName: 'Người mẫu' } as const;
    const people = [
      officeTaken.of({ ...office, office: 'head', personId: 'p1', from: '2021-01-01' }),
      officeTaken.of({ ...office, office: 'deputy', personId: 'p2', from: '2021-01-01' }),
      officeLeft.of({ unitId: 'quan_a', office: 'head', personId: 'p1', until: '2024-05-31' }),
      officeTaken.of({ ...office, office: 'head', personId: 'p3', from: '2024-06-01' }),
    ].map((event) => inStream('unit-quan_a', event));
    const tenures = async (on: string) =>
      (await unitOn(on, 'quan_a', [...history, ...people])).tenures.map(({ office: held, personId, until }) => [
        ...[held, personId, until],
      ]);
    expect(await tenures('2024-05-31')).toEqual([
      ['head', 'p1', '2024-05-31'],
      ['deputy', 'p2', null],
    ]);
    expect(await tenures('2024-06-01')).toEqual([
      ['head', 'p1', '2024-05-31'],
      ['head', 'p3', null],
      ['deputy', 'p2', null],
    ]);
  });

  it('is refused when nobody registered it', () =>
    expect(unitOn('2025-01-01', 'khong_co')).rejects.toThrow(UnitNotInRegister));
});

const grounds = { reason: 'Nhập nhầm (mẫu)', documentNumber: '12/CV-MẪU' };
const by = { actor: 'test', onBehalfOf: null, recordedAt: '2024-01-01T00:00:00.000Z', ...grounds };

describe('what was recorded wrongly', () => {
  const office = { unitId: 'quan_a', office: 'head' } as const;
  const took = (personId: string, from: string) =>
    inStream('unit-quan_a', officeTaken.of({ ...office, personId, personName: 'Người mẫu', from }));
  const leftOffice = (personId: string, until: string) =>
    inStream('unit-quan_a', officeLeft.of({ ...office, personId, until }));
  const tenure = (personId: string, from: string, until: string | null) => {
    return { personId, personName: 'Người mẫu', from, until };
  };
  const corrects = (personId: string, from: string, corrected: ReturnType<typeof tenure> | null) =>
    inStream('unit-quan_a', tenureCorrected.of({ ...office, personId, from, corrected, ...grounds }));
  const before = [...history, took('p1', '2021-01-01'), leftOffice('p1', '2022-12-31'), took('p2', '2023-01-01')];
  const tenuresAfter = async (...events: HistoryEvent[]) =>
    (await unitOn('2024-06-01', 'quan_a', [...before, ...events])).tenures.map(({ personId, from, until }) => [
      ...[personId, from, until],
    ]);
  const present = ['p2', '2023-01-01', null];

  it.each<[string, HistoryEvent[], (string | null)[][]]>([
    ['nothing', [], [['p1', '2021-01-01', '2022-12-31'], present]],
    [
      'its days',
      [corrects('p1', '2021-01-01', tenure('p1', '2021-02-01', '2022-06-30'))],
      [['p1', '2021-02-01', '2022-06-30'], present],
    ],
    [
      'its last day alone',
      [corrects('p1', '2021-01-01', tenure('p1', '2021-01-01', '2022-06-30'))],
      [['p1', '2021-01-01', '2022-06-30'], present],
    ],
    [
      'its person, and then its last day',
      [
        corrects('p1', '2021-01-01', tenure('p9', '2021-01-01', '2022-12-31')),
        corrects('p9', '2021-01-01', tenure('p9', '2021-01-01', '2022-11-30')),
      ],
      [['p9', '2021-01-01', '2022-11-30'], present],
    ],
    [
      'its day, and that it was right at first',
      [
        corrects('p1', '2021-01-01', tenure('p1', '2021-02-01', '2022-12-31')),
        corrects('p1', '2021-02-01', tenure('p1', '2021-01-01', '2022-12-31')),
      ],
      [['p1', '2021-01-01', '2022-12-31'], present],
    ],
    ['that there was none', [corrects('p1', '2021-01-01', null)], [present]],
    [
      'that the last one was another’s, who left since',
      [corrects('p2', '2023-01-01', tenure('p1', '2023-01-01', null)), leftOffice('p1', '2024-03-31')],
      [
        ['p1', '2021-01-01', '2022-12-31'],
        ['p1', '2023-01-01', '2024-03-31'],
      ],
    ],
    [
      'that there was none, and then the same is told again',
      [corrects('p2', '2023-01-01', null), took('p2', '2023-01-01')],
      [['p1', '2021-01-01', '2022-12-31'], present],
    ],
  ])('of tenures does not stand once it was corrected: %s', async (_, events, tenures) =>
    expect(await tenuresAfter(...events)).toEqual(tenures),
  );

  it('of memberships neither', async () => {
    const corrected = (blockId: string, from: string, days: { from: string; until: string | null } | null) =>
      inStream(
        `block-${blockId}`,
        membershipCorrected.of({ blockId, unitId: 'quan_a', from, corrected: days, ...grounds }),
      );
    const daysIn = async (on: string, ...events: HistoryEvent[]) =>
      (await unitOn(on, 'quan_a', [...history, ...events])).blocks.map(({ blockId, from, until }) => [
        ...[blockId, from, until],
      ]);
    const later = corrected('huyen', '2021-01-01', { from: '2022-01-01', until: '2023-12-31' });
    expect(await daysIn('2021-12-31', later)).toEqual([]);
    expect(await daysIn('2022-01-01', later)).toEqual([['huyen', '2022-01-01', '2023-12-31']]);
    expect(await daysIn('2024-01-01', later)).toEqual([]);
    const elsewhere = [corrected('huyen', '2021-01-01', null), joined('xa', 'quan_a', '2021-01-01')];
    expect(await daysIn('2021-01-01', ...elsewhere)).toEqual([['xa', '2021-01-01', null]]);
    const members = await membersOn('2021-01-01', 'huyen', [...history, ...elsewhere]);
    expect(members.members.map(({ unitId }) => unitId)).toEqual(['huyen_b']);
  });

  it('of changes neither, whoever was told of them', async () => {
    const withdrawn = (unitId: string, position: number, change: UnitChange) =>
      inStream(
        `unit-${unitId}`,
        changeWithdrawn.of({ unitId, eventId: eventIdAt(position), name: 'Huyện Dương Mẫu', ...change, ...grounds }),
      );
    const alone = { predecessorIds: [] };
    const told = [
      ...history,
      withdrawn('huyen_b', 8, { kind: 'renaming', effectiveOn: '2023-03-01', ...alone }),
      withdrawn('huyen_b', 9, { kind: 'level-change', effectiveOn: '2024-01-01', ...alone }),
      withdrawn('phuong_c', 12, { kind: 'merged', effectiveOn: '2025-07-01', predecessorIds: ['huyen_b', 'quan_a'] }),
      withdrawn('huyen_b', 15, { kind: 'dissolution', effectiveOn: '2025-07-01', ...alone }),
    ];
    const unit = await unitOn('2025-07-01', 'huyen_b', told);
    expect(unit).toMatchObject({
      ...{ status: 'active', dissolvedOn: null, name: 'Huyện Dương Mẫu', names: { length: 1 }, type: 'district' },
      ...{ parentId: null, blocks: [{ blockId: 'huyen' }], successors: [{ unitId: 'xa_d' }] },
    });
    expect((await unitOn('2025-07-01', 'phuong_c', told)).predecessors).toEqual([]);
    expect((await unitsOn('2025-07-01', 'duong mau', 50, told)).units).toMatchObject([{ unitId: 'huyen_b' }]);
  });

  it('stays on record with who corrected it, why and by which document', async () => {
    const { corrections } = await unitOn('2020-01-01', 'quan_a', [
      ...before,
      corrects('p1', '2021-01-01', tenure('p1', '2021-02-01', '2022-12-31')),
      inStream(
        'block-huyen',
        membershipCorrected.of({
          ...{ blockId: 'huyen', unitId: 'quan_a', from: '2021-01-01', corrected: null, ...grounds },
        }),
      ),
    ]);
    const nothing = { office: null, personId: null, blockId: null, change: null };
    const [first, second] = [before.length + 2, before.length + 3];
    expect(corrections).toEqual([
      {
        ...{ ...nothing, subject: 'tenure', office: 'head', personId: 'p1', from: '2021-01-01' },
        corrected: tenure('p1', '2021-02-01', '2022-12-31'),
        ...{ ...by, eventId: eventIdAt(first) },
      },
      {
        ...{ ...nothing, subject: 'membership', blockId: 'huyen', from: '2021-01-01', corrected: null },
        ...{ ...by, eventId: eventIdAt(second) },
      },
    ]);
  });
});

describe('the units of a day', () => {
  it('are those that were there, in the order of the Vietnamese alphabet: D before Đ, A before Â', async () => {
    const names = async (on: string) => (await unitsOn(on)).units.map(({ name }) => name);
    expect(await names('2022-01-01')).toEqual(['Huyện Dương Mẫu', 'Quận Đông Mẫu']);
    expect(await names('2025-07-01')).toEqual(['Phường An Mẫu', 'Xã Ân Mẫu']);
    const alike = ['Đông', 'Dương', 'Ân', 'An'].map((name, place) =>
      registered(`u${place}`, `Xã ${name}`, 'commune', '2025-07-01'),
    );
    const ordered = await unitsOn('2025-07-01', 'xa', 50, [...history, ...alike]);
    expect(ordered.units.map(({ name }) => name)).toEqual(['Xã An', 'Xã Ân', 'Xã Ân Mẫu', 'Xã Dương', 'Xã Đông']);
  });

  it.each([
    ['an mau', ['Phường An Mẫu', 'Xã Ân Mẫu']],
    ['ÂN MẪU', ['Phường An Mẫu', 'Xã Ân Mẫu']],
    ['Phường An'.normalize('NFD'), ['Phường An Mẫu']],
    ['m.xa_d', ['Xã Ân Mẫu']],
    ['duong', []],
    ['%', []],
  ])('are found by “%s”, whatever the diacritics', async (q, expected) => {
    expect((await unitsOn('2025-07-01', q)).units.map(({ name }) => name)).toEqual(expected);
  });

  it('are found by the name of that day', async () => {
    expect((await unitsOn('2023-02-28', 'mau moi')).total).toBe(0);
    expect((await unitsOn('2023-03-01', 'mau moi')).total).toBe(1);
  });

  it('names that repeat are told one by one, in one order, as many as are asked for (Xã Tân Tiến ×7)', async () => {
    const same = [3, 1, 7, 5, 2, 6, 4].map((number) =>
      registered(`tan_tien_${number}`, 'Xã Tân Tiến', 'commune', '2025-07-01'),
    );
    const { total, units } = await unitsOn('2025-07-01', 'xa tan tien', 5, [...history, ...same]);
    expect(total).toBe(7);
    expect(units.map(({ unitId }) => unitId)).toEqual([1, 2, 3, 4, 5].map((number) => `tan_tien_${number}`));
    expect(new Set(units.map(({ officialCode }) => officialCode)).size).toBe(5);
  });
});

describe('the members of a block on a day', () => {
  const ids = async (...asked: Parameters<typeof membersOn>) =>
    (await membersOn(...asked)).members.map(({ unitId, until }) => [unitId, until]);

  it('are those of that day, with their last one; units that have ended are none', async () => {
    expect(await ids('2020-12-31', 'huyen')).toEqual([]);
    expect(await ids('2025-06-30', 'huyen')).toEqual([
      ['huyen_b', null],
      ['quan_a', '2025-06-30'],
    ]);
    expect(await ids('2025-07-01', 'huyen')).toEqual([]);
    expect(await membersOn('2025-07-01', 'xa')).toMatchObject({ blockName: 'Khối phường, xã', total: 2 });
  });

  it('may leave and come back', async () => {
    const back = [left('xa', 'xa_d', '2025-12-31'), joined('xa', 'xa_d', '2026-07-01')];
    expect(await ids('2025-12-31', 'xa', [...history, ...back])).toContainEqual(['xa_d', '2025-12-31']);
    expect(await ids('2026-06-30', 'xa', [...history, ...back])).toEqual([['phuong_c', null]]);
    expect(await ids('2026-07-01', 'xa', [...history, ...back])).toContainEqual(['xa_d', null]);
  });

  it('are as many as are asked for', async () => {
    expect(await membersOn('2025-07-01', 'xa', history, 1)).toMatchObject({
      total: 2,
      members: [{ unitId: 'phuong_c' }],
    });
  });

  it('are refused for a block that nobody defined', () =>
    expect(membersOn('2025-01-01', 'khong_co')).rejects.toThrow(BlockNotInRegister));
});

describe('the projection', () => {
  it('is the same however the log is cut', () =>
    projectionSpec(unitRegister)
      .given(...history)
      .thenAnyBatchSizeGivesTheSame());

  it('is unchanged when the same history is delivered twice', () =>
    projectionSpec(unitRegister)
      .given(...history)
      .thenReplayingChangesNothing());
});
