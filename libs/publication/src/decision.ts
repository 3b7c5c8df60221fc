import { checkedDate, checkedText, type LocalDate } from '@app/kernel';
import { DecisionIsNotSigned, DecisionIsTooEarly } from './publication.errors';
import type { Decision } from './publication.events';
import type { ScoredBlock } from './scored-block';

/** A day that a decision does not come before, and what was on it (Vietnamese). */
export interface Earlier {
  readonly what: string;
  readonly on: LocalDate;
}

/** A decision that is signed by `today`, not before anything that it rests on. Throws DecisionIsNotSigned, DecisionIsTooEarly, TextIsInvalid, DateDoesNotExist. */
export function checkedDecision(
  { number, signedOn, signer }: Decision,
  today: LocalDate,
  earlier: readonly Earlier[],
): Decision {
  if (checkedDate('Ngày ký', signedOn) > today) throw new DecisionIsNotSigned(signedOn, today);
  for (const { what, on } of earlier) if (signedOn < on) throw new DecisionIsTooEarly(signedOn, what, on);
  return { number: checkedText('Số quyết định', number, 100), signedOn, signer: checkedText('Người ký', signer, 200) };
}

/** The rulings that gave points of the results. */
export function rulingsBehind({ scored }: Pick<ScoredBlock, 'scored'>): Earlier[] {
  return scored.flatMap(({ unit: { unitId, facts } }) =>
    Object.entries(facts.components).flatMap(([code, { ruling }]) =>
      ruling ? [{ what: `quyết định về điểm ${code} của “${unitId}”`, on: ruling.decision.signedOn }] : [],
    ),
  );
}
