import { decisionSpec, sampleDecree } from '@app/testing';
import { DateDoesNotExist, IdentifierIsInvalid, TextIsInvalid, YearOutOfRange } from '@app/kernel';
import { dissolveUnit, registerUnit, renameUnit, type Unit, unit, unitStream } from './unit';
import { ParentIsItself } from './lineage.errors';
import {
  ChangeIsOutOfOrder,
  DecreeIsNotSigned,
  NameIsUnchanged,
  OfficeIsHeld,
  OfficeIsNotHeld,
  NothingToTakeOver,
  PredecessorIsUnrelated,
  RulingIsUnchanged,
  TenuresOverlap,
  UnitAlreadyRegistered,
  UnitIsDissolved,
  UnitNotRegistered,
} from './unit.errors';
import { officeLeft, officeTaken, successionRuled, unitDissolved, unitRegistered, unitRenamed } from './unit.events';
import { recordLineage } from './unit-lineage';
import { leaveOffice, takeOffice } from './unit-offices';
import { ruleSuccession } from './unit-succession';

const { given } = decisionSpec(unit);
const unitId = 'so_noi_vu';
const registration = {
  unitId,
  name: 'Sở Nội vụ',
  type: 'department',
  parentId: null,
  officialCode: 'H29.1',
  registeredOn: '2020-01-01',
} as const;
const registered = unitRegistered.of(registration);
const renaming = { unitId, name: 'Sở Nội vụ Thành phố', effectiveOn: '2022-03-01', decree: sampleDecree };
const renamed = unitRenamed.of(renaming);
const ending = { unitId, effectiveOn: '2025-06-30', decree: sampleDecree };
const dissolved = unitDissolved.of(ending);
const merger = { unitId, kind: 'merged', predecessors: [], effectiveOn: '2021-01-01', decree: sampleDecree } as const;
const taking = { unitId, office: 'head', personId: 'p1', personName: 'Nguyễn Văn A', from: '2021-01-01' } as const;
const headTaken = officeTaken.of(taking);
const leaving = { unitId, office: 'head', personId: 'p1', until: '2023-06-14' } as const;
const headLeft = officeLeft.of(leaving);
const ruling = { unitId, year: 2025, predecessorId: 'so_a', takesOver: null, reason: 'Kế thừa nguyên trạng chức năng' };
const ancestors = new Set(['so_a']);
const now = '2026-01-01T00:00:00.000Z';

describe('registering a unit', () => {
  it('puts it under assessment', () =>
    given()
      .when((state) => registerUnit(state, registration))
      .thenEvents(registered));

  it('stores its name in NFC', () =>
    given()
      .when((state) => registerUnit(state, { ...registration, name: registration.name.normalize('NFD') }))
      .thenEvents(registered));

  it('never gives an id twice', () =>
    given(registered)
      .when((state) => registerUnit(state, { ...registration, name: 'Khác' }))
      .thenFails(UnitAlreadyRegistered, { unitId }));

  it('does not give the id of a dissolved unit again', () =>
    given(registered, dissolved)
      .when((state) => registerUnit(state, registration))
      .thenFails(UnitAlreadyRegistered));

  it('refuses a date that does not exist and an empty name', () => {
    const nobody = given();
    nobody
      .when((state) => registerUnit(state, { ...registration, registeredOn: '2021-02-29' }))
      .thenFails(DateDoesNotExist);
    nobody.when((state) => registerUnit(state, { ...registration, name: ' ' })).thenFails(TextIsInvalid);
  });

  it('belongs to another unit or to none, never to itself', () => {
    const belonging = { ...registration, parentId: 'ubnd' };
    given()
      .when((state) => registerUnit(state, belonging))
      .thenEvents(unitRegistered.of(belonging));
    const { name, type, officialCode, registeredOn } = registration;
    given()
      .when((state) => registerUnit(state, { unitId, name, type, officialCode, registeredOn }))
      .thenEvents(registered);
    given()
      .when((state) => registerUnit(state, { ...registration, parentId: unitId }))
      .thenFails(ParentIsItself, { unitId });
  });

  it('names its stream with one dash only', () => {
    expect(unitStream(unitId)).toBe('unit-so_noi_vu');
    expect(() => unitStream('so-noi-vu')).toThrow(IdentifierIsInvalid);
  });
});

describe('renaming and dissolving a unit', () => {
  it('gives a new name from a day on', () =>
    given(registered)
      .when((state) => renameUnit(state, renaming, now))
      .thenEvents(renamed));

  it('refuses the name it has, also when it is written in NFD', () =>
    given(registered, renamed)
      .when((state) => renameUnit(state, { ...renaming, name: renaming.name.normalize('NFD') }, now))
      .thenFails(NameIsUnchanged));

  it('demands a decree with number, day and issuer', () => {
    const by = (decree: object) => (state: Unit) =>
      renameUnit(state, { ...renaming, decree: { ...sampleDecree, ...decree } }, now);
    given(registered)
      .when(by({ number: '' }))
      .thenFails(TextIsInvalid);
    given(registered)
      .when(by({ issuer: ' ' }))
      .thenFails(TextIsInvalid);
    given(registered)
      .when(by({ signedOn: '2024-02-30' }))
      .thenFails(DateDoesNotExist);
    given(registered)
      .when(by({ signedOn: '2026-01-02' }))
      .thenFails(DecreeIsNotSigned, { today: '2026-01-01' });
    given(registered)
      .when(by({ signedOn: '2026-01-01' }))
      .thenEvents(unitRenamed.of({ ...renaming, decree: { ...sampleDecree, signedOn: '2026-01-01' } }));
    given(registered)
      .when(by({ title: null }))
      .thenEvents(unitRenamed.of({ ...renaming, decree: { ...sampleDecree, title: null } }));
  });

  it('tells the history in order', () =>
    given(registered, renamed)
      .when((state) => renameUnit(state, { ...renaming, name: 'Khác', effectiveOn: '2022-02-28' }, now))
      .thenFails(ChangeIsOutOfOrder, { notBefore: '2022-03-01' }));

  it('ends a unit, once', () => {
    given(registered)
      .when((state) => dissolveUnit(state, ending, now))
      .thenEvents(dissolved);
    given(registered, dissolved)
      .when((state) => dissolveUnit(state, ending, now))
      .thenFails(UnitIsDissolved);
  });

  it('does not end a unit before it began', () =>
    given(registered)
      .when((state) => dissolveUnit(state, { ...ending, effectiveOn: '2019-12-31' }, now))
      .thenFails(ChangeIsOutOfOrder));

  it('changes nothing of a dissolved unit', () => {
    const gone = given(registered, dissolved);
    gone.when((state) => renameUnit(state, { ...renaming, effectiveOn: '2026-01-01' }, now)).thenFails(UnitIsDissolved);
    gone.when((state) => takeOffice(state, taking)).thenFails(UnitIsDissolved);
  });

  it('knows nothing of a unit that was never registered', () => {
    const nobody = given();
    nobody.when((state) => renameUnit(state, renaming, now)).thenFails(UnitNotRegistered);
    nobody.when((state) => dissolveUnit(state, ending, now)).thenFails(UnitNotRegistered);
    nobody.when((state) => recordLineage(state, merger, new Map(), now)).thenFails(UnitNotRegistered);
    nobody.when((state) => takeOffice(state, taking)).thenFails(UnitNotRegistered);
    nobody.when((state) => leaveOffice(state, leaving)).thenFails(UnitNotRegistered);
    nobody.when((state) => ruleSuccession(state, ruling, ancestors)).thenFails(UnitNotRegistered);
  });
});

describe('offices', () => {
  it('are taken and left', () => {
    given(registered)
      .when((state) => takeOffice(state, taking))
      .thenEvents(headTaken);
    given(registered, headTaken)
      .when((state) => leaveOffice(state, leaving))
      .thenEvents(headLeft);
  });

  it('head and deputy are apart', () =>
    given(registered, headTaken)
      .when((state) => takeOffice(state, { ...taking, office: 'deputy', personId: 'p2' }))
      .thenEvents(officeTaken.of({ ...taking, office: 'deputy', personId: 'p2' })));

  it('are held by one person at a time', () =>
    given(registered, headTaken)
      .when((state) => takeOffice(state, { ...taking, personId: 'p2', from: '2023-01-01' }))
      .thenFails(OfficeIsHeld, { personId: 'p1' }));

  it('a successor begins after the last day of the one before', () => {
    const vacant = given(registered, headTaken, headLeft);
    const next = { ...taking, personId: 'p2' };
    vacant.when((state) => takeOffice(state, { ...next, from: '2023-06-14' })).thenFails(TenuresOverlap);
    const following = { ...next, from: '2023-06-15' };
    vacant.when((state) => takeOffice(state, following)).thenEvents(officeTaken.of(following));
  });

  it('are left only by the holder, and not before they were taken', () => {
    const held = given(registered, headTaken);
    held.when((state) => leaveOffice(state, { ...leaving, personId: 'p2' })).thenFails(OfficeIsNotHeld);
    held.when((state) => leaveOffice(state, { ...leaving, until: '2020-12-31' })).thenFails(TenuresOverlap);
    given(registered)
      .when((state) => leaveOffice(state, leaving))
      .thenFails(OfficeIsNotHeld);
  });

  it('may be left after the unit was dissolved', () =>
    given(registered, headTaken, dissolved)
      .when((state) => leaveOffice(state, leaving))
      .thenEvents(headLeft));
});

describe('succession', () => {
  it('names one that the unit came out of, itself, or nobody', () => {
    const of = (predecessorId: string | null, known: readonly string[]) => (state: Unit) =>
      ruleSuccession(state, { ...ruling, predecessorId }, new Set(known));
    given(registered)
      .when(of('so_khac', ['so_cu']))
      .thenFails(PredecessorIsUnrelated, { predecessorId: 'so_khac' });
    for (const [predecessorId, known] of [
      ['so_khac', ['so_cu', 'so_khac']],
      [unitId, []],
      [null, []],
    ] as const)
      given(registered)
        .when(of(predecessorId, known))
        .thenEvents(successionRuled.of({ ...ruling, predecessorId }));
  });

  it('is ruled for a year, with a reason, and may be ruled anew', () => {
    const ruled = successionRuled.of(ruling);
    given(registered)
      .when((state) => ruleSuccession(state, ruling, ancestors))
      .thenEvents(ruled);
    const anew = { ...ruling, predecessorId: null };
    given(registered, ruled)
      .when((state) => ruleSuccession(state, anew, ancestors))
      .thenEvents(successionRuled.of(anew));
  });

  it('refuses the same ruling twice, also that nobody precedes', () => {
    given(registered, successionRuled.of(ruling))
      .when((state) => ruleSuccession(state, ruling, ancestors))
      .thenFails(RulingIsUnchanged);
    const nobody = { ...ruling, predecessorId: null };
    given(registered, successionRuled.of(nobody))
      .when((state) => ruleSuccession(state, nobody, ancestors))
      .thenFails(RulingIsUnchanged);
  });

  it('says in words what is taken over of the predecessor’s file; told otherwise it is another ruling', () => {
    const takesOver = 'Số liệu tiêu chí 1.1.2 đến ngày 31/7 (mẫu)';
    const told = { ...ruling, takesOver };
    given(registered)
      .when((state) => ruleSuccession(state, told, ancestors))
      .thenEvents(successionRuled.of(told));
    given(registered, successionRuled.of(told))
      .when((state) => ruleSuccession(state, told, ancestors))
      .thenFails(RulingIsUnchanged);
    given(registered, successionRuled.of(told))
      .when((state) => ruleSuccession(state, { ...ruling, takesOver: null }, ancestors))
      .thenEvents(successionRuled.of({ ...ruling, takesOver: null }));
    for (const predecessorId of [null, unitId])
      given(registered)
        .when((state) => ruleSuccession(state, { ...told, predecessorId }, ancestors))
        .thenFails(NothingToTakeOver);
  });

  it('demands a reason and a possible year', () => {
    given(registered)
      .when((state) => ruleSuccession(state, { ...ruling, reason: '' }, ancestors))
      .thenFails(TextIsInvalid);
    given(registered)
      .when((state) => ruleSuccession(state, { ...ruling, year: 20245 }, ancestors))
      .thenFails(YearOutOfRange);
  });
});
