import { checkedCode, checkedDate, checkedText, type Instant, type LocalDate, vietnamDate } from '@app/kernel';
import type { Casework, NewCase } from './casework';
import {
  CaseAlreadyReceived,
  CaseDateDoesNotFit,
  DenunciationTextRefused,
  ObjectionsAreNotTaken,
  RegisterNumberIsInvalid,
  RegisterNumberIsTaken,
  ScoreIsNotOfficial,
} from './casework.errors';
import type { CaseKind } from './casework.events';

/** The reason for a conclusion: mandatory, but none of a denunciation, whose text could name who denounced. */
export function reasonFor(kind: CaseKind, reason: string | null): string {
  if (kind !== 'denunciation-reference') return checkedText('Lý do', reason ?? '');
  if (reason !== null) throw new DenunciationTextRefused();
  return '';
}

const REGISTER_NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}./_-]{0,59}$/u;

/** A register number in NFC. Without spaces, so that no name fits in. */
function checkedRegisterNumber(text: string): string {
  const number = text.normalize('NFC').trim();
  if (!REGISTER_NUMBER.test(number)) throw new RegisterNumberIsInvalid();
  return number;
}

/** A register number that no other case of the kind has. Throws RegisterNumberIsInvalid, RegisterNumberIsTaken. */
export function freeNumber(state: Casework, kind: CaseKind, text: string): string {
  const number = checkedRegisterNumber(text);
  for (const [takenBy, known] of state) {
    if (known.kind === kind && known.externalNumber === number) throw new RegisterNumberIsTaken(number, takenBy);
  }
  return number;
}

/** Nothing came in under this id. Throws IdentifierIsInvalid, CaseAlreadyReceived. */
export function demandNewCase(state: Casework, caseId: string): void {
  if (state.has(checkedCode('Mã vụ việc', caseId))) throw new CaseAlreadyReceived(caseId);
}

/** Units object while provisional results stand, before `objectUntil`. Throws ObjectionsAreNotTaken. */
export function demandTimeToObject(objectUntil: Instant | null, now: Instant): void {
  if (objectUntil === null || now >= objectUntil) throw new ObjectionsAreNotTaken(objectUntil, now);
}

/**
 * What a unit says against its own score is said of results that there are: it objects to provisional ones while its time runs, and complains
 * of official ones, both since the day that is answered. Throws ObjectionsAreNotTaken, ScoreIsNotOfficial.
 */
export function contestedSince({ kind, year, unitId, ...given }: NewCase, now: Instant): Earlier {
  if (kind === 'score-objection') {
    demandTimeToObject(given.objectUntil ?? null, now);
    return { 'ngày thông báo kết quả tạm thời': given.announcedOn ?? null };
  }
  if (kind !== 'score-complaint') return {};
  const officialOn = given.officialOn ?? null;
  if (officialOn === null) throw new ScoreIsNotOfficial(year, unitId);
  return { 'ngày có kết quả chính thức': officialOn };
}

/** The channel, a code: no name of anybody. */
export function checkedChannel(channel: string): string {
  return checkedCode('Kênh tiếp nhận', channel);
}

/** The component's code, or none. */
export function checkedComponent(component: string | null): string | null {
  return component === null ? null : checkedCode('Tiêu chí thành phần', component);
}

/** A day up to today in Vietnam. */
function pastDate(field: string, date: LocalDate, now: Instant): LocalDate {
  const today = vietnamDate(now);
  if (checkedDate(field, date) > today) throw new CaseDateDoesNotFit(field, date, 'sau ngày hôm nay', today);
  return date;
}

/** What a date may not lie before: each named in Vietnamese; null: there is none. */
type Earlier = Readonly<Record<string, LocalDate | null>>;

/** A day up to today in Vietnam, and not before what it follows. Throws CaseDateDoesNotFit, DateDoesNotExist. */
export function dateSince(earlier: Earlier, field: string, date: LocalDate, now: Instant): LocalDate {
  pastDate(field, date, now);
  for (const [what, on] of Object.entries(earlier))
    if (on !== null && date < on) throw new CaseDateDoesNotFit(field, date, `trước ${what}`, on);
  return date;
}
