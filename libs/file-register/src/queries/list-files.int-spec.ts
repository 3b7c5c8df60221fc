import { ReadYourWrites } from '@app/read-store';
import {
  announcedAs,
  type HistoryEvent,
  inStream,
  logOf,
  ProjectionLab,
  publishedResults,
  sampleDecree,
  ScoreHistory,
} from '@app/testing';
import { changeWithdrawn, type UnitChange, unitDissolved, unitRenamed } from '@app/unit';
import { anyRules, frame } from '../../test/files';
import { BlockNotKnown } from '../file-register.errors';
import { fileRegister } from '../projections/file-register.projection';
import { type FilesAsked, type ListedFiles, ListFiles, ListFilesHandler } from './list-files.query';

type Asked = Partial<FilesAsked>;

/** Files of 2024 can still be submitted, and cannot any more; nor appraised. */
const [now, late, over] = ['2024-12-05T00:00:00.000Z', '2025-01-05T00:00:00.000Z', '2025-03-05T00:00:00.000Z'];

/** One database for all histories: making one is most of their price. */
let lab: ProjectionLab;
let shown: readonly HistoryEvent[] | undefined;
beforeAll(async () => {
  lab = await ProjectionLab.open(fileRegister(anyRules), await logOf([]));
});
afterAll(() => lab.close());

/** Answers to several questions after a history. */
async function asked<Answer>(
  history: readonly HistoryEvent[],
  questions: (ask: (input?: Asked) => Promise<ListedFiles>) => Promise<Answer>,
): Promise<Answer> {
  if (shown !== history) await lab.beginWith(await logOf(history));
  shown = history;
  await lab.catchUp();
  const handler = new ListFilesHandler(lab.dataSource, new ReadYourWrites(lab.dataSource));
  return questions((input = {}) =>
    handler.execute(new ListFiles({ year: 2024, now, within: null, limit: 50, ...input })),
  );
}

const declaring = (unitId: string, blockId = 'so') => new ScoreHistory(unitId, 2024).opened(blockId);
const submitted = (unitId: string) =>
  declaring(unitId).declared('1', '1').declared('2', '1').approvalRequested().submitted();
const names = [
  ['a', 'Sở Đo đạc'],
  ['b', 'Sở Dân tộc'],
  ['c', 'Sở Ân Mẫu'],
  ['d', 'Sở An Mẫu'],
  ['e', 'Huyện Ấm'],
] as const;
const [byA, byB, byC, byD, byE] = [
  submitted('a').confirmed('1', '1').fieldClosed('F1', ['1']),
  submitted('b').asked('gt_1', '2'),
  declaring('c').declared('1', '1').declared('2', '1').approvalRequested(),
  declaring('d'),
  declaring('e', 'huyen'),
];
const files = [byA, byB, byC, byD, byE].flatMap(({ events }): HistoryEvent[] => events);
const history = [...frame(...names), ...files];
const unitsIn = ({ files: found }: ListedFiles) => found.map(({ unitId }) => unitId);

describe('the list of files', () => {
  it('goes by names in the order of the Vietnamese alphabet, and counts how they stand', async () => {
    const found = await asked(history, (ask) => ask());
    expect(unitsIn(found)).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect(found).toMatchObject({ year: 2024, total: 5, asOf: String(history.length + 1) });
    expect(found.byState).toEqual([
      { state: 'awaiting-approval', files: 1 },
      { state: 'declaring', files: 2 },
      { state: 'submitted', files: 2 },
    ]);
  });

  it('says of each how it stands since when, until when, and whose turn it is', async () => {
    const [found] = (await asked(history, (ask) => ask({ q: 'đo đạc' }))).files;
    const ends = { submitBy: '2024-12-31T17:00:00.000Z', appraiseBy: '2025-02-28T17:00:00.000Z' };
    expect(found).toEqual({
      ...{ unitId: 'a', unitName: 'Sở Đo đạc', year: 2024, blockId: 'so', blockName: 'Khối sở', state: 'submitted' },
      ...{ results: 'open', ...ends, halted: false },
      // It was submitted by its fifth event; what was said of it since left it submitted.
      since: { position: String(frame(...names).length + 1 + 5), at: '2024-01-01T00:00:00.000Z' },
      waits: [
        {
          ...{ by: 'appraiser', what: 'appraisal', field: 'F1', leadAgency: 'Sở Tư pháp', component: null, id: null },
          until: ends.appraiseBy,
        },
      ],
    });
  });

  it.each<[string, Asked, readonly string[]]>([
    ['state', { state: 'declaring' }, ['e', 'd']],
    ['block', { blockId: 'huyen' }, ['e']],
    ['who has not submitted, in a block', { blockId: 'so', state: 'declaring' }, ['d']],
    ['whose turn it is', { by: 'unit-head' }, ['c']],
    ['whose turn it is, of several', { by: 'unit-officer' }, ['e', 'd', 'b']],
    ['whose turn it is once the units are late', { by: 'administrator-of-units', now: late }, ['e', 'd', 'c']],
    ['whose appraisal is late', { by: 'administrator-of-units', now: over }, ['b', 'a']],
    ['field of what is late', { field: 'F1', now: over }, ['b', 'a']],
    ['lead agency of what is late', { leadAgency: ['Sở Nội vụ'], now: over }, ['b']],
    ['lead agency, by any of its names', { leadAgency: ['Sở Nội chính', 'Sở Nội vụ'] }, ['b']],
    ['the other one', { leadAgency: ['Sở Tư pháp'] }, ['b', 'a']],
    ['field', { field: 'F1' }, ['b', 'a']],
    ['field that is none', { field: 'F9' }, []],
    ['one thing that is all of it at once', { by: 'unit-officer', leadAgency: ['Sở Tư pháp'] }, []],
    ['name, without diacritics', { q: 'an mau' }, ['d', 'c']],
    ['name, with them', { q: 'ĐO' }, ['a']],
    ['the blocks that somebody’s right reaches', { within: ['huyen'] }, ['e']],
    ['blocks of which there is nothing', { within: ['khac'] }, []],
  ])('is told by %s', async (_, filter, expected) => {
    const found = await asked(history, (ask) => ask(filter));
    expect(unitsIn(found)).toEqual(expected);
    expect(found.total).toBe(expected.length);
  });

  it('waits for an answer until its instant is reached', async () => {
    const [before, after] = await asked(history, async (ask) => [
      await ask({ q: 'dân tộc', now: '2025-01-31T09:59:59.999Z' }),
      await ask({ q: 'dân tộc', now: '2025-01-31T10:00:00.000Z' }),
    ]);
    const whats = ({ files: [found] }: ListedFiles) => found?.waits.map(({ what }) => what);
    expect([whats(before), whats(after)]).toEqual([
      ['appraisal', 'appraisal', 'explanation'],
      ['appraisal', 'appraisal'],
    ]);
  });

  it('waits, when the time of the unit is over, for longer time, and nobody else', async () => {
    const waiting = async (ask: (input?: Asked) => Promise<ListedFiles>, at: string) => [
      unitsIn(await ask({ by: 'unit-officer', state: 'declaring', now: at })),
      unitsIn(await ask({ by: 'administrator-of-units', now: at })),
    ];
    const turns = await asked(history, async (ask) => [
      await waiting(ask, '2024-12-31T16:59:59.999Z'),
      await waiting(ask, '2024-12-31T17:00:00.000Z'),
      await waiting(ask, '2025-02-28T17:00:00.000Z'),
    ]);
    expect(turns).toEqual([
      [['e', 'd'], []],
      [[], ['e', 'd', 'c']],
      [[], ['b', 'a']],
    ]);
  });

  it('of a block that nobody defined is refused', async () => {
    await expect(asked(history, (ask) => ask({ blockId: 'khong_co' }))).rejects.toThrow(BlockNotKnown);
  });

  it('says which file a faulty event stopped: of its own stream, not of its cases', async () => {
    const lost = ['assessment-2024.a', 'casework-2024.b'].map((stream) => inStream(stream, { type: 'Lost', data: {} }));
    const found = await asked([...history, ...lost], (ask) => ask());
    expect(found.files.filter(({ halted }) => halted).map(({ unitId }) => unitId)).toEqual(['a']);
  });

  it('of another year is another', async () => {
    expect(await asked(history, (ask) => ask({ year: 2023 }))).toMatchObject({ total: 0, byState: [], files: [] });
  });
});

describe('what others record', () => {
  const published = publishedResults(2024, 'so', [['a', '91', 1, 'excellent']]);
  const stateOf = async (events: readonly HistoryEvent[], unitId: string, input: Asked = {}) => {
    const found = (await asked([...history, ...events], (ask) => ask(input))).files.find(
      (file) => file.unitId === unitId,
    );
    return [found?.state, found?.results, found?.waits.map(({ by }) => by)];
  };

  it('is seen in the file: provisional results, objections, official results', async () => {
    const objected = new ScoreHistory('a', 2024).caseReceived('kd_1', 'score-objection', '2').events;
    const closed = new ScoreHistory('a', 2024).caseClosed('kd_1', 'score-objection', 'upheld', '2').events;
    expect(await stateOf([announcedAs(published)], 'a')).toEqual(['submitted', 'provisional', ['appraiser']]);
    expect(await stateOf([announcedAs(published), ...objected], 'a')).toEqual([
      'submitted',
      'provisional',
      ['appraiser', 'case-handler'],
    ]);
    expect(await stateOf([...objected, ...closed], 'a')).toEqual(['submitted', 'open', ['appraiser']]);
    expect(await stateOf([announcedAs(published), ...objected, published], 'a')).toEqual([
      'submitted',
      'official',
      ['case-handler'],
    ]);
    expect(await stateOf([announcedAs(published), published], 'e')).toEqual(['declaring', 'open', ['unit-officer']]);
  });

  it('is no matter of its list: what others hold against the unit', async () => {
    const complained = new ScoreHistory('a', 2024).caseReceived('kn_1', 'complaint').events;
    expect(await stateOf(complained, 'a')).toEqual(['submitted', 'open', ['appraiser']]);
  });

  it.each<[string, string, string]>([
    ['2024-12-31', '2024-12-30T17:00:00.000Z', 'ended'],
    ['2024-12-31', '2024-12-30T16:59:59.999Z', 'declaring'],
    ['2025-01-01', '2024-12-31T16:59:59.999Z', 'declaring'],
  ])('is the end of its unit, on %s seen at %s: %s', async (effectiveOn, at, state) => {
    const ended = inStream('unit-d', unitDissolved.of({ unitId: 'd', effectiveOn, decree: sampleDecree }));
    const waits = state === 'ended' ? [] : ['unit-officer'];
    expect(await stateOf([ended], 'd', { now: at })).toEqual([state, 'open', waits]);
  });

  it('never ends a file whose unit lived through the year', async () => {
    const ended = inStream(
      'unit-d',
      unitDissolved.of({ unitId: 'd', effectiveOn: '2025-01-01', decree: sampleDecree }),
    );
    const waits = ['administrator-of-units'];
    expect(await stateOf([ended], 'd', { now: late })).toEqual(['declaring', 'open', waits]);
  });

  it.each([
    ['that day began', undefined, '2024-06-30T17:00:00.000Z'],
    ['it was recorded, if later', '2024-08-01T02:00:00.000Z', '2024-08-01T02:00:00.000Z'],
  ])('has it stand there since %s', async (_, recordedAt, at) => {
    const end = unitDissolved.of({ unitId: 'd', effectiveOn: '2024-07-01', decree: sampleDecree });
    const events = [...history, inStream('unit-d', end, recordedAt)];
    const [found] = (await asked(events, (ask) => ask({ state: 'ended' }))).files;
    expect(found).toMatchObject({ unitId: 'd', since: { position: String(events.length + 1), at } });
  });

  it('is until when an objection is to be answered, and that it was', async () => {
    const untilOf = async (cases: ScoreHistory, input: Asked = {}) => {
      const found = await asked([...history, ...cases.events], (ask) => ask({ q: 'đo đạc', ...input }));
      return found.files[0]?.waits.filter(({ what }) => what === 'objection').map(({ until }) => until);
    };
    const objected = () => new ScoreHistory('a', 2024).caseReceived('kd_1', 'score-objection', '2');
    const answerBy = '2024-03-15T17:00:00.000Z';
    expect(await untilOf(objected())).toEqual([answerBy]);
    const answered = objected().caseAnswered('kd_1', 'score-objection');
    expect(await untilOf(answered)).toEqual([null]);
    const before = BigInt(history.length + 2);
    expect(await untilOf(answered, { asOf: { position: before } })).toEqual([answerBy]);
    expect(await untilOf(answered.caseClosed('kd_1', 'score-objection', 'upheld', '2'))).toEqual([]);
  });
});

describe('a change that was withdrawn', () => {
  const withdrawn = (change: UnitChange) =>
    inStream(
      'unit-d',
      changeWithdrawn.of({
        ...{ unitId: 'd', eventId: 'e', name: 'Sở An Mẫu', ...change },
        ...{ reason: 'Ghi nhầm (mẫu)', documentNumber: '12/CV-MẪU' },
      }),
    );
  const effectiveOn = '2024-06-01';
  const ended = inStream('unit-d', unitDissolved.of({ unitId: 'd', effectiveOn, decree: sampleDecree }));
  const renamed = inStream('unit-d', unitRenamed.of({ unitId: 'd', name: 'Sở Xa', effectiveOn, decree: sampleDecree }));
  const told = [
    ...[...history, ended, renamed],
    ...(['dissolution', 'renaming'] as const).map((kind) => withdrawn({ kind, effectiveOn, predecessorIds: [] })),
  ];

  it('does not show, but as of a moment before', async () => {
    const last = BigInt(told.length + 1);
    const own = ({ files: found }: ListedFiles) => {
      const file = found.find(({ unitId }) => unitId === 'd');
      return [file?.state, file?.unitName];
    };
    const seen = await asked(told, async (ask) => {
      const then = async (position: bigint) => own(await ask({ asOf: { position } }));
      return [own(await ask()), await then(last - 1n), await then(last - 2n)];
    });
    expect(seen).toEqual([
      ['declaring', 'Sở An Mẫu'],
      ['declaring', 'Sở Xa'],
      ['ended', 'Sở Xa'],
    ]);
  });
});

describe('at an earlier moment', () => {
  const moved = [...byD.declared('1', '1').declared('2', '1').approvalRequested().events.slice(-1)];
  const renamed = inStream(
    'unit-d',
    unitRenamed.of({ unitId: 'd', name: 'Sở Xa', effectiveOn: '2025-01-02', decree: sampleDecree }),
  );
  const later = [
    ...history,
    ...moved.map((event): HistoryEvent => ({ ...event, recordedAt: '2024-06-01T00:00:00.000Z' })),
    renamed,
  ];
  const before = BigInt(history.length + 1);

  it('it was what was known then, by position and by instant', async () => {
    const [then, byInstant, present] = await asked(later, async (ask) => [
      await ask({ asOf: { position: before } }),
      await ask({ asOf: { instant: '2024-05-31T23:59:59.999Z' } }),
      await ask(),
    ]);
    const own = ({ files: found }: ListedFiles) => found.find(({ unitId }) => unitId === 'd');
    expect(own(then)).toMatchObject({ unitName: 'Sở An Mẫu', state: 'declaring' });
    expect(own(byInstant)).toMatchObject({ unitName: 'Sở Xa', state: 'declaring' });
    expect(own(present)).toMatchObject({ unitName: 'Sở Xa', state: 'awaiting-approval' });
    expect([then.asOf, byInstant.asOf]).toEqual([String(before), '2024-05-31T23:59:59.999Z']);
  });

  it('a file was none before it was opened', async () => {
    const none = await asked(history, (ask) => ask({ asOf: { position: 3n } }));
    expect(none).toMatchObject({ total: 0, files: [] });
  });

  it.each([1, 2, 3])('pages of %d go on as they began, whoever is renamed or goes on meanwhile', async (limit) => {
    const paged = await asked(later, async (ask) => {
      const all: string[] = [];
      for (let behind: string | undefined; ;) {
        const page = await ask({ limit, behind, asOf: { position: before } });
        if (page.files.length === 0) return all;
        all.push(...unitsIn(page));
        behind = all.at(-1);
      }
    });
    expect(paged).toEqual(['e', 'd', 'c', 'b', 'a']);
  });
});
