import { checkedDate, checkedText, type DataOf, type Instant, type LocalDate, vietnamDate } from '@app/kernel';
import { DecreeIsNotSigned } from './unit.errors';

/**
 * The legal document (văn bản) that a change rests on. Day, issuer and title are null where an event of version 1 kept one text, which
 * then stands whole as the number: nothing is guessed out of it.
 */
export interface Decree {
  readonly number: string;
  readonly signedOn: LocalDate | null;
  readonly issuer: string | null;
  readonly title: string | null;
}

/** A decree as it is told today: number, day and issuer are demanded; the title may be left out. */
export interface DecreeTold extends Decree {
  readonly signedOn: LocalDate;
  readonly issuer: string;
}

/** A change as it is told: with number, day and issuer of its decree. */
export type ByDecree<Schema> = Omit<DataOf<Schema>, 'decree'> & { readonly decree: DecreeTold };

/** The decree checked and in NFC, signed by now. What it decides may begin before or after. Throws TextIsInvalid, DateDoesNotExist, DecreeIsNotSigned. */
export function checkedDecree({ number, signedOn, issuer, title }: DecreeTold, now: Instant): Decree {
  const today = vietnamDate(now);
  if (checkedDate('Ngày ký văn bản', signedOn) > today) throw new DecreeIsNotSigned(signedOn, today);
  return {
    number: checkedText('Số văn bản', number, 100),
    signedOn,
    issuer: checkedText('Cơ quan ban hành', issuer, 200),
    title: title === null ? null : checkedText('Trích yếu văn bản', title, 500),
  };
}

/** What version 1 of an event told in one text. */
export function decreeInOneText(legalDocument: string): Decree {
  return { number: legalDocument, signedOn: null, issuer: null, title: null };
}
