import { DateDoesNotExist, type DataOf, TextIsInvalid } from '@app/kernel';
import { decisionSpec } from '@app/testing';
import { type Block, block, joinBlock } from './block';
import { type BlockYearInUse, correctMembership } from './block-correction';
import { BlockNotDefined, MembershipsOverlap } from './block.errors';
import { CorrectionChangesNothing, MembershipIsInUse, MembershipNotOnRecord } from './correction.errors';
import type { Span } from './spans';
import { type Unit, unit } from './unit';
import { UnitIsDissolved } from './unit.errors';
import { blockDefined, membershipCorrected, unitJoinedBlock, unitLeftBlock } from './unit.events';

type Correction = DataOf<typeof membershipCorrected>;

const { given } = decisionSpec(block);
const [blockId, unitId] = ['so_nganh', 'so_noi_vu'];
const member: Unit = { ...unit.initial, registeredOn: '2020-01-01' };
const defined = blockDefined.of({ blockId, name: 'Khối sở, ban, ngành' });
const joined = (from: string, of = unitId) => unitJoinedBlock.of({ blockId, unitId: of, from });
const left = (until: string) => unitLeftBlock.of({ blockId, unitId, until });
/** 2021 to 2022, and again since 2024; beside it another member. */
const history = [
  defined,
  joined('2021-01-01', 'so_khac'),
  joined('2021-01-01'),
  left('2022-12-31'),
  joined('2024-01-01'),
];

const grounds = { reason: 'Nhập nhầm ngày (mẫu)', documentNumber: '12/CV-MẪU' };
const correction = (from: string, corrected: Correction['corrected']): Correction => {
  return { blockId, unitId, from, corrected, ...grounds };
};
const since = (from: string, until: string | null = null) => correction('2024-01-01', { from, until });
const correcting =
  (told: Correction, inUse: readonly BlockYearInUse[] = [], of = member) =>
  (state: Block) =>
    correctMembership(state, told, of, inUse);
const onRecord: readonly Span[] = [
  { from: '2021-01-01', until: '2022-12-31' },
  { from: '2024-01-01', until: null },
];
/** Results that know of these days; default: of those on record. */
const results = (year: number, spans = onRecord): BlockYearInUse => ({ year, results: spans, file: false });
const file = (year: number): BlockYearInUse => ({ year, results: null, file: true });

describe('the correction of a membership', () => {
  it.each<[string, Correction]>([
    ['its first day', since('2024-07-01')],
    ['that it has ended', since('2024-01-01', '2024-06-30')],
    ['its last day', correction('2021-01-01', { from: '2021-01-01', until: '2022-06-30' })],
    ['that it was another block, which is joined as ever', correction('2024-01-01', null)],
  ])('tells %s', (_, told) =>
    given(...history)
      .when(correcting(told))
      .thenEvents(membershipCorrected.of(told)),
  );

  it.each<[string, Correction]>([
    ['that began another day', correction('2024-01-02', null)],
    ['of a unit that never joined', { ...correction('2024-01-01', null), unitId: 'so_moi' }],
  ])('is refused where none is on record %s', (_, told) =>
    given(...history)
      .when(correcting(told))
      .thenFails(MembershipNotOnRecord, { unitId: told.unitId, from: told.from }),
  );

  it('fits beside the unit’s other memberships, and does not end before it begins', () => {
    given(...history)
      .when(correcting(since('2022-12-31')))
      .thenFails(MembershipsOverlap, { date: '2022-12-31', limit: '2022-12-31' });
    given(...history)
      .when(correcting(correction('2021-01-01', { from: '2021-01-01', until: null })))
      .thenFails(MembershipsOverlap, { limit: '2024-01-01' });
    given(...history)
      .when(correcting(since('2024-07-01', '2024-06-30')))
      .thenFails(MembershipsOverlap, { date: '2024-06-30', limit: '2024-07-01' });
  });

  it('tells something else than what is on record, and begins before the unit’s end', () => {
    given(...history)
      .when(correcting(since('2024-01-01')))
      .thenFails(CorrectionChangesNothing);
    given(...history)
      .when(correcting(since('2024-07-01'), [], { ...member, dissolvedOn: '2024-07-01' }))
      .thenFails(UnitIsDissolved);
  });

  it('decides who belongs to the block from then on', () => {
    const again = { blockId, unitId, from: '2024-01-01' };
    given(...history, membershipCorrected.of(correction('2024-01-01', null)))
      .when((state) => joinBlock(state, again, member))
      .thenEvents(joined('2024-01-01'));
    given(...history, membershipCorrected.of(since('2024-07-01')))
      .when(correcting(since('2024-08-01')))
      .thenFails(MembershipNotOnRecord);
  });

  it('is refused for a block that nobody defined, without grounds, and to a day that there is not', () => {
    given()
      .when(correcting(since('2024-07-01')))
      .thenFails(BlockNotDefined);
    for (const none of [{ reason: ' ' }, { documentNumber: '' }])
      given(...history)
        .when(correcting({ ...since('2024-07-01'), ...none }))
        .thenFails(TextIsInvalid);
    given(...history)
      .when(correcting(since('2024-02-30')))
      .thenFails(DateDoesNotExist);
  });
});

describe('years in which something rests on a membership', () => {
  it.each<[string, Correction, BlockYearInUse, MembershipIsInUse['details'] | null]>([
    ['results of a year whose days change', since('2024-07-01'), results(2024), { year: 2024, by: 'results' }],
    ['results of a year that is taken away', since('2025-07-01'), results(2024), { year: 2024, by: 'results' }],
    ['results of a year that is added', since('2023-07-01'), results(2023), { year: 2023, by: 'results' }],
    [
      'results of a later year that is taken away',
      correction('2024-01-01', null),
      results(2026),
      { year: 2026, by: 'results' },
    ],
    ['results of a later year in which nothing changes', since('2024-07-01'), results(2025), null],
    ['results of an earlier year', since('2024-07-01'), results(2022), null],
    ['results of a year that is not the unit’s', since('2024-07-01'), results(2023), null],
    ['the unit’s file of a year that is taken away', since('2025-07-01'), file(2024), { year: 2024, by: 'file' }],
    [
      'the unit’s file where it was the wrong block',
      correction('2024-01-01', null),
      file(2025),
      { year: 2025, by: 'file' },
    ],
    ['the unit’s file of a year of which some days stay', since('2024-07-01'), file(2024), null],
    ['the unit’s file of a year that is added', since('2023-07-01'), file(2023), null],
    ['results that did not know of it, brought back to what they knew', since('2025-07-01'), results(2024, []), null],
    [
      'results that did not know of it, brought elsewhere',
      since('2024-07-01'),
      results(2024, []),
      { year: 2024, by: 'results' },
    ],
    ['neither', since('2025-07-01'), { year: 2024, results: null, file: false }, null],
  ])('%s', (_, told, inUse, details) => {
    const decided = given(...history).when(correcting(told, [inUse]));
    if (details) decided.thenFails(MembershipIsInUse, { ...details, blockId, unitId });
    else decided.thenEvents(membershipCorrected.of(told));
  });
});
