import {
  DateDoesNotExist,
  daysAfter,
  IdentifierIsInvalid,
  TextIsInvalid,
  workingCalendar,
  WorkingYearIsNotRecorded,
} from '@app/kernel';
import { sampleCalendar } from '@app/period';
import { decisionSpec, sampleDays } from '@app/testing';
import {
  type Answer,
  answerCase,
  type Casework,
  casework,
  caseworkStream,
  closeCase,
  type Conclusion,
  type NewCase,
  receiveCase,
  registerCase,
} from './casework';
import {
  CaseAlreadyAnswered,
  CaseAlreadyReceived,
  CaseAlreadyRegistered,
  CaseDateDoesNotFit,
  CaseIsClosed,
  CaseNotReceived,
  DenunciationTextRefused,
  ObjectionsAreNotTaken,
  OwnUnitHandled,
  RegisterNumberIsInvalid,
  RegisterNumberIsTaken,
  ScoreIsNotOfficial,
} from './casework.errors';
import { caseAnswered, caseClosed, caseReceived, caseRegistered, type CaseworkEvent } from './casework.events';
import { type Objection, objectToScore } from './objection';
import { ObjectionTerms } from './objection-terms';

const { given } = decisionSpec(casework);
const now = '2024-06-30T16:59:59.999Z';
const arriving: NewCase = {
  year: 2024,
  unitId: 'so_noi_vu',
  caseId: 'c1',
  kind: 'complaint',
  component: '3.3.1',
  externalNumber: '123/KN-TTr',
  channel: '1022',
  receivedOn: '2024-06-01',
  dueOn: '2024-06-14',
};
const receivedAs = (input: NewCase, dueOn = input.dueOn) =>
  caseReceived.of({ ...input, dueOn, asked: { dueOn: input.dueOn } });
const received = receivedAs(arriving);
const receive =
  (change: Partial<NewCase> = {}) =>
  (state: Casework) =>
    receiveCase(state, { ...arriving, ...change }, sampleDays(2024), now);
const caseName = { year: 2024, unitId: 'so_noi_vu', caseId: 'c1' };
const answer =
  (change: Partial<Answer> = {}) =>
  (state: Casework) =>
    answerCase(state, { ...caseName, answeredOn: '2024-06-14', ...change }, now);
const answered = caseAnswered.of({ ...caseName, kind: 'complaint', answeredOn: '2024-06-14', late: false });
const concluding: Conclusion = {
  ...caseName,
  outcome: 'upheld',
  closedOn: '2024-06-20',
  reason: 'Chậm giải quyết hồ sơ',
};
const close =
  (change: Partial<Conclusion> = {}) =>
  (state: Casework) =>
    closeCase(state, { ...concluding, ...change }, now);
const closedData = {
  ...caseName,
  kind: 'complaint',
  component: '3.3.1',
  outcome: 'upheld',
  closedOn: '2024-06-20',
} as const;
const closed = caseClosed.of({ ...closedData, reason: 'Chậm giải quyết hồ sơ' });

describe('objecting to a score', () => {
  const kind = 'score-objection';

  it('is possible before the instant that was announced', () => {
    given()
      .when(receive({ kind, objectUntil: '2024-06-30T17:00:00.000Z' }))
      .thenEvents(receivedAs({ ...arriving, kind }));
    given()
      .when(receive({ kind, objectUntil: now }))
      .thenFails(ObjectionsAreNotTaken, { objectUntil: now });
  });

  it('is not possible while no provisional results stand', () => {
    given().when(receive({ kind })).thenFails(ObjectionsAreNotTaken, { objectUntil: null });
    given()
      .when(receive({ kind, objectUntil: null }))
      .thenFails(ObjectionsAreNotTaken);
  });

  it('comes in on or after the day on which there was something to object to', () => {
    const objectUntil = '2024-06-30T17:00:00.000Z';
    given()
      .when(receive({ kind, objectUntil, announcedOn: '2024-06-01' }))
      .thenEvents(receivedAs({ ...arriving, kind }));
    given()
      .when(receive({ kind, objectUntil, announcedOn: '2024-06-02' }))
      .thenFails(CaseDateDoesNotFit, { field: 'Ngày tiếp nhận', limit: '2024-06-02' });
  });

  it('is another matter than a complaint, which has no such time', () =>
    given()
      .when(receive({ objectUntil: null, announcedOn: '2024-06-02', officialOn: '2024-06-02' }))
      .thenEvents(received));
});

describe('complaining of a score', () => {
  const kind = 'score-complaint';

  it('is possible from the day on which it is official', () => {
    given()
      .when(receive({ kind, officialOn: '2024-06-01' }))
      .thenEvents(receivedAs({ ...arriving, kind }));
    given()
      .when(receive({ kind, officialOn: '2024-06-02' }))
      .thenFails(CaseDateDoesNotFit, { field: 'Ngày tiếp nhận', limit: '2024-06-02' });
  });

  it('is not possible while no results of the unit are official, whatever is provisional', () => {
    const { year, unitId } = caseName;
    given().when(receive({ kind })).thenFails(ScoreIsNotOfficial, { year, unitId });
    const provisional = { objectUntil: '2024-06-30T17:00:00.000Z', announcedOn: '2024-06-01', officialOn: null };
    given()
      .when(receive({ kind, ...provisional }))
      .thenFails(ScoreIsNotOfficial);
  });
});

describe('a head who objects in the system', () => {
  const until = '2024-06-30T17:00:00.000Z';
  const objecting: Objection = {
    ...{ ...caseName, component: '3.3.1', channel: 'he_thong', objectUntil: until },
  };
  const object =
    (change: Partial<Objection> = {}, at = now, days = 10) =>
    (state: Casework) =>
      objectToScore(state, { ...objecting, ...change }, new ObjectionTerms(days), sampleDays(2024), at);
  const objected = caseReceived.of({
    ...{ ...caseName, kind: 'score-objection', component: '3.3.1', channel: 'he_thong', externalNumber: null },
    ...{ receivedOn: '2024-06-30', dueOn: '2024-07-10', asked: { dueOn: '2024-07-10' } },
  });
  const register =
    (externalNumber: string, caseId = 'c1') =>
    (state: Casework) =>
      registerCase(state, { ...caseName, caseId, externalNumber });
  const registered = caseRegistered.of({ ...caseName, kind: 'score-objection', externalNumber: '12/KNĐ' });

  it('says neither when it came in, nor when it is due, nor its number, whatever is sent', () => {
    const sent = { receivedOn: '2024-01-01', dueOn: '2024-01-01', externalNumber: '1/KN', kind: 'complaint' };
    given()
      .when(object(sent as Partial<Objection>))
      .thenEvents(objected);
  });

  it('is answered on a working day: a term that ends on a Saturday ends on the Monday after', () =>
    given()
      .when(object({}, now, 6))
      .thenEvents(caseReceived.of({ ...objected.data, dueOn: '2024-07-08', asked: { dueOn: '2024-07-06' } })));

  it('has until the instant that was announced, and each case once', () => {
    given()
      .when(object({ objectUntil: null }))
      .thenFails(ObjectionsAreNotTaken);
    given().when(object({}, until)).thenFails(ObjectionsAreNotTaken);
    given(objected).when(object()).thenFails(CaseAlreadyReceived);
    given()
      .when(object({ component: 'mọi tiêu chí' }))
      .thenFails(IdentifierIsInvalid);
  });

  it('gets the number from the office that registers it, once, and a free one', () => {
    given(objected).when(register('12/KNĐ')).thenEvents(registered);
    given(objected, registered).when(register('13/KNĐ')).thenFails(CaseAlreadyRegistered, { externalNumber: '12/KNĐ' });
    given(received).when(register('13/KNĐ')).thenFails(CaseAlreadyRegistered);
    given().when(register('12/KNĐ')).thenFails(CaseNotReceived);
    given(objected).when(register('Lê Thị B')).thenFails(RegisterNumberIsInvalid);
    const second = caseReceived.of({ ...objected.data, caseId: 'c2' });
    given(objected, registered, second)
      .when(register('12/KNĐ', 'c2'))
      .thenFails(RegisterNumberIsTaken, { caseId: 'c1' });
  });

  it('may be numbered after it was concluded', () => {
    const concluded = caseClosed.of({ ...closedData, kind: 'score-objection', reason: 'Đúng' });
    given(objected, concluded).when(register('12/KNĐ')).thenEvents(registered);
  });
});

describe('handling a case about the own unit', () => {
  const own = { handlerUnitId: 'so_noi_vu' };
  const registering = { ...caseName, ...own, externalNumber: '5/KN' };

  it.each<[string, readonly CaseworkEvent[]]>([
    ['that is open', [received]],
    ['that is closed', [received, closed]],
    ['that there is not', []],
  ])('%s is refused in the same words: neither received nor registered, answered or concluded', (_what, events) => {
    const refuse = given(...events);
    refuse.when(receive(own)).thenFails(OwnUnitHandled, { unitId: 'so_noi_vu' });
    refuse.when((state) => registerCase(state, registering)).thenFails(OwnUnitHandled, { unitId: 'so_noi_vu' });
    refuse.when(answer(own)).thenFails(OwnUnitHandled, { unitId: 'so_noi_vu' });
    refuse.when(close(own)).thenFails(OwnUnitHandled, { unitId: 'so_noi_vu' });
  });

  it('is nothing that an outsider does', () => {
    const nowhere = { handlerUnitId: null };
    given().when(receive(nowhere)).thenEvents(received);
    given(received).when(answer(nowhere)).thenEvents(answered);
    given(received).when(close(nowhere)).thenEvents(closed);
  });
});

describe('receiving a case', () => {
  it('records it under its register number', () => given().when(receive()).thenEvents(received));

  it('takes a case id once', () =>
    given(received)
      .when(receive({ externalNumber: '124/KN' }))
      .thenFails(CaseAlreadyReceived));

  it('takes a register number once per kind', () => {
    given(received)
      .when(receive({ caseId: 'c2' }))
      .thenFails(RegisterNumberIsTaken, { caseId: 'c1' });
    const other = { ...arriving, caseId: 'c2', kind: 'feedback' } as const;
    given(received).when(receive(other)).thenEvents(receivedAs(other));
  });

  it.each(['', 'Nguyễn Văn A', '123 KN', 'a'.repeat(61), '-1'])('refuses the register number “%s”', (externalNumber) =>
    given().when(receive({ externalNumber })).thenFails(RegisterNumberIsInvalid),
  );

  it('knows the day in Vietnam: nothing arrives tomorrow', () => {
    const today = { ...arriving, receivedOn: '2024-06-30', dueOn: '2024-07-15' };
    given().when(receive(today)).thenEvents(receivedAs(today));
    given()
      .when(receive({ ...today, receivedOn: '2024-07-01' }))
      .thenFails(CaseDateDoesNotFit, { limit: '2024-06-30' });
  });

  it('is due after it came in, on days that exist', () => {
    const sameDay = { ...arriving, dueOn: arriving.receivedOn };
    given().when(receive(sameDay)).thenEvents(receivedAs(sameDay, '2024-06-03'));
    given()
      .when(receive({ dueOn: '2024-05-31' }))
      .thenFails(CaseDateDoesNotFit);
    given()
      .when(receive({ dueOn: '2024-06-31' }))
      .thenFails(DateDoesNotExist);
  });

  /** In the sample, Tết is from Thursday 1 to Monday 5 February 2024. */
  it.each([
    ['the day before Tết', '2024-01-31', '2024-01-31'],
    ['the first day of Tết', '2024-02-01', '2024-02-06'],
    ['the last day of Tết', '2024-02-05', '2024-02-06'],
    ['a Saturday', '2024-06-15', '2024-06-17'],
  ])('that is due on %s is due on a working day; what was asked stands beside it', (_, dueOn, effective) => {
    const since = { ...arriving, receivedOn: '2024-01-02', dueOn };
    const moved = receivedAs(since, effective);
    given().when(receive(since)).thenEvents(moved);
    const answeredBy = (answeredOn: string, late: boolean) =>
      given(moved)
        .when(answer({ answeredOn }))
        .thenEvents(caseAnswered.of({ ...caseName, kind: 'complaint', answeredOn, late }));
    answeredBy(effective, false);
    answeredBy(daysAfter(effective, 1), true);
  });

  it('is due on a Saturday on which offices work instead', () => {
    const sample = sampleCalendar(2024);
    const swapped = workingCalendar({ ...sample, workingDays: ['2024-06-15'] });
    const onSaturday = { ...arriving, dueOn: '2024-06-15' };
    given()
      .when((state) => receiveCase(state, onSaturday, swapped, now))
      .thenEvents(receivedAs(onSaturday));
  });

  it('is due in no year of which nobody recorded the days off', () =>
    given()
      .when(receive({ dueOn: '2025-01-02' }))
      .thenFails(WorkingYearIsNotRecorded, { year: 2025 }));

  it('names its channel by a code', () =>
    given()
      .when(receive({ channel: 'bà Lê Thị B gọi' }))
      .thenFails(IdentifierIsInvalid));

  it('names its stream', () => expect(caseworkStream(2024, 'so_noi_vu')).toBe('casework-2024.so_noi_vu'));
});

describe('a denunciation', () => {
  const reference = { ...arriving, kind: 'denunciation-reference' } as const;
  const receivedReference = receivedAs(reference);

  it('is kept as a reference: number, status, outcome, and no text', () => {
    given().when(receive(reference)).thenEvents(receivedReference);
    given(receivedReference)
      .when(close({ reason: null }))
      .thenEvents(caseClosed.of({ ...closedData, kind: 'denunciation-reference', reason: '' }));
  });

  it('refuses any text, which could name who denounced', () =>
    given(receivedReference).when(close()).thenFails(DenunciationTextRefused));

  it('stores nothing but the fields of a case, whatever else is sent', () =>
    given()
      .when((state) => receiveCase(state, { ...reference, denouncer: 'Lê Thị B' } as NewCase, sampleDays(2024), now))
      .thenEvents(receivedReference));
});

describe('answering and concluding', () => {
  it('answers in time on the due date, late the day after', () => {
    given(received).when(answer()).thenEvents(answered);
    const late = { ...caseName, kind: 'complaint', answeredOn: '2024-06-15', late: true } as const;
    given(received)
      .when(answer({ answeredOn: '2024-06-15' }))
      .thenEvents(caseAnswered.of(late));
  });

  it('answers once', () => given(received, answered).when(answer()).thenFails(CaseAlreadyAnswered));

  it('concludes with a reason, answered or not', () => {
    given(received).when(close()).thenEvents(closed);
    given(received, answered).when(close()).thenEvents(closed);
    given(received)
      .when(close({ reason: null }))
      .thenFails(TextIsInvalid);
  });

  it('ends there', () => {
    given(received, closed).when(close()).thenFails(CaseIsClosed);
    given(received, closed).when(answer()).thenFails(CaseIsClosed);
  });

  it('knows only cases that came in', () => {
    given().when(answer()).thenFails(CaseNotReceived);
    given(received)
      .when(close({ caseId: 'c2' }))
      .thenFails(CaseNotReceived);
  });

  it.each([
    ['2024-05-31', '2024-06-01'],
    ['2024-07-01', '2024-06-30'],
  ])('happens after the case came in and not in the future: not on %s', (date, limit) => {
    given(received)
      .when(answer({ answeredOn: date }))
      .thenFails(CaseDateDoesNotFit, { field: 'Ngày trả lời', limit });
    given(received)
      .when(close({ closedOn: date }))
      .thenFails(CaseDateDoesNotFit, { field: 'Ngày kết thúc', limit });
  });

  it('concludes not before the answer', () => {
    given(received, answered)
      .when(close({ closedOn: '2024-06-13' }))
      .thenFails(CaseDateDoesNotFit, { limit: '2024-06-14' });
    given(received, answered)
      .when(close({ closedOn: '2024-06-14' }))
      .thenEvents(caseClosed.of({ ...closed.data, closedOn: '2024-06-14' }));
  });
});
