import { checkedDate, checkedText, type LocalDate } from '@app/kernel';
import { DecisionIsNotSigned } from './publication.errors';
import type { Decision } from './publication.events';

/** A decision that is signed by `today`. Throws DecisionIsNotSigned, TextIsInvalid, DateDoesNotExist. */
export function checkedDecision({ number, signedOn, signer }: Decision, today: LocalDate): Decision {
  if (checkedDate('Ngày ký', signedOn) > today) throw new DecisionIsNotSigned(signedOn, today);
  return { number: checkedText('Số quyết định', number, 100), signedOn, signer: checkedText('Người ký', signer, 200) };
}
