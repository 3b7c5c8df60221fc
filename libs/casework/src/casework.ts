import {
  type Aggregate,
  assertNever,
  checkedKey,
  checkedYear,
  dueDateSet,
  type Instant,
  type LocalDate,
  type WorkingCalendar,
} from '@app/kernel';
import {
  checkedChannel,
  checkedComponent,
  contestedSince,
  dateSince,
  demandNewCase,
  freeNumber,
  reasonFor,
} from './case-checks';
import {
  CaseAlreadyAnswered,
  CaseAlreadyRegistered,
  CaseDateDoesNotFit,
  CaseIsClosed,
  CaseNotReceived,
  OwnUnitHandled,
} from './casework.errors';
import {
  caseAnswered,
  caseClosed,
  type CaseKind,
  caseReceived,
  caseRegistered,
  type CaseworkEvent,
} from './casework.events';

/** What decisions need of one case. */
export interface CaseState {
  readonly kind: CaseKind;
  readonly component: string | null;
  /** Null: the office has not given it yet. */
  readonly externalNumber: string | null;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Null: not answered. */
  readonly answeredOn: LocalDate | null;
  readonly closed: boolean;
}

/** All cases about one unit in one year, by case id. */
export type Casework = ReadonlyMap<string, CaseState>;

export const casework: Aggregate<Casework, CaseworkEvent> = {
  initial: new Map(),
  evolve(state, { type, data }) {
    switch (type) {
      case 'CaseReceived': {
        const { kind, component, externalNumber, receivedOn, dueOn } = data;
        const received = { kind, component, externalNumber, receivedOn, dueOn, answeredOn: null, closed: false };
        return new Map(state).set(data.caseId, received);
      }
      case 'CaseRegistered':
        return changed(state, data.caseId, { externalNumber: data.externalNumber });
      case 'CaseAnswered':
        return changed(state, data.caseId, { answeredOn: data.answeredOn });
      case 'CaseClosed':
        return changed(state, data.caseId, { closed: true });
      default:
        return assertNever(type);
    }
  },
};

function changed(state: Casework, caseId: string, change: Partial<CaseState>): Casework {
  const known = state.get(caseId);
  return known === undefined ? state : new Map(state).set(caseId, { ...known, ...change });
}

/** `casework-<year>.<unitId>`. Throws YearOutOfRange, IdentifierIsInvalid. */
export function caseworkStream(year: number, unitId: string): string {
  return `casework-${checkedYear(year)}.${checkedKey('Mã đơn vị', unitId)}`;
}

/** Names one case; part of every command's input. */
export interface CaseName {
  readonly year: number;
  readonly unitId: string;
  readonly caseId: string;
}

/** A case in the hands of somebody who handles cases. */
export interface HandledCase extends CaseName {
  /** The unit of the case, when whoever handles it belongs to it; null or absent: they do not. */
  readonly handlerUnitId?: string | null;
}

/** A case as it comes in from its register. There is no field for who complained, and none may be added. */
export interface NewCase extends HandledCase {
  readonly kind: CaseKind;
  readonly component: string | null;
  readonly externalNumber: string;
  readonly channel: string;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Before which instant units may object to the provisional results that stand; null or absent: none stand. Other kinds have no such time. */
  readonly objectUntil?: Instant | null;
  /** The day on which such results were first announced: nobody objected before. Null or absent as above. */
  readonly announcedOn?: LocalDate | null;
  /** Since which day results of the unit's year are official: before, nobody complains of them. Null or absent: none are. */
  readonly officialOn?: LocalDate | null;
}

/** The number that the office gives. */
export interface Registration extends HandledCase {
  readonly externalNumber: string;
}

export interface Answer extends HandledCase {
  readonly answeredOn: LocalDate;
}

export interface Conclusion extends HandledCase {
  readonly outcome: 'upheld' | 'rejected' | 'withdrawn';
  readonly closedOn: LocalDate;
  /** Mandatory; for a denunciation it must be null. */
  readonly reason: string | null;
}

/** A feedback, complaint, reference to a denunciation, or objection about the unit arrived (NĐ 20/2008 and the laws on khiếu nại, tố cáo). */
export function receiveCase(state: Casework, input: NewCase, calendar: WorkingCalendar, now: Instant): CaseworkEvent[] {
  const { year, unitId, caseId, kind, component } = input;
  demandOutsider(input);
  const earlier = contestedSince(input, now);
  demandNewCase(state, caseId);
  const externalNumber = freeNumber(state, kind, input.externalNumber);
  const receivedOn = dateSince(earlier, 'Ngày tiếp nhận', input.receivedOn, now);
  const due = dueDateSet('Ngày đến hạn', input.dueOn, calendar, (dueOn) => {
    if (dueOn < receivedOn) throw new CaseDateDoesNotFit('Ngày đến hạn', dueOn, 'trước ngày tiếp nhận', receivedOn);
  });
  const channel = checkedChannel(input.channel);
  checkedComponent(component);
  const dates = { receivedOn, dueOn: due.effective, asked: { dueOn: due.asked } };
  return [caseReceived.of({ caseId, kind, unitId, year, component, externalNumber, channel, ...dates })];
}

/** The office gives a case that came in without a number its own, once; also a case that is closed. */
export function registerCase(
  state: Casework,
  { year, unitId, caseId, handlerUnitId, ...input }: Registration,
): CaseworkEvent[] {
  demandOutsider({ unitId, handlerUnitId });
  const { kind, externalNumber: given } = knownCase(state, caseId);
  if (given !== null) throw new CaseAlreadyRegistered(caseId, given);
  const externalNumber = freeNumber(state, kind, input.externalNumber);
  return [caseRegistered.of({ caseId, kind, unitId, year, externalNumber })];
}

/** The unit answered; late when after the due date in effect. */
export function answerCase(state: Casework, input: Answer, now: Instant): CaseworkEvent[] {
  const { year, unitId, caseId } = input;
  demandOutsider(input);
  const { kind, dueOn, answeredOn: before, receivedOn } = openCase(state, caseId);
  if (before !== null) throw new CaseAlreadyAnswered(caseId);
  const answeredOn = dateSince({ 'ngày tiếp nhận': receivedOn }, 'Ngày trả lời', input.answeredOn, now);
  return [caseAnswered.of({ caseId, kind, unitId, year, answeredOn, late: answeredOn > dueOn })];
}

/** Concludes the case, not before it came in and was answered: upheld, rejected or withdrawn, with the reason; of a denunciation without any text. */
export function closeCase(state: Casework, input: Conclusion, now: Instant): CaseworkEvent[] {
  const { year, unitId, caseId, outcome } = input;
  demandOutsider(input);
  const { kind, component, receivedOn, answeredOn } = openCase(state, caseId);
  const reason = reasonFor(kind, input.reason);
  const earlier = { 'ngày tiếp nhận': receivedOn, 'ngày trả lời': answeredOn };
  const closedOn = dateSince(earlier, 'Ngày kết thúc', input.closedOn, now);
  return [caseClosed.of({ caseId, kind, unitId, year, component, outcome, closedOn, reason })];
}

/** A unit's own people do not handle the cases about it. Demanded before any case is looked for: they are not told which there are. */
function demandOutsider({ unitId, handlerUnitId }: Pick<HandledCase, 'unitId' | 'handlerUnitId'>): void {
  if (handlerUnitId === unitId) throw new OwnUnitHandled(unitId);
}

function openCase(state: Casework, caseId: string): CaseState {
  const known = knownCase(state, caseId);
  if (known.closed) throw new CaseIsClosed(caseId);
  return known;
}

function knownCase(state: Casework, caseId: string): CaseState {
  const known = state.get(caseId);
  if (known === undefined) throw new CaseNotReceived(caseId);
  return known;
}
