import { caseClosed, caseReceived } from '@app/casework';
import type { Moment } from '@app/event-store';
import { blockSkipped, periodOpened } from '@app/period';
import { ReadYourWrites } from '@app/read-store';
import {
  answerAfter,
  correctedTo,
  eventIdAt,
  type HistoryEvent,
  importedResults,
  inStream,
  projectionSpec,
  publishedResults,
  sampleDecree,
  smallRuleset,
} from '@app/testing';
import {
  blockDefined,
  changeWithdrawn,
  lineageRecorded,
  officeLeft,
  officeTaken,
  successionRuled,
  tenureCorrected,
  type UnitChange,
  unitDissolved,
  unitLevelChanged,
  unitRegistered,
} from '@app/unit';
import { BlockNotKnown, UnitNotKnown } from '../accountability.errors';
import { type ConsequenceFlag, GetFlags, GetFlagsHandler } from '../queries/get-flags.query';
import { accountability } from './accountability.projection';

const projection = accountability({ get: () => smallRuleset([]) });

/** Answers GetFlags after a history. */
const answering = <Answer>(
  history: readonly HistoryEvent[],
  question: (ask: (input: GetFlags['input']) => Promise<readonly ConsequenceFlag[]>) => Promise<Answer>,
  batch?: number,
) =>
  answerAfter(
    projection,
    history,
    ({ dataSource }) => {
      const handler = new GetFlagsHandler(dataSource, new ReadYourWrites(dataSource));
      return question(async (input) => (await handler.execute(new GetFlags(input))).flags);
    },
    batch,
  );
const flagsAfter = (history: readonly HistoryEvent[], input: GetFlags['input'] = {}, batch?: number) =>
  answering(history, (ask) => ask(input), batch);
const named = (flags: readonly ConsequenceFlag[]) => flags.map(({ year, unitId, kind }) => [year, unitId, kind]);

const last = publishedResults(2023, 'so', [
  ['u1', '92', 1, 'excellent'],
  ['u2', '70', 2, 'fair'],
  ['u3', '69', 3, 'fair'],
]);
const now = publishedResults(2024, 'so', [
  ['u1', '91', 1, 'excellent'],
  ['u3', '68', 2, 'fair'],
  ['u2', '66', 3, 'fair'],
]);
const complaint = inStream(
  'casework-2024.u2',
  caseReceived.of({
    caseId: 'c1',
    kind: 'complaint',
    unitId: 'u2',
    year: 2024,
    component: null,
    externalNumber: '1',
    channel: '1022',
    receivedOn: '2024-05-01',
    dueOn: '2024-05-15',
    asked: { dueOn: '2024-05-15' },
  }),
);
const outcome = inStream(
  'casework-2024.u2',
  caseClosed.of({
    caseId: 'c1',
    kind: 'complaint',
    unitId: 'u2',
    year: 2024,
    component: null,
    outcome: 'rejected',
    closedOn: '2024-06-01',
    reason: 'Không có căn cứ',
  }),
);

describe('the flags of a published year', () => {
  it.each([1, 2, 3])('come in pages of %d, each once and in the same order', (limit) =>
    answering([last, now], async (ask) => {
      const all = await ask({ superseded: true });
      const paged: ConsequenceFlag[] = [];
      for (let page = await ask({ superseded: true, limit }); page.length > 0;) {
        paged.push(...page);
        const { year, blockId, kind, unitId, since } = page.at(-1) as ConsequenceFlag;
        page = await ask({ superseded: true, limit, behind: [year, blockId, kind, unitId, since.position] });
      }
      expect(all.length).toBeGreaterThan(3);
      expect(paged).toEqual(all);
    }),
  );

  it('propose what the rules say, for each unit on its own grounds', async () => {
    const flags = await flagsAfter([last, now], { year: 2024 });
    expect(named(flags)).toEqual([
      [2024, 'u2', 'discipline-a'],
      [2024, 'u1', 'reward-candidate'],
    ]);
    expect(flags[0]).toMatchObject({ unitName: 'Sở u2', blockName: 'Khối so', pending: false, superseded: null });
    expect(flags[0]?.derivation.join(' ')).toContain('mục (A)');
    // Position 1 is the log's identity.
    expect(flags[0]?.eventIds).toEqual(expect.arrayContaining([eventIdAt(2), eventIdAt(3)]));
  });

  it('name no unit that ended within the year; where that is told late, what was proposed stays on record', async () => {
    const ends = (effectiveOn: string) =>
      inStream('unit-u2', unitDissolved.of({ unitId: 'u2', effectiveOn, decree: sampleDecree }));
    const of2024 = { unitId: 'u2', year: 2024, superseded: true };
    expect(await flagsAfter([last, ends('2024-08-01'), now], of2024)).toEqual([]);
    const [told, ...rest] = await flagsAfter([last, now, ends('2024-08-01')], of2024);
    expect([told?.kind, told?.superseded?.eventId, rest]).toEqual(['discipline-a', eventIdAt(4), []]);
    expect(named(await flagsAfter([last, now, ends('2024-08-01')], { year: 2024 }))).toEqual([
      [2024, 'u1', 'reward-candidate'],
    ]);
    const afterwards = await flagsAfter([last, ends('2025-01-01'), now], of2024);
    expect(named(afterwards)).toEqual([[2024, 'u2', 'discipline-a']]);
    expect(afterwards[0]?.caveats).toContain('Đơn vị đã kết thúc hoạt động từ 01/01/2025.');
  });

  it('say that data is lacking, not that the unit is clean, where last year is unknown', async () => {
    expect(named(await flagsAfter([now], { unitId: 'u2' }))).toEqual([[2024, 'u2', 'insufficient-data']]);
  });

  it('rest on imported results too, but imported years are not judged', async () => {
    const imported = importedResults(
      2023,
      'so',
      [
        ['u2', '70', 2, 'fair'],
        ['u1', null, null, 'fair'],
      ],
      3,
    );
    expect(named(await flagsAfter([imported, now], { unitId: 'u2' }))).toEqual([[2024, 'u2', 'discipline-a']]);
  });

  it('are pending while a complaint is open, and name it', async () => {
    const [flag] = await flagsAfter([last, complaint, now], { unitId: 'u2', year: 2024 });
    expect(flag).toMatchObject({ kind: 'discipline-a', pending: true });
    expect(flag?.eventIds).toContain(eventIdAt(3));
  });

  it('name who headed the unit', async () => {
    const stream = 'unit-u2';
    const office = { unitId: 'u2', office: 'head', personId: 'p1' } as const;
    const history = [
      inStream(stream, officeTaken.of({ ...office, personName: 'Ông A', from: '2020-01-01' })),
      inStream(stream, officeLeft.of({ ...office, until: '2024-06-14' })),
      inStream(stream, officeTaken.of({ ...office, personId: 'p2', personName: 'Bà B', from: '2024-06-15' })),
    ];
    const [flag] = await flagsAfter([...history, last, now], { unitId: 'u2', year: 2024 });
    expect(flag?.tenures).toMatchObject([
      { personName: 'Ông A', until: '2024-06-14' },
      { personName: 'Bà B', from: '2024-06-15', until: null },
    ]);
    expect(flag?.caveats.length).toBeGreaterThan(0);
  });

  it('follow a succession ruling to the predecessor, whatever comes first', async () => {
    const merged = inStream(
      'unit-u9',
      lineageRecorded.of({
        unitId: 'u9',
        kind: 'merged',
        predecessors: [
          { unitId: 'u2', share: '1' },
          { unitId: 'u7', share: '1' },
        ],
        effectiveOn: '2024-03-01',
        decree: sampleDecree,
      }),
    );
    const ruled = inStream(
      'unit-u9',
      successionRuled.of({ unitId: 'u9', year: 2024, predecessorId: 'u2', takesOver: null, reason: 'NQ 1' }),
    );
    const results = publishedResults(2024, 'so', [
      ['u1', '90', 1, 'excellent'],
      ['u5', '80', 2, 'good'],
      ['u9', '66', 3, 'fair'],
    ]);
    const without = await flagsAfter([merged, last, results], { unitId: 'u9' });
    expect(named(without)).toEqual([[2024, 'u9', 'insufficient-data']]);
    for (const history of [
      [merged, ruled, last, results],
      [merged, results, ruled, last],
    ]) {
      expect(named(await flagsAfter(history, { unitId: 'u9' }))).toEqual([[2024, 'u9', 'discipline-a']]);
    }
  });

  it('know that the block was skipped last year', async () => {
    const skipped = inStream('period-2023', blockSkipped.of({ year: 2023, blockId: 'so', reason: 'Sắp xếp' }));
    const [flag] = await flagsAfter([now, skipped], { unitId: 'u2' });
    expect(flag?.derivation.join(' ')).toContain('không được đánh giá năm 2023');
  });
});

describe('a flag that is judged again', () => {
  it.each([1, 1000])('stays on record with what ended it (batches of %i)', async (batch) => {
    const flags = await flagsAfter(
      [now, complaint, last, outcome],
      { unitId: 'u2', year: 2024, superseded: true },
      batch,
    );
    expect(
      flags.map(({ kind, pending, since, superseded }) => [kind, pending, since.position, superseded?.position]),
    ).toEqual([
      ['discipline-a', true, '4', '5'],
      ['discipline-a', false, '5', undefined],
      ['insufficient-data', false, '2', '3'],
      ['insufficient-data', true, '3', '4'],
    ]);
    expect(flags[0]?.superseded?.eventId).toBe(eventIdAt(5));
  });

  it('is not answered unless asked for', async () => {
    expect(named(await flagsAfter([now, last], { unitId: 'u2', year: 2024 }))).toEqual([[2024, 'u2', 'discipline-a']]);
  });

  it('gives way when the results are published again', async () => {
    const again = publishedResults(2024, 'so', [
      ['u1', '91', 1, 'excellent'],
      ['u2', '82', 2, 'good'],
      ['u3', '68', 3, 'fair'],
    ]);
    expect(named(await flagsAfter([last, now, again], { unitId: 'u2' }))).not.toContainEqual([
      2024,
      'u2',
      'discipline-a',
    ]);
    const superseded = await flagsAfter([last, now, again], { unitId: 'u2', superseded: true });
    expect(superseded.find(({ kind }) => kind === 'discipline-a')?.superseded?.eventId).toBe(eventIdAt(4));
  });
});

/** u2 was in a better class. */
const corrected = correctedTo(last, [
  ['u1', '92', 1, 'excellent'],
  ['u2', '81', 2, 'good'],
  ['u3', '69', 3, 'fair'],
]);

describe('a correction', () => {
  it.each([1, 1000])(
    'judges its year and the next anew; what was proposed stays on record (batches of %i)',
    async (batch) => {
      const input = { unitId: 'u2', superseded: true };
      const flags = await flagsAfter([last, now, corrected], input, batch);
      const proposed = flags.map(({ year, kind, since, superseded }) => [
        year,
        kind,
        since.position,
        superseded?.position,
      ]);
      expect(proposed).toContainEqual([2024, 'discipline-a', '3', '4']);
      expect(
        proposed.filter(([, , , ended]) => ended === undefined).map(([year, kind]) => [year, kind]),
      ).not.toContainEqual([2024, 'discipline-a']);
      const before = await flagsAfter([last], { unitId: 'u2', year: 2023 });
      const after = await flagsAfter([last, corrected], { unitId: 'u2', year: 2023 });
      expect(named(after)).not.toEqual(named(before));
    },
  );

  it('that leaves the unit as it was leaves the proposal standing', async () => {
    const same = correctedTo(last, [
      ['u1', '92', 1, 'excellent'],
      ['u2', '70', 2, 'fair'],
      ['u3', '60', 3, 'average'],
    ]);
    const [flag] = await flagsAfter([last, now, same], { unitId: 'u2', year: 2024 });
    expect(flag).toMatchObject({ kind: 'discipline-a' });
  });
});

const grounds = { reason: 'Nhập nhầm (mẫu)', documentNumber: '12/CV-MẪU' };

describe('what the register was told wrongly', () => {
  /** u2 falls by one place a year. */
  const years = [2023, 2024, 2025].map((year, place) => {
    const others = ['u1', 'u3'];
    const order = [...others.slice(0, place), 'u2', ...others.slice(place)];
    return publishedResults(
      year,
      'so',
      order.map((unitId, index) => [unitId, `${79 - index}`, index + 1, 'fair']),
    );
  });
  const office = { unitId: 'u2', office: 'head' } as const;
  const tenure = (personId: string, from: string, until: string | null) => {
    return { personId, personName: `Ông ${personId}`, from, until };
  };
  const heads = [
    officeTaken.of({ ...office, personId: 'p1', personName: 'Ông p1', from: '2020-01-01' }),
    officeLeft.of({ ...office, personId: 'p1', until: '2024-06-14' }),
    officeTaken.of({ ...office, personId: 'p2', personName: 'Ông p2', from: '2024-06-15' }),
  ].map((event) => inStream('unit-u2', event));
  const told = [...heads, ...years];
  const corrected = (personId: string, from: string, right: ReturnType<typeof tenure> | null) =>
    inStream('unit-u2', tenureCorrected.of({ ...office, personId, from, corrected: right, ...grounds }));
  const ofU2 = { unitId: 'u2', superseded: true };
  const headsIn = (flags: readonly ConsequenceFlag[], year: number) =>
    flags
      .filter((flag) => flag.year === year && flag.superseded === null)
      .map(({ kind, tenures }) => [kind, tenures.map(({ personId, from, until }) => [personId, from, until])]);

  it.each([1, 1000])('of a tenure is judged anew, for its year and the next (batches of %i)', async (batch) => {
    // Not the director of all those years, but somebody who left before them.
    const correction = corrected('p1', '2020-01-01', tenure('p1', '2020-01-01', '2022-12-31'));
    const before = await flagsAfter(told, ofU2, batch);
    const p1 = ['p1', '2020-01-01', '2024-06-14'];
    const p2 = ['p2', '2024-06-15', null];
    for (const year of [2024, 2025]) expect(headsIn(before, year)).toEqual([['discipline-a', [p1, p2]]]);
    const after = await flagsAfter([...told, correction], ofU2, batch);
    for (const year of [2024, 2025]) expect(headsIn(after, year)).toEqual([['discipline-a', [p2]]]);
    const ended = after.filter(({ superseded }) => superseded?.eventId === eventIdAt(told.length + 2));
    expect(named(ended)).toEqual([
      [2025, 'u2', 'discipline-a'],
      [2024, 'u2', 'discipline-a'],
      [2023, 'u2', 'insufficient-data'],
    ]);
    const [flag] = after.filter(({ year, superseded }) => year === 2024 && superseded === null);
    expect(flag?.caveats.join(' ')).toContain('Chưa ghi nhận người đứng đầu từ 01/01/2023');
  });

  it('of a tenure shows as it was told, as of a moment before its correction', async () => {
    const history = [...told, corrected('p1', '2020-01-01', tenure('p9', '2020-01-01', '2024-06-14'))];
    const then = await flagsAfter(history, { unitId: 'u2', asOf: { position: BigInt(told.length + 1) } });
    expect(then).toEqual(await flagsAfter(told, { unitId: 'u2' }));
    const present = await flagsAfter(history, { unitId: 'u2' });
    expect(headsIn(present, 2024)[0]?.[1]).toContainEqual(['p9', '2020-01-01', '2024-06-14']);
    expect(headsIn(present, 2024)[0]?.[1]).not.toContainEqual(['p1', '2020-01-01', '2024-06-14']);
  });

  it('of a tenure that never was names nobody, until somebody else is recorded', async () => {
    const nobody = corrected('p2', '2024-06-15', null);
    expect(headsIn(await flagsAfter([...told, nobody], ofU2), 2025)).toEqual([
      ['discipline-a', [['p1', '2020-01-01', '2024-06-14']]],
    ]);
    const instead = inStream(
      'unit-u2',
      officeTaken.of({ ...office, personId: 'p3', personName: 'Ông p3', from: '2024-07-01' }),
    );
    const left = inStream('unit-u2', officeLeft.of({ ...office, personId: 'p3', until: '2025-02-28' }));
    expect(headsIn(await flagsAfter([...told, nobody, instead, left], ofU2), 2025)[0]?.[1]).toEqual([
      ['p1', '2020-01-01', '2024-06-14'],
      ['p3', '2024-07-01', '2025-02-28'],
    ]);
  });

  const withdrawn = (unitId: string, position: number, change: UnitChange) =>
    inStream(
      `unit-${unitId}`,
      changeWithdrawn.of({ unitId, eventId: eventIdAt(position), name: 'Sở (mẫu)', ...change, ...grounds }),
    );
  const effectiveOn = '2024-05-01';
  const level = { unitId: 'u2', type: 'district', parentId: null, effectiveOn, decree: sampleDecree } as const;
  const transfer = {
    ...({ unitId: 'u7', kind: 'partial-transfer', effectiveOn, decree: sampleDecree } as const),
    predecessors: [{ unitId: 'u2', share: '1/10' }],
  };
  it.each<[string, HistoryEvent, string | undefined, UnitChange, string]>([
    [
      'another level',
      inStream('unit-u2', unitLevelChanged.of(level)),
      'insufficient-data',
      { kind: 'level-change', effectiveOn, predecessorIds: [] },
      'u2',
    ],
    [
      'a part of it that passed to another unit',
      inStream('unit-u7', lineageRecorded.of(transfer)),
      'insufficient-data',
      { kind: 'partial-transfer', effectiveOn, predecessorIds: ['u2'] },
      'u7',
    ],
    [
      'its end',
      inStream('unit-u2', unitDissolved.of({ unitId: 'u2', effectiveOn, decree: sampleDecree })),
      undefined,
      { kind: 'dissolution', effectiveOn, predecessorIds: [] },
      'u2',
    ],
  ])('of a unit does not count any more once it was withdrawn: %s', async (_, change, meanwhile, what, unitId) => {
    const of2024 = { unitId: 'u2', year: 2024 };
    const history = [last, now, change];
    const back = withdrawn(unitId, 4, what);
    const kinds = async (...events: HistoryEvent[]) => (await flagsAfter(events, of2024)).map(({ kind }) => kind);
    expect(await kinds(last, now)).toEqual(['discipline-a']);
    expect(await kinds(...history)).toEqual(meanwhile === undefined ? [] : [meanwhile]);
    expect(await kinds(...history, back)).toEqual(['discipline-a']);
    const then = await flagsAfter([...history, back], { ...of2024, asOf: { position: 4n } });
    expect(then).toEqual(await flagsAfter(history, of2024));
  });
});

describe('flags as of a moment', () => {
  it('are those that stood then, and know nothing of what ended them', async () => {
    const at = (asOf: Moment, superseded = false) =>
      flagsAfter([now, complaint, last, outcome], { unitId: 'u2', year: 2024, superseded, asOf });
    const words = (flags: readonly ConsequenceFlag[]) =>
      flags.map(({ kind, pending, superseded }) => [kind, pending, superseded?.position]);
    expect(words(await at({ position: 1n }))).toEqual([]);
    expect(words(await at({ position: 2n }))).toEqual([['insufficient-data', false, undefined]]);
    expect(words(await at({ position: 3n }))).toEqual([['insufficient-data', true, undefined]]);
    expect(words(await at({ position: 3n }, true))).toEqual([
      ['insufficient-data', false, '3'],
      ['insufficient-data', true, undefined],
    ]);
    expect(words(await at({ position: 5n }))).toEqual([['discipline-a', false, undefined]]);
  });

  it('may be asked for an instant', async () => {
    const at = (instant: string) => flagsAfter([last, now], { unitId: 'u2', year: 2024, asOf: { instant } });
    expect(named(await at('2025-01-31T23:59:59.999Z'))).toEqual([]);
    expect(named(await at('2025-02-01T00:00:00.000Z'))).toEqual([[2024, 'u2', 'discipline-a']]);
  });
});

describe('the projection', () => {
  const everything = [
    now,
    complaint,
    last,
    outcome,
    corrected,
    importedResults(2022, 'so', [['u2', '75', 1, 'fair']], 3),
    inStream(
      'unit-u2',
      tenureCorrected.of({
        ...{ unitId: 'u2', office: 'head', personId: 'p1', from: '2020-01-01' },
        corrected: { personId: 'p2', personName: 'Bà B', from: '2020-01-01', until: null },
        ...grounds,
      }),
    ),
    inStream(
      'unit-u2',
      changeWithdrawn.of({
        ...{ unitId: 'u2', kind: 'dissolution', effectiveOn: '2024-12-01', predecessorIds: [] },
        ...{ eventId: eventIdAt(99), name: 'Sở u2', ...grounds },
      }),
    ),
  ];

  it('is the same however the log is cut', () =>
    projectionSpec(projection)
      .given(...everything)
      .thenAnyBatchSizeGivesTheSame());

  it('is unchanged when the same history is delivered twice', () =>
    projectionSpec(projection)
      .given(...everything)
      .thenReplayingChangesNothing());
});

describe('a question about nobody', () => {
  const registered = inStream(
    'unit-u9',
    unitRegistered.of({
      unitId: 'u9',
      name: 'Sở Mới',
      type: 'department',
      parentId: null,
      officialCode: null,
      registeredOn: '2024-01-01',
    }),
  );
  const defined = inStream('block-quan', blockDefined.of({ blockId: 'quan', name: 'Khối quận' }));
  const opened = inStream(
    'period-2025',
    periodOpened.of({
      year: 2025,
      submitBy: '2025-12-31T17:00:00.000Z',
      appraiseBy: '2026-02-28T17:00:00.000Z',
      asked: { submitBy: '2025-12-31T17:00:00.000Z', appraiseBy: '2026-02-28T17:00:00.000Z' },
      blocks: [{ blockId: 'huyen', ruleset: { id: 'small', version: 1, sha256: '0'.repeat(64) } }],
    }),
  );
  const log = [registered, defined, opened, last, now];

  it('is refused: that nothing is proposed for an unknown unit or block would be a false all-clear', async () => {
    await expect(flagsAfter(log, { unitId: 'khongcodau' })).rejects.toThrow(UnitNotKnown);
    await expect(flagsAfter(log, { blockId: 'khong_co' })).rejects.toThrow(BlockNotKnown);
    await expect(flagsAfter([], { unitId: 'u9' })).rejects.toThrow(UnitNotKnown);
  });

  it('is not one about a unit or block that is registered, has rules, or is named in results', async () => {
    expect(await flagsAfter(log, { unitId: 'u9' })).toEqual([]);
    for (const blockId of ['quan', 'huyen']) expect(await flagsAfter(log, { blockId })).toEqual([]);
    expect(await flagsAfter(log, { blockId: 'so', unitId: 'u2', year: 2024 })).toHaveLength(1);
  });
});
