import { daysAfter, dueDateSet, type Instant, vietnamDate, type WorkingCalendar } from '@app/kernel';
import { checkedChannel, checkedComponent, demandNewCase, demandTimeToObject } from './case-checks';
import type { CaseName, Casework } from './casework';
import { caseReceived, type CaseworkEvent } from './casework.events';
import type { ObjectionTerms } from './objection-terms';

/** A unit objects to its own score. */
export interface Objection extends CaseName {
  readonly component: string | null;
  readonly channel: string;
  /** Before which instant units may object to the provisional results that stand; null: none stand. */
  readonly objectUntil: Instant | null;
}

/**
 * The unit objects to its own score (kiến nghị về điểm), while the time for it runs. It came in today, by the clock; when its answer is due
 * follows from the terms, by the working calendar; its register number is given by the office that registers it (`registerCase`). None of these is the objector's to say.
 */
export function objectToScore(
  state: Casework,
  { year, unitId, caseId, component, channel, objectUntil }: Objection,
  { answerWithinDays }: ObjectionTerms,
  calendar: WorkingCalendar,
  now: Instant,
): CaseworkEvent[] {
  demandTimeToObject(objectUntil, now);
  demandNewCase(state, caseId);
  const receivedOn = vietnamDate(now);
  const { asked, effective } = dueDateSet('Ngày đến hạn', daysAfter(receivedOn, answerWithinDays), calendar);
  return [
    caseReceived.of({
      caseId,
      kind: 'score-objection',
      unitId,
      year,
      component: checkedComponent(component),
      externalNumber: null,
      channel: checkedChannel(channel),
      receivedOn,
      dueOn: effective,
      asked: { dueOn: asked },
    }),
  ];
}
