import { DateDoesNotExist, type DataOf, type DomainError, IdentifierIsInvalid, TextIsInvalid } from '@app/kernel';
import { decisionSpec, sampleDecree } from '@app/testing';
import { CorrectionChangesNothing, TenureNotOnRecord } from './correction.errors';
import { type Unit, unit } from './unit';
import { OfficeIsHeld, OfficeIsNotHeld, TenuresOverlap, UnitIsDissolved, UnitNotRegistered } from './unit.errors';
import { officeLeft, officeTaken, tenureCorrected, unitDissolved, unitRegistered } from './unit.events';
import { correctTenure, leaveOffice, takeOffice } from './unit-offices';

type Correction = DataOf<typeof tenureCorrected>;

const { given } = decisionSpec(unit);
const unitId = 'so_noi_vu';
const about = { unitId, name: 'Sở Nội vụ', type: 'department', parentId: null, officialCode: null } as const;
const registered = unitRegistered.of({ ...about, registeredOn: '2020-01-01' });
const office = { unitId, office: 'head' } as const;
const grounds = { reason: 'Nhập nhầm ngày (mẫu)', documentNumber: '12/CV-MẪU' };
const took = (personId: string, from: string) =>
  officeTaken.of({ ...office, personId, personName: `Ông ${personId}`, from });
const left = (personId: string, until: string) => officeLeft.of({ ...office, personId, until });
const tenure = (personId: string, from: string, until: string | null) => {
  return { personId, personName: `Ông ${personId}`, from, until };
};

/** p1 in 2020 and 2021, p2 in 2022, p3 since. */
const history = [
  registered,
  ...[took('p1', '2020-01-01'), left('p1', '2021-12-31')],
  ...[took('p2', '2022-01-01'), left('p2', '2022-12-31')],
  took('p3', '2023-01-01'),
] as const;
const correction = (personId: string, from: string, corrected: Correction['corrected']): Correction => {
  return { ...office, personId, from, corrected, ...grounds };
};
const ofP2 = (corrected: Correction['corrected']) => correction('p2', '2022-01-01', corrected);
const correcting = (told: Correction) => (state: Unit) => correctTenure(state, told);

describe('the correction of a tenure', () => {
  it.each<[string, Correction]>([
    ['its first day', ofP2(tenure('p2', '2022-03-01', '2022-12-31'))],
    ['its last day', ofP2(tenure('p2', '2022-01-01', '2022-11-30'))],
    ['its person', ofP2(tenure('p9', '2022-01-01', '2022-12-31'))],
    ['the name of its person', ofP2({ ...tenure('p2', '2022-01-01', '2022-12-31'), personName: 'Bà Hai' })],
    ['that there was none', ofP2(null)],
    ['that the last one has ended', correction('p3', '2023-01-01', tenure('p3', '2023-01-01', '2024-01-31'))],
  ])('tells %s', (_, told) =>
    given(...history)
      .when(correcting(told))
      .thenEvents(tenureCorrected.of(told)),
  );

  it('may tell that a holder who was said to have left has not', () => {
    const still = correction('p1', '2020-01-01', tenure('p1', '2020-01-01', null));
    given(registered, took('p1', '2020-01-01'), left('p1', '2021-12-31'))
      .when(correcting(still))
      .thenEvents(tenureCorrected.of(still));
    given(...history)
      .when(correcting(still))
      .thenFails(TenuresOverlap, { limit: '2022-01-01' });
  });

  it.each<[string, Correction, { date: string; limit: string }]>([
    [
      'into the one before',
      ofP2(tenure('p2', '2021-12-31', '2022-12-31')),
      { date: '2021-12-31', limit: '2021-12-31' },
    ],
    ['into the one after', ofP2(tenure('p2', '2022-01-01', '2023-01-01')), { date: '2023-01-01', limit: '2023-01-01' }],
    [
      'with no end before the next',
      ofP2(tenure('p2', '2022-01-01', null)),
      { date: '2023-01-01', limit: '2023-01-01' },
    ],
    ['to before it began', ofP2(tenure('p2', '2022-05-01', '2022-04-30')), { date: '2022-04-30', limit: '2022-05-01' }],
  ])('does not stretch it %s', (_, told, details) =>
    given(...history)
      .when(correcting(told))
      .thenFails(TenuresOverlap, details),
  );

  it.each<[string, Correction]>([
    ['another person', correction('p1', '2022-01-01', null)],
    ['another day', correction('p2', '2022-01-02', null)],
    ['the other office', { ...ofP2(null), office: 'deputy' }],
  ])('is refused where no such tenure is on record: %s', (_, told) =>
    given(...history)
      .when(correcting(told))
      .thenFails(TenureNotOnRecord, { personId: told.personId, from: told.from }),
  );

  it('names the tenure as it stands on record now: once corrected under its new day, once taken off not at all', () => {
    const moved = ofP2(tenure('p2', '2022-03-01', '2022-12-31'));
    const after = given(...history, tenureCorrected.of(moved));
    after.when(correcting(moved)).thenFails(TenureNotOnRecord);
    const again = correction('p2', '2022-03-01', tenure('p2', '2022-04-01', '2022-12-31'));
    after.when(correcting(again)).thenEvents(tenureCorrected.of(again));
    given(...history, tenureCorrected.of(ofP2(null)))
      .when(correcting(ofP2(null)))
      .thenFails(TenureNotOnRecord);
  });

  it('tells something else than what is on record', () =>
    given(...history)
      .when(correcting(ofP2(tenure('p2', '2022-01-01', '2022-12-31'))))
      .thenFails(CorrectionChangesNothing));

  it('fills the place of one that was taken off, and no other', () => {
    const freed = given(...history, tenureCorrected.of(ofP2(null)));
    const longer = correction('p1', '2020-01-01', tenure('p1', '2020-01-01', '2022-06-30'));
    freed.when(correcting(longer)).thenEvents(tenureCorrected.of(longer));
    given(...history)
      .when(correcting(longer))
      .thenFails(TenuresOverlap);
  });

  it('decides who is in office from then on', () => {
    const gone = tenureCorrected.of(correction('p3', '2023-01-01', null));
    const next = { ...office, personId: 'p4', personName: 'Bà Tư', from: '2023-01-01' } as const;
    given(...history)
      .when((state) => takeOffice(state, next))
      .thenFails(OfficeIsHeld, { personId: 'p3' });
    given(...history, gone)
      .when((state) => takeOffice(state, next))
      .thenEvents(officeTaken.of(next));
    given(...history, gone)
      .when((state) => takeOffice(state, { ...next, from: '2022-12-31' }))
      .thenFails(TenuresOverlap, { limit: '2022-12-31' });
    const another = tenureCorrected.of(correction('p3', '2023-01-01', tenure('p4', '2023-01-01', null)));
    const leaving = (personId: string) => (state: Unit) =>
      leaveOffice(state, { ...office, personId, until: '2024-01-01' });
    given(...history, another)
      .when(leaving('p3'))
      .thenFails(OfficeIsNotHeld);
    given(...history, another)
      .when(leaving('p4'))
      .thenEvents(left('p4', '2024-01-01'));
  });

  it('is told of a dissolved unit too, but of no tenure that began after its end', () => {
    const ended = unitDissolved.of({ unitId, effectiveOn: '2024-01-01', decree: sampleDecree });
    given(...history, ended)
      .when(correcting(ofP2(null)))
      .thenEvents(tenureCorrected.of(ofP2(null)));
    given(...history, ended)
      .when(correcting(correction('p3', '2023-01-01', tenure('p3', '2024-01-01', null))))
      .thenFails(UnitIsDissolved);
  });

  it.each<[string, Partial<Correction>, new (...args: never[]) => DomainError]>([
    ['without a reason', { reason: ' ' }, TextIsInvalid],
    ['without a document', { documentNumber: '' }, TextIsInvalid],
    ['to a day that there is not', { corrected: tenure('p2', '2022-02-30', null) }, DateDoesNotExist],
    ['to nobody', { corrected: tenure('ông hai', '2022-01-01', '2022-12-31') }, IdentifierIsInvalid],
  ])('is refused %s', (_, told, refusal) =>
    given(...history)
      .when(correcting({ ...ofP2(null), ...told }))
      .thenFails(refusal),
  );

  it('is refused of a unit that nobody registered', () =>
    given()
      .when(correcting(ofP2(null)))
      .thenFails(UnitNotRegistered));
});
