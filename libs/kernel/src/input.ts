import { type Instant, type LocalDate } from './clock';
import { DomainError } from './domain-error';
import { type ExactText, Rational } from './rational';

/** A year outside 1900–2200: surely a slip of the finger. */
export class YearOutOfRange extends DomainError {
  readonly code = 'input.year-out-of-range';
  readonly kind = 'invalid';

  constructor(year: number) {
    super(`Năm ${year} không hợp lệ: phải là số nguyên từ ${FIRST_YEAR} đến ${LAST_YEAR}.`, { year: String(year) });
  }
}

/** A date that no calendar has (30 February), not written as `2024-01-31`, or outside 1900–2200. */
export class DateDoesNotExist extends DomainError {
  readonly code = 'input.date-does-not-exist';
  readonly kind = 'invalid';

  constructor(field: string, value: string, why = 'không phải là một ngày có thật') {
    super(`${field}: “${value}” ${why}.`, { field, value });
  }
}

/** Not an instant in UTC with milliseconds, or outside 1900–2200. */
export class InstantDoesNotExist extends DomainError {
  readonly code = 'input.instant-does-not-exist';
  readonly kind = 'invalid';

  constructor(field: string, value: string, why = 'không phải là một thời điểm UTC') {
    super(`${field}: “${value}” ${why}.`, { field, value });
  }
}

/** An identifier with characters that stream names or registers do not take. */
export class IdentifierIsInvalid extends DomainError {
  readonly code = 'input.identifier-is-invalid';
  readonly kind = 'invalid';

  constructor(field: string, value: string, allowed: string) {
    super(`${field}: mã “${value}” không hợp lệ; chỉ dùng ${allowed}, tối đa 64 ký tự.`, { field, value });
  }
}

/** Text that is empty, too long, or holds control characters. */
export class TextIsInvalid extends DomainError {
  readonly code = 'input.text-is-invalid';
  readonly kind = 'invalid';

  constructor(field: string, max: number) {
    super(`${field}: phải có từ 1 đến ${max} ký tự và không chứa ký tự điều khiển.`, { field, max });
  }
}

/** Text that is no exact number. */
export class NumberIsInvalid extends DomainError {
  readonly code = 'input.number-is-invalid';
  readonly kind = 'invalid';

  constructor(field: string, value: string) {
    super(`${field}: “${value}” không phải là số; hãy viết dạng 12.5 hoặc 2/3.`, { field, value });
  }
}

/** Not a SHA-256 digest. */
export class DigestIsInvalid extends DomainError {
  readonly code = 'input.digest-is-invalid';
  readonly kind = 'invalid';

  constructor(field: string, value: string) {
    super(`${field}: “${value}” không phải là mã băm SHA-256 (64 ký tự 0–9, a–f).`, { field, value });
  }
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const YEARS = `nằm ngoài các năm được chấp nhận: từ ${FIRST_YEAR} đến ${LAST_YEAR}`;
const KEY = /^[a-z0-9][a-z0-9_]{0,63}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Cs}]/u;

/** The year itself. Throws YearOutOfRange unless it is a whole number from 1900 to 2200. */
export function checkedYear(year: number): number {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) throw new YearOutOfRange(year);
  return year;
}

/** The date itself. Throws DateDoesNotExist, also for a date outside 1900–2200. `field` is Vietnamese, for the message. */
export function checkedDate(field: string, date: LocalDate): LocalDate {
  const exists = DATE.test(date) && isoOf(`${date}T00:00:00.000Z`).slice(0, 10) === date;
  if (!exists) throw new DateDoesNotExist(field, date);
  if (!isAcceptedYear(date)) throw new DateDoesNotExist(field, date, YEARS);
  return date;
}

/** The instant itself. Throws InstantDoesNotExist unless it is UTC with milliseconds: only then instants compare as text. */
export function checkedInstant(field: string, instant: Instant): Instant {
  if (isoOf(instant) !== instant) throw new InstantDoesNotExist(field, instant);
  if (!isAcceptedYear(instant)) throw new InstantDoesNotExist(field, instant, YEARS);
  return instant;
}

/** An id that becomes part of a stream name: lower-case letters, digits, `_`. No `-`: the log splits categories at it. */
export function checkedKey(field: string, key: string): string {
  if (!KEY.test(key)) throw new IdentifierIsInvalid(field, key, 'chữ thường không dấu a–z, chữ số và dấu “_”');
  return key;
}

/** An id that stays inside event data: letters, digits, `.`, `_`, `-`. */
export function checkedCode(field: string, code: string): string {
  if (!CODE.test(code)) throw new IdentifierIsInvalid(field, code, 'chữ không dấu, chữ số và các dấu “.”, “_”, “-”');
  return code;
}

/** The text trimmed and in Unicode form NFC, so that equal words are equal bytes. Throws TextIsInvalid. */
export function checkedText(field: string, text: string, max = 2000): string {
  const normal = text.normalize('NFC').trim();
  if (normal.length === 0 || normal.length > max || UNPRINTABLE.test(normal)) throw new TextIsInvalid(field, max);
  return normal;
}

/** The exact number that a text writes. Throws NumberIsInvalid. */
export function checkedNumber(field: string, text: ExactText): Rational {
  try {
    return Rational.of(text);
  } catch {
    throw new NumberIsInvalid(field, text);
  }
}

/** A SHA-256 digest as 64 lower-case hexadecimal digits. Throws DigestIsInvalid. */
export function checkedSha256(field: string, digest: string): string {
  if (!SHA256.test(digest)) throw new DigestIsInvalid(field, digest);
  return digest;
}

function isAcceptedYear(dateOrInstant: string): boolean {
  const year = dateOrInstant.slice(0, 4);
  return year >= String(FIRST_YEAR) && year <= String(LAST_YEAR);
}

function isoOf(text: string): string {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
}
