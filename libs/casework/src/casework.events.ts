import { type EventOf, eventSchema, type LocalDate } from '@app/kernel';

/**
 * Different legal streams: feedback (phản ánh, kiến nghị), complaint (khiếu nại), a reference to a denunciation (tố cáo), a unit's
 * objection to its own score (kiến nghị về điểm) and, once that is official, its complaint about it (khiếu nại về điểm). Of a denunciation
 * only the external number and the status enter: never who denounced, never the text.
 */
export type CaseKind = 'feedback' | 'complaint' | 'denunciation-reference' | 'score-objection' | 'score-complaint';

/** A case about one unit and one assessment year arrived. Stream `casework-<year>.<unitId>`: all cases about the unit in the year. */
export const caseReceived = eventSchema('CaseReceived')
  .startingAs<Omit<Received, 'externalNumber'> & { externalNumber: string }>()
  .upcastTo<Received>((v1) => v1)
  .upcastTo<
    Received & {
      /** The day as it was set; that in effect is the next working day where it is a day off. Before v3 it took effect as set. */
      asked: { readonly dueOn: LocalDate };
    }
  >((v2) => ({ ...v2, asked: { dueOn: v2.dueOn } }));

interface Received {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly unitId: string;
  readonly year: number;
  /** The component it concerns; null when none is named. */
  readonly component: string | null;
  /** Number in the register it comes from; null: the office gives it later. Before v2 it always came with one. */
  readonly externalNumber: string | null;
  readonly channel: string;
  readonly receivedOn: LocalDate;
  /** The last day on which an answer is in time. */
  readonly dueOn: LocalDate;
}

/** The office gave a case that came in without one its number in the register. Same stream. */
export const caseRegistered = eventSchema('CaseRegistered').startingAs<{
  caseId: string;
  kind: CaseKind;
  unitId: string;
  year: number;
  externalNumber: string;
}>();

export const caseAnswered = eventSchema('CaseAnswered').startingAs<{
  caseId: string;
  kind: CaseKind;
  unitId: string;
  year: number;
  answeredOn: LocalDate;
  late: boolean;
}>();

export const caseClosed = eventSchema('CaseClosed').startingAs<{
  caseId: string;
  kind: CaseKind;
  unitId: string;
  year: number;
  component: string | null;
  outcome: 'upheld' | 'rejected' | 'withdrawn';
  closedOn: LocalDate;
  reason: string;
}>();

export const caseworkEvents = [caseReceived, caseRegistered, caseAnswered, caseClosed] as const;
export type CaseworkEvent = EventOf<(typeof caseworkEvents)[number]>;
