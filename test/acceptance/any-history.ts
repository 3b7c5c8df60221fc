import { caseAnswered, caseClosed, caseReceived, caseRegistered } from '@app/casework';
import { blockSkipped, periodOpened } from '@app/period';
import {
  component,
  type Dice,
  type HistoryEvent,
  importedResults,
  inStream,
  interleaved,
  publishedResults,
  sampleDecree,
  ScoreHistory,
  smallRuleset,
} from '@app/testing';
import {
  blockDefined,
  changeWithdrawn,
  lineageRecorded,
  membershipCorrected,
  officeLeft,
  officeTaken,
  successionRuled,
  tenureCorrected,
  unitDissolved,
  unitJoinedBlock,
  unitLeftBlock,
  unitRegistered,
  unitRenamed,
} from '@app/unit';

/** The rules of every year of these histories: points by hand, a survey question, and upheld complaints. */
export const anyRuleset = smallRuleset([
  component('1', { max: '5' }),
  component('2', { max: '5', rule: { kind: 'manual', notApplicable: 'rebase' } }),
  component('3', {
    max: '2',
    part: 'survey',
    rule: { kind: 'survey', question: 'Q1', weights: { A: '100', B: '50', C: '0' }, minimumAnswers: 2 },
  }),
  component('P', {
    max: '0',
    part: 'penalty',
    rule: {
      kind: 'deduction',
      start: '0',
      each: '0.5',
      minScore: '-2',
      maxScore: '0',
      counts: { from: 'casework', caseKind: 'complaint', outcome: 'upheld' },
    },
  }),
]);

const units = ['u1', 'u2', 'u3', 'u4'];
const years = [2023, 2024];
const ref = { id: 'small', version: 1, sha256: '0'.repeat(64) };

/** Two years of one block, their streams told in any order beside each other. */
export function anyHistory(roll: Dice): HistoryEvent[] {
  const files = years.flatMap((year) => units.map((unitId) => anyFile(unitId, year, roll)));
  return interleaved([anyFrame(roll), anyResults(roll), anyCase(roll), ...files], roll);
}

function anyFile(unitId: string, year: number, roll: Dice): readonly HistoryEvent[] {
  const points = () => `${roll(11)}/2`;
  const history = new ScoreHistory(unitId, year).opened('so').declared('1', points()).declared('2', points());
  if (roll(2) === 0) history.declared('1', points());
  if (unitId === 'u1') history.caseReceived('kd_1', 'score-objection', '1');
  history.surveyed('b1', ['Q1'], ['A', 'B', 'C'].slice(roll(3)));
  if (roll(2) === 0)
    history.caseReceived('c1', 'complaint').caseClosed('c1', 'complaint', roll(2) ? 'upheld' : 'rejected');
  if (roll(4) === 0) return history.events;
  history
    .approvalRequested()
    .submitted()
    .asked('gt_1', '1')
    .confirmed('1', points())
    .adjusted('2', '1', roll(3) ? points() : null, 'Thiếu tài liệu');
  history.surveyed('b2', ['Q1'], ['A', 'A']);
  if (roll(2) === 0) history.withdrew('b2').caseReceived('c2', 'complaint');
  if (roll(2) === 0) history.explained('gt_1', '1').fieldClosed('F1', ['1', '2']);
  if (roll(3) === 0) history.returned().declared('1', points()).approvalRequested().submitted();
  if (roll(3) > 0) history.appraisalClosed();
  if (roll(3) === 0) history.councilDecided('1', '1', roll(4) ? points() : null, 'Biểu quyết');
  if (roll(3) === 0) history.ruled('1', null, points(), 'c1', 'complaint');
  // A second round, so that now and then the last word is about one component alone.
  if (roll(2) === 0) history.adjusted('2', '1', points(), 'Giải trình được chấp nhận', 2);
  return history.events;
}

function anyFrame(roll: Dice): HistoryEvent[] {
  const opened = years.map((year) =>
    inStream(
      `period-${year}`,
      periodOpened.of({
        year,
        submitBy: `${year}-12-31T17:00:00.000Z`,
        appraiseBy: `${year + 1}-02-28T17:00:00.000Z`,
        asked: { submitBy: `${year}-12-31T17:00:00.000Z`, appraiseBy: `${year + 1}-02-28T17:00:00.000Z` },
        blocks: [{ blockId: 'so', ruleset: ref }],
      }),
    ),
  );
  const skipped = inStream('period-2022', blockSkipped.of({ year: 2022, blockId: 'so', reason: 'Sắp xếp' }));
  return [
    inStream('block-so', blockDefined.of({ blockId: 'so', name: 'Khối sở' })),
    ...units.flatMap(anyUnit),
    ...opened,
    ...(roll(2) === 0 ? [skipped] : []),
    inStream('unit-u4', lineageRecorded.of({ ...split, predecessors: [{ unitId: 'u3', share: '1/3' }] })),
    inStream(
      'unit-u4',
      successionRuled.of({ unitId: 'u4', year: 2024, predecessorId: 'u3', takesOver: null, reason: 'NQ 1' }),
    ),
  ];
}

const split = { unitId: 'u4', kind: 'split', effectiveOn: '2024-03-01', decree: sampleDecree } as const;

function anyUnit(unitId: string): HistoryEvent[] {
  const office = { unitId, office: 'head', personId: `p-${unitId}` } as const;
  const known = { unitId, name: `Sở ${unitId}`, type: 'department', parentId: null, officialCode: null } as const;
  const renamed = { unitId, name: `Sở mới ${unitId}`, effectiveOn: '2024-06-01', decree: sampleDecree };
  const grounds = { reason: 'Nhập nhầm (mẫu)', documentNumber: '12/CV-MẪU' };
  const corrected = { personId: `p-${unitId}`, personName: 'Bà B', from: '2020-03-01', until: '2024-06-30' };
  const withdrawn = { unitId, kind: 'dissolution', effectiveOn: '2031-01-01', predecessorIds: [] } as const;
  return [
    inStream(`unit-${unitId}`, unitRegistered.of({ ...known, registeredOn: '2020-01-01' })),
    inStream('block-so', unitJoinedBlock.of({ blockId: 'so', unitId, from: '2021-01-01' })),
    inStream('block-so', unitLeftBlock.of({ blockId: 'so', unitId, until: '2030-12-31' })),
    inStream(
      'block-so',
      membershipCorrected.of({
        ...{ blockId: 'so', unitId, from: '2021-01-01', corrected: { from: '2021-02-01', until: '2029-12-31' } },
        ...grounds,
      }),
    ),
    inStream(`unit-${unitId}`, officeTaken.of({ ...office, personName: 'Ông A', from: '2020-01-01' })),
    inStream(`unit-${unitId}`, officeLeft.of({ ...office, until: '2024-06-14' })),
    inStream(`unit-${unitId}`, tenureCorrected.of({ ...office, from: '2020-01-01', corrected, ...grounds })),
    inStream(`unit-${unitId}`, unitRenamed.of(renamed)),
    inStream(`unit-${unitId}`, unitDissolved.of({ unitId, effectiveOn: '2031-01-01', decree: sampleDecree })),
    // Which event it was matters to no two deliveries of the same history.
    inStream(
      `unit-${unitId}`,
      changeWithdrawn.of({ ...withdrawn, eventId: `e-${unitId}`, name: renamed.name, ...grounds }),
    ),
  ];
}

function anyResults(roll: Dice): HistoryEvent[] {
  const of = (year: number) =>
    publishedResults(year, 'so', [
      ['u1', '91', 1, 'excellent'],
      ['u2', `${60 + roll(20)}`, 2, 'fair'],
      ['u3', `${50 + roll(9)}`, 3, 'average'],
    ]);
  const imported = importedResults(2022, 'so', [['u2', '75', 1, 'fair']], 3);
  return [imported, of(2023), of(2024), ...(roll(2) === 0 ? [of(2024)] : [])];
}

/** A case that comes in without a number, and as far as it comes then, before the unit's file is opened. */
function anyCase(roll: Dice): HistoryEvent[] {
  const about = { caseId: 'pa', kind: 'feedback', unitId: 'u4', year: 2022 } as const;
  const dates = { receivedOn: '2022-03-01', dueOn: '2022-03-15', asked: { dueOn: '2022-03-13' } };
  const late = roll(2) === 0;
  const concluded = { outcome: 'rejected', closedOn: '2022-04-01', reason: 'Không đúng' } as const;
  const course = [
    caseReceived.of({ ...about, ...dates, component: null, externalNumber: null, channel: '1022' }),
    caseRegistered.of({ ...about, externalNumber: '7/PA' }),
    caseAnswered.of({ ...about, answeredOn: late ? '2022-03-16' : '2022-03-15', late }),
    caseClosed.of({ ...about, ...concluded, component: null }),
  ];
  return course.slice(0, 2 + roll(3)).map((event) => inStream('casework-2022.u4', event));
}
