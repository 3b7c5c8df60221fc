import type { ConsequenceRules } from '@app/ruleset';
import { smallConsequenceRules } from '@app/testing';
import { consequencesOf } from './consequences';
import type { ConsequenceInput, Flag, FlagKind, Tenure, YearResult } from './consequence-types';

const result = (given: Partial<YearResult> = {}): YearResult => ({
  year: 2024,
  blockId: 'so',
  unitId: 'x',
  grade: 'fair',
  className: null,
  rank: 5,
  n: 6,
  tied: false,
  state: 'ranked',
  eventId: `results-${given.year ?? 2024}`,
  ...given,
});

/** A block of six: five others and the unit, ranks as given. */
const blockWith = (own: YearResult, others: readonly (readonly [number, YearResult['grade']])[] = defaultOthers) => [
  ...others.map(([rank, grade], index) => result({ unitId: `o${index}`, rank, grade, n: own.n })),
  own,
];
const defaultOthers = [1, 2, 3, 4, 6].map((rank) => [rank, 'good'] as const);

const input = (own: Partial<YearResult>, given: Partial<ConsequenceInput> = {}): ConsequenceInput => ({
  year: 2024,
  blockId: 'so',
  unitId: 'x',
  rules: smallConsequenceRules,
  block: blockWith(result(own)),
  previous: result({ year: 2023, rank: 4 }),
  beforePrevious: null,
  blockSkippedLastYear: false,
  lineage: null,
  ruling: null,
  openCases: [],
  tenures: [head('Nguyễn Văn An', '2020-01-01')],
  endedOn: null,
  ...given,
});
const head = (personName: string, from: string, until: string | null = null): Tenure => ({
  office: 'head',
  personId: personName,
  personName,
  from,
  until,
});

const kinds = (flags: readonly Flag[]): FlagKind[] => flags.map(({ kind }) => kind);
const flag = (kind: FlagKind, given: ConsequenceInput): Flag => {
  const found = consequencesOf(given).find((one) => one.kind === kind);
  if (!found) throw new Error(`No ${kind}, but ${kinds(consequencesOf(given)).join()}`);
  return found;
};
const readingBothYears: ConsequenceRules = {
  ...smallConsequenceRules,
  disciplineA: { ...smallConsequenceRules.disciplineA, rankDrop: 'both-years' },
};

describe('reward', () => {
  const good = { grade: 'good' } as const;
  const ranked = (own: Partial<YearResult>, others: readonly (readonly [number, YearResult['grade']])[]) =>
    kinds(consequencesOf(input({}, { block: blockWith(result({ ...good, ...own }), others) })));

  it('proposes units of class "Tốt" within a third of the block', () => {
    expect(kinds(consequencesOf(input({ ...good, rank: 1 }, {})))).toContain('reward-candidate');
    const { derivation, eventIds } = flag('reward-candidate', input({ ...good, rank: 5, n: 6 }, { block: three(2) }));
    expect(derivation).toEqual([
      'Bộ tiêu chí thử, mục khen thưởng: khen thưởng đơn vị xếp loại “Tốt” trở lên, trong số suất của Khối.',
      'Năm 2024: xếp loại “Tốt”, hạng 2/6.',
      '1/3 của 6 đơn vị là 2 suất (làm tròn xuống); 1 đơn vị xếp trên, 1 đơn vị ở hạng 2.',
      'Đề xuất xem xét khen thưởng đơn vị, người đứng đầu và cấp phó phụ trách cải cách hành chính.',
    ]);
    expect(eventIds).toEqual(['results-2024']);
  });
  const three = (rank: number) =>
    blockWith(
      result({ ...good, rank }),
      [1, 2, 3, 4, 5, 6].filter((other) => other !== rank).map((other) => [other, 'good'] as const),
    );

  it('names those beyond the quota', () => {
    expect(kinds(consequencesOf(input({}, { block: three(3) })))).toEqual(['beyond-quota']);
  });

  it('proposes nobody below "Tốt", however high the rank, and nobody at all where no unit is "Tốt"', () => {
    expect(
      ranked(
        { grade: 'fair', rank: 1 },
        [2, 3, 4, 5, 6].map((rank) => [rank, 'fair']),
      ),
    ).toEqual([]);
  });

  it('leaves a tie across the cut line to people', () => {
    const tied: [number, 'good'][] = [
      [1, 'good'],
      [2, 'good'],
      [4, 'good'],
      [5, 'good'],
      [6, 'good'],
    ];
    expect(ranked({ rank: 2, tied: true }, tied)).toEqual(['needs-human-decision']);
    expect(
      ranked({ rank: 1, tied: true }, [
        [1, 'good'],
        [3, 'good'],
        [4, 'good'],
        [5, 'good'],
        [6, 'good'],
      ]),
    ).toEqual(['reward-candidate']);
    expect(
      ranked(
        { rank: 1, tied: true },
        Array.from({ length: 5 }, () => [1, 'good'] as const),
      ),
    ).toEqual(['needs-human-decision']);
  });

  it('counts places by units, so that dense ranks 1, 2, 3, 3, 4, 4, 5 do not widen the list', () => {
    const dense = [1, 2, 3, 3, 4, 4].map((rank) => [rank, 'good'] as const);
    const of = (rank: number) =>
      ranked({ rank, n: 7 }, [
        ...dense.filter((_, index) => index !== dense.findIndex(([r]) => r === rank)),
        [5, 'good'],
      ]);
    expect([of(1), of(2), of(3), of(4)]).toEqual([
      ['reward-candidate'],
      ['reward-candidate'],
      ['beyond-quota'],
      ['beyond-quota'],
    ]);
  });

  it('has no place in a block of one or two', () => {
    expect(ranked({ rank: 1, n: 1 }, [])).toEqual(['beyond-quota']);
    expect(ranked({ rank: 1, n: 2 }, [[2, 'good']])).toEqual(['beyond-quota']);
  });

  it('draws no quota from a list that is only partly published', () => {
    const partly = input({ ...good }, { block: blockWith(result({ ...good, n: 22 })) });
    expect(flag('insufficient-data', partly).derivation[1]).toBe(
      'Xét khen thưởng: chưa đủ dữ liệu, mới có hạng của 6 trên 22 đơn vị trong Khối năm 2024.',
    );
  });

  it('leaves a rank that ordinal ranking could not tell apart to people', () => {
    expect(kinds(consequencesOf(input({ scheme: 'ordinal', tied: true, rank: 3, grade: 'good' })))).toContain(
      'needs-human-decision',
    );
  });
});

describe('discipline (A): two consecutive years at "Khá" or lower and a fall in rank', () => {
  it('is proposed, with every figure it rests on', () => {
    const found = flag('discipline-a', input({}));
    expect(found.derivation).toEqual([
      'Bộ tiêu chí thử, mục (A): xem xét xử lý khi hai năm liên tiếp xếp loại “Khá” trở xuống và tụt hạng trong Khối.',
      'Năm 2023: xếp loại “Khá”.',
      'Năm 2024: xếp loại “Khá”.',
      'Tụt 1 hạng trong Khối: từ hạng 4/6 năm 2023 sang hạng 5/6 năm 2024.',
      'Đề xuất xem xét trách nhiệm người đứng đầu theo quy tắc (A); cấp có thẩm quyền quyết định.',
    ]);
    expect(found.eventIds).toEqual(['results-2023', 'results-2024']);
  });

  it('is not proposed when the rank stayed or rose, or either year was better than "Khá"', () => {
    expect(consequencesOf(input({}, { previous: result({ year: 2023, rank: 5 }) }))).toEqual([]);
    expect(consequencesOf(input({}, { previous: result({ year: 2023, rank: 6 }) }))).toEqual([]);
    expect(consequencesOf(input({}, { previous: result({ year: 2023, rank: 1, grade: 'good' }) }))).toEqual([]);
    expect(kinds(consequencesOf(input({ grade: 'good' })))).not.toContain('discipline-a');
  });

  it('judges each year by its own scale', () => {
    const previous = result({ year: 2023, rank: 4, grade: 'average', className: 'Loại C' });
    expect(flag('discipline-a', input({ className: 'Khá' }, { previous })).derivation).toContain(
      'Năm 2023: xếp loại “Loại C”.',
    );
  });

  it('computes the reading "fell in both years" beside it', () => {
    const fell = flag('discipline-a', input({}, { beforePrevious: result({ year: 2022, rank: 3 }) }));
    expect(fell.otherReading).toBe('holds');
    expect(fell.caveats[0]).toBe(
      'Cách hiểu “tụt hạng cả hai năm”: cũng thỏa mãn. Tụt 1 hạng trong Khối: từ hạng 4/6 năm 2023 sang hạng 5/6 năm 2024. Tụt 1 hạng trong Khối: từ hạng 3/6 năm 2022 sang hạng 4/6 năm 2023.',
    );
    expect(flag('discipline-a', input({}, { beforePrevious: result({ year: 2022, rank: 5 }) })).otherReading).toBe(
      'fails',
    );
    expect(flag('discipline-a', input({})).otherReading).toBe('unknown');
    const older = result({ year: 2021, rank: 3 });
    expect(flag('discipline-a', input({}, { beforePrevious: older })).otherReading).toBe('unknown');
  });

  it('needs both falls where the ruleset reads it so', () => {
    const both = (rank: number) => input({}, { rules: readingBothYears, beforePrevious: result({ year: 2022, rank }) });
    expect(flag('discipline-a', both(3)).otherReading).toBe('holds');
    expect(consequencesOf(both(4))).toEqual([]);
    expect(flag('insufficient-data', input({}, { rules: readingBothYears })).derivation).toContain(
      'Thiếu kết quả năm 2022.',
    );
  });

  it('warns when n changed, with both percentiles', () => {
    const warned = flag('discipline-a', input({}, { previous: result({ year: 2023, rank: 4, n: 5 }) }));
    expect(warned.caveats).toContain(
      'Số đơn vị trong Khối thay đổi (năm 2023: hạng 4/5, xếp ngang hoặc trên 40,0 % số đơn vị; năm 2024: hạng 5/6, xếp ngang hoặc trên 33,3 % số đơn vị).',
    );
  });

  it('says only the rank of the last unit, and under dense ranks, which do not count units', () => {
    const caveatOf = (own: Partial<YearResult>, before: Partial<YearResult>) =>
      flag('discipline-a', input(own, { previous: result({ year: 2023, ...before }) })).caveats.find((caveat) =>
        caveat.startsWith('Số đơn vị'),
      );
    expect(caveatOf({ rank: 6, n: 6 }, { rank: 4, n: 5 })).toMatch(/40,0 % số đơn vị; năm 2024: hạng 6\/6\)\.$/);
    expect(caveatOf({ rank: 5, n: 6, scheme: 'dense' }, { rank: 3, n: 7, scheme: 'dense' })).toBe(
      'Số đơn vị trong Khối thay đổi (năm 2023: hạng 3/7; năm 2024: hạng 5/6).',
    );
  });

  it('names an open case by its number in the register, and in its caveats says only that there is one', () => {
    const open = { caseId: 'kn_2024_1', kind: 'complaint', year: 2024, eventId: 'case-1', externalNumber: '15/KN-TTr' };
    const { openCases, ...shown } = flag('discipline-a', input({}, { openCases: [open] }));
    expect(openCases).toEqual(['khiếu nại số 15/KN-TTr (năm 2024)']);
    expect(shown.caveats).toContain('Đang chờ giải quyết 1 khiếu nại, kiến nghị: kết quả có thể thay đổi.');
    expect(JSON.stringify(shown)).not.toMatch(/15\/KN-TTr|kn_2024_1/);
  });

  it('is pending while a complaint or objection on either year is open', () => {
    const open = (kind: string, year: number) =>
      flag('discipline-a', input({}, { openCases: [{ caseId: 'K1', kind, year, eventId: 'case-1' }] }));
    expect(open('complaint', 2024)).toMatchObject({ pending: true });
    expect(open('score-objection', 2023).openCases).toEqual(['kiến nghị về điểm K1 (năm 2023)']);
    expect(open('complaint', 2024).eventIds).toContain('case-1');
    expect(open('complaint', 2022).pending).toBe(false);
    expect(open('denunciation-reference', 2024)).toMatchObject({ pending: false });
  });

  it('names who headed the unit in each part of each year', () => {
    const tenures = [
      head('Trần Thị Bình', '2024-06-01'),
      head('Nguyễn Văn An', '2020-01-01', '2024-05-31'),
      head('Lê Cũ', '2015-01-01', '2019-12-31'),
    ];
    const found = flag('discipline-a', input({}, { tenures }));
    expect(found.tenures.map(({ personName }) => personName)).toEqual(['Nguyễn Văn An', 'Trần Thị Bình']);
    expect(found.caveats).toContain(
      'Người đứng đầu thay đổi trong thời gian xét: Nguyễn Văn An (01/01/2020 đến 31/05/2024) và Trần Thị Bình (từ 01/06/2024).',
    );
    const early = [head('Lê Cũ', '2015-01-01', '2023-01-01'), head('Nguyễn Văn An', '2023-01-02')];
    expect(flag('discipline-a', input({}, { tenures: early })).tenures).toEqual(early);
    const vacant = [
      head('Nguyễn Văn An', '2020-01-01', '2024-02-29'),
      head('Nguyễn Văn An', '2024-06-01', '2024-12-30'),
    ];
    expect(flag('discipline-a', input({}, { tenures: vacant })).caveats).toContain(
      'Chưa ghi nhận người đứng đầu từ 01/03/2024 đến 31/05/2024 và từ 31/12/2024 đến 31/12/2024.',
    );
    expect(flag('discipline-a', input({}, { tenures: [] })).caveats).toContain(
      'Chưa ghi nhận ai là người đứng đầu trong thời gian xét.',
    );
  });
});

describe('insufficient data is not clean', () => {
  const reasons = (given: Partial<ConsequenceInput>) => flag('insufficient-data', input({}, given)).derivation;

  it.each<[string, Partial<ConsequenceInput>, string]>([
    ['no result last year', { previous: null }, 'Năm 2023: không có kết quả năm 2023.'],
    [
      'the block skipped last year',
      { previous: null, blockSkippedLastYear: true },
      'Năm 2023: Khối không được đánh giá năm 2023.',
    ],
    [
      'a gap of a year',
      { previous: result({ year: 2022, rank: 4 }) },
      'Năm 2023: kết quả gần nhất là của năm 2022, không liền kề năm 2024.',
    ],
    [
      'no submission last year',
      { previous: result({ year: 2023, state: 'not-submitted', grade: null, rank: null }) },
      'Năm 2023: đơn vị không nộp hồ sơ tự chấm điểm năm 2023.',
    ],
    [
      'a file that came back to the unit last year, and stayed there',
      { previous: result({ year: 2023, state: 'not-resubmitted', grade: null, rank: null }) },
      'Năm 2023: đơn vị không nộp lại hồ sơ tự chấm điểm đã được trả lại để bổ sung năm 2023.',
    ],
    [
      'a class that was not published',
      { previous: result({ year: 2023, rank: 4, grade: null }) },
      'Thiếu xếp loại năm 2023: chưa được công bố.',
    ],
    [
      'a rank that was not published',
      { previous: result({ year: 2023, rank: null }) },
      'Thiếu hạng năm 2023: chưa được công bố.',
    ],
    [
      'a move to another block',
      { previous: result({ year: 2023, rank: 4, blockId: 'quan' }) },
      'Đơn vị xếp hạng ở hai Khối khác nhau năm 2023 và năm 2024, chưa có quyết định kế thừa: không so sánh được hạng.',
    ],
    [
      'two ways of numbering ties',
      {
        previous: result({ year: 2023, rank: 4, scheme: 'dense' }),
        block: blockWith(result({ scheme: 'competition' })),
      },
      'Hai cách xếp hạng khác nhau năm 2023 và năm 2024: không so sánh được số thứ hạng.',
    ],
    [
      'a merger',
      { lineage: { kind: 'merged', effectiveOn: '2024-07-01', eventId: 'lineage' } },
      'Năm 2023: đơn vị được hợp nhất từ các đơn vị khác từ 01/07/2024 và chưa có quyết định kế thừa kết quả năm 2023.',
    ],
    [
      'a ruling that nobody precedes',
      { ruling: { predecessorId: null, reason: 'đơn vị mới hoàn toàn', eventId: 'ruling' } },
      'Năm 2023: theo quyết định kế thừa, không kết quả nào được tính là của năm 2023 (đơn vị mới hoàn toàn).',
    ],
  ])('names exactly what is missing: %s', (_name, given, reason) => {
    expect(reasons(given)).toEqual([
      'Bộ tiêu chí thử, mục (A): xem xét xử lý khi hai năm liên tiếp xếp loại “Khá” trở xuống và tụt hạng trong Khối.',
      reason,
      'Quy tắc (A) hai năm liên tiếp: chưa đủ dữ liệu để kết luận; không có nghĩa là đơn vị không thuộc diện xem xét.',
    ]);
    expect(kinds(consequencesOf(input({}, given)))).toEqual(['insufficient-data']);
  });

  it('only where the missing figure would decide', () => {
    const unknownClass = result({ year: 2023, grade: null, rank: 6 });
    expect(consequencesOf(input({}, { previous: unknownClass }))).toEqual([]);
    expect(kinds(consequencesOf(input({ grade: 'good' }, { previous: null })))).not.toContain('insufficient-data');
  });

  it('ends with a succession ruling that names whose result counts', () => {
    const found = flag(
      'discipline-a',
      input(
        {},
        {
          lineage: { kind: 'merged', effectiveOn: '2024-07-01', eventId: 'lineage' },
          ruling: {
            ...{ predecessorId: 'y', reason: 'đơn vị lớn nhất', eventId: 'ruling' },
            takesOver: 'số liệu nửa đầu năm',
          },
          previous: result({ year: 2023, unitId: 'y', rank: 4, blockId: 'quan' }),
        },
      ),
    );
    expect(found.caveats).toContain('Kết quả năm 2023 được tính theo quyết định kế thừa.');
    expect(found.caveats).toContain('Theo quyết định kế thừa, đơn vị tiếp nhận: số liệu nửa đầu năm.');
    expect(found.caveats).toContain('Năm 2023 đơn vị xếp hạng ở Khối khác.');
    expect(found.eventIds).toEqual(['lineage', 'ruling', 'results-2023', 'results-2024']);
  });

  it('is what is said of a unit that did not submit or was not assessed: never a 0', () => {
    const none = { grade: null, rank: null, n: null };
    const [submitted, ...rest] = consequencesOf(input({ ...none, state: 'not-submitted' }));
    expect(rest).toEqual([]);
    expect(submitted).toMatchObject({ kind: 'insufficient-data' });
    expect(submitted?.derivation[0]).toBe(
      'Đơn vị không nộp hồ sơ tự chấm điểm năm 2024: không có điểm, hạng và xếp loại (không phải là 0 điểm).',
    );
    expect(kinds(consequencesOf(input({ ...none, state: 'not-assessed' })))).toEqual(['insufficient-data']);
    const [returned] = consequencesOf(input({ ...none, state: 'not-resubmitted' }));
    expect(returned?.kind).toBe('insufficient-data');
    expect(returned?.derivation[0]).toMatch(
      /^Đơn vị không nộp lại hồ sơ tự chấm điểm đã được trả lại để bổ sung năm 2024:/,
    );
  });

  it('names the class of the year itself when it was not published, once for all three rules', () => {
    const flags = consequencesOf(input({ grade: null }));
    expect(kinds(flags)).toEqual(['insufficient-data']);
    expect(flags[0]?.derivation).toHaveLength(7);
  });

  it('says nothing of a unit that the results do not name', () => {
    expect(consequencesOf(input({}, { block: [] }))).toEqual([]);
  });

  it.each([
    ['2023-07-01', []],
    ['2024-01-01', []],
    ['2024-12-31', []],
    ['2025-01-01', ['discipline-a']],
    [null, ['discipline-a']],
  ])('says nothing of a unit that ended by the end of the year, whatever was published of it (%s)', (endedOn, said) => {
    expect(kinds(consequencesOf(input({}, { endedOn })))).toEqual(said);
    expect(kinds(consequencesOf(input({ state: 'ended', grade: null, rank: null }, { endedOn })))).toEqual([]);
  });

  it('tells of a unit that lived through the year that it is gone since', () => {
    const caveat = 'Đơn vị đã kết thúc hoạt động từ 01/07/2025.';
    expect(flag('discipline-a', input({}, { endedOn: '2025-07-01' })).caveats).toContain(caveat);
    expect(flag('discipline-a', input({})).caveats).not.toContain(caveat);
  });

  it('is what is said of a successor whose ruled predecessor ended without a rank', () => {
    const previous = result({ year: 2023, unitId: 'y', state: 'ended', grade: null, rank: null });
    const ruling = { predecessorId: 'y', reason: 'đơn vị lớn nhất', eventId: 'ruling' };
    const { derivation } = flag('insufficient-data', input({}, { previous, ruling }));
    expect(derivation.join(' ')).toContain('đơn vị kết thúc hoạt động trong năm 2023, không được xếp hạng');
  });
});

describe('discipline (B): "Trung bình" in the year', () => {
  const literal: ConsequenceRules = {
    ...smallConsequenceRules,
    disciplineB: { ...smallConsequenceRules.disciplineB, reading: 'literal' },
  };
  const steady = { previous: result({ year: 2023, rank: 5 }) };

  it('is proposed at "Trung bình" and lower, and says what the literal reading would say', () => {
    const average = flag('discipline-b', input({ grade: 'average' }, steady));
    expect(average.derivation).toEqual([
      'Bộ tiêu chí thử, mục (B): xem xét xử lý khi xếp loại “Trung bình” trở xuống trong năm.',
      'Năm 2024: xếp loại “Trung bình”, hạng 5/6.',
      'Đề xuất xem xét trách nhiệm người đứng đầu theo quy tắc (B); cấp có thẩm quyền quyết định.',
    ]);
    expect(average.otherReading).toBe('holds');
    const weak = flag('discipline-b', input({ grade: 'weak' }, steady));
    expect([weak.otherReading, weak.caveats[0]]).toEqual([
      'fails',
      'Cách hiểu chỉ đúng loại “Trung bình”: không thỏa mãn.',
    ]);
  });

  it('is proposed at exactly "Trung bình" under the literal reading', () => {
    expect(kinds(consequencesOf(input({ grade: 'average' }, { ...steady, rules: literal })))).toEqual(['discipline-b']);
    expect(kinds(consequencesOf(input({ grade: 'weak' }, { ...steady, rules: literal })))).toEqual([]);
  });

  it('is not proposed at "Khá"', () => expect(consequencesOf(input({}, steady))).toEqual([]));

  it('names only the heads of the year itself', () => {
    const tenures = [head('Nguyễn Văn An', '2020-01-01', '2023-12-31'), head('Trần Thị Bình', '2024-01-01')];
    const found = flag('discipline-b', input({ grade: 'average' }, { ...steady, tenures }));
    expect(found.tenures.map(({ personName }) => personName)).toEqual(['Trần Thị Bình']);
  });
});

it('never speaks of a sanction', () => {
  const all = [input({}), input({ grade: 'weak' }), input({ grade: 'good', rank: 1 })].flatMap(consequencesOf);
  expect(all.length).toBeGreaterThan(3);
  expect(JSON.stringify(all)).not.toMatch(/bị kỷ luật|xử phạt/i);
});
