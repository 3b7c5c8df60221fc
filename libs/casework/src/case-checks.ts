import { checkedDate, checkedText, type Instant, type LocalDate, vietnamDate } from '@app/kernel';
import { CaseDateDoesNotFit, DenunciationTextRefused, RegisterNumberIsInvalid } from './casework.errors';
import type { CaseKind } from './casework.events';

/** The reason for a conclusion: mandatory, but none of a denunciation, whose text could name who denounced. */
export function reasonFor(kind: CaseKind, reason: string | null): string {
  if (kind !== 'denunciation-reference') return checkedText('Lý do', reason ?? '');
  if (reason !== null) throw new DenunciationTextRefused();
  return '';
}

const REGISTER_NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}./_-]{0,59}$/u;

/** A register number in NFC. Without spaces, so that no name fits in. */
export function checkedRegisterNumber(text: string): string {
  const number = text.normalize('NFC').trim();
  if (!REGISTER_NUMBER.test(number)) throw new RegisterNumberIsInvalid();
  return number;
}

/** A day up to today in Vietnam. */
export function pastDate(field: string, date: LocalDate, now: Instant): LocalDate {
  const today = vietnamDate(now);
  if (checkedDate(field, date) > today) throw new CaseDateDoesNotFit(date, 'sau ngày hôm nay', today);
  return date;
}

/** A day from the case's arrival up to today in Vietnam. */
export function dateSince(receivedOn: LocalDate, field: string, date: LocalDate, now: Instant): LocalDate {
  if (pastDate(field, date, now) < receivedOn) throw new CaseDateDoesNotFit(date, 'trước ngày tiếp nhận', receivedOn);
  return date;
}
