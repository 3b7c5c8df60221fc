import { checkedDate, checkedText, type DataOf, type LocalDate } from '@app/kernel';

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

/** The decree checked and in NFC. Throws TextIsInvalid, DateDoesNotExist. */
export function checkedDecree({ number, signedOn, issuer, title }: DecreeTold): Decree {
  return {
    number: checkedText('Số văn bản', number, 100),
    signedOn: checkedDate('Ngày ký văn bản', signedOn),
    issuer: checkedText('Cơ quan ban hành', issuer, 200),
    title: title === null ? null : checkedText('Trích yếu văn bản', title, 500),
  };
}

/** What version 1 of an event told in one text. */
export function decreeInOneText(legalDocument: string): Decree {
  return { number: legalDocument, signedOn: null, issuer: null, title: null };
}
