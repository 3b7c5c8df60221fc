import {
  type Aggregate,
  assertNever,
  checkedCode,
  checkedDate,
  checkedKey,
  checkedYear,
  type Instant,
  type LocalDate,
} from '@app/kernel';
import {
  CaseAlreadyAnswered,
  CaseAlreadyReceived,
  CaseDateDoesNotFit,
  CaseIsClosed,
  CaseNotReceived,
  ObjectionsAreNotTaken,
  RegisterNumberIsTaken,
} from './casework.errors';
import { checkedRegisterNumber, dateSince, pastDate, reasonFor } from './case-checks';
import { caseAnswered, caseClosed, type CaseKind, caseReceived, type CaseworkEvent } from './casework.events';

/** What decisions need of one case. */
export interface CaseState {
  readonly kind: CaseKind;
  readonly component: string | null;
  readonly externalNumber: string;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly answered: boolean;
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
        const received = { kind, component, externalNumber, receivedOn, dueOn, answered: false, closed: false };
        return new Map(state).set(data.caseId, received);
      }
      case 'CaseAnswered':
        return changed(state, data.caseId, { answered: true });
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

/** A case as it comes in from its register. There is no field for who complained, and none may be added. */
export interface NewCase extends CaseName {
  readonly kind: CaseKind;
  readonly component: string | null;
  readonly externalNumber: string;
  readonly channel: string;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Before which instant units may object to the provisional results that stand; null or absent: none stand. Other kinds have no such time. */
  readonly objectUntil?: Instant | null;
}

export interface Answer extends CaseName {
  readonly answeredOn: LocalDate;
}

export interface Conclusion extends CaseName {
  readonly outcome: 'upheld' | 'rejected' | 'withdrawn';
  readonly closedOn: LocalDate;
  /** Mandatory; for a denunciation it must be null. */
  readonly reason: string | null;
}

/** A feedback, complaint, reference to a denunciation, or objection about the unit arrived (NĐ 20/2008 and the laws on khiếu nại, tố cáo). */
export function receiveCase(state: Casework, input: NewCase, now: Instant): CaseworkEvent[] {
  const { year, unitId, caseId, kind, component } = input;
  if (kind === 'score-objection') demandTimeToObject(input.objectUntil ?? null, now);
  if (state.has(checkedCode('Mã vụ việc', caseId))) throw new CaseAlreadyReceived(caseId);
  const externalNumber = checkedRegisterNumber(input.externalNumber);
  for (const [takenBy, known] of state) {
    if (known.kind === kind && known.externalNumber === externalNumber)
      throw new RegisterNumberIsTaken(externalNumber, takenBy);
  }
  const receivedOn = pastDate('Ngày tiếp nhận', input.receivedOn, now);
  const dueOn = checkedDate('Ngày đến hạn', input.dueOn);
  if (dueOn < receivedOn) throw new CaseDateDoesNotFit(dueOn, 'hạn trả lời trước ngày tiếp nhận', receivedOn);
  const channel = checkedCode('Kênh tiếp nhận', input.channel);
  if (component !== null) checkedCode('Tiêu chí thành phần', component);
  return [caseReceived.of({ caseId, kind, unitId, year, component, externalNumber, channel, receivedOn, dueOn })];
}

function demandTimeToObject(objectUntil: Instant | null, now: Instant): void {
  if (objectUntil === null || now >= objectUntil) throw new ObjectionsAreNotTaken(objectUntil, now);
}

/** The unit answered; late when after the due date. */
export function answerCase(state: Casework, input: Answer, now: Instant): CaseworkEvent[] {
  const { year, unitId, caseId } = input;
  const { kind, dueOn, answered, receivedOn } = openCase(state, caseId);
  if (answered) throw new CaseAlreadyAnswered(caseId);
  const answeredOn = dateSince(receivedOn, 'Ngày trả lời', input.answeredOn, now);
  return [caseAnswered.of({ caseId, kind, unitId, year, answeredOn, late: answeredOn > dueOn })];
}

/** Concludes the case: upheld, rejected or withdrawn, with the reason; of a denunciation without any text. */
export function closeCase(state: Casework, input: Conclusion, now: Instant): CaseworkEvent[] {
  const { year, unitId, caseId, outcome } = input;
  const { kind, component, receivedOn } = openCase(state, caseId);
  const reason = reasonFor(kind, input.reason);
  const closedOn = dateSince(receivedOn, 'Ngày kết thúc', input.closedOn, now);
  return [caseClosed.of({ caseId, kind, unitId, year, component, outcome, closedOn, reason })];
}

function openCase(state: Casework, caseId: string): CaseState {
  const known = state.get(caseId);
  if (known === undefined) throw new CaseNotReceived(caseId);
  if (known.closed) throw new CaseIsClosed(caseId);
  return known;
}
