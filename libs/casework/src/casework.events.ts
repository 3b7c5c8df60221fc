import { type EventOf, eventSchema, type LocalDate } from '@app/kernel';

/**
 * Different legal streams: feedback (phản ánh, kiến nghị), complaint (khiếu nại), a reference to a denunciation (tố cáo), a unit's
 * objection to its own score (kiến nghị về điểm) and, once that is official, its complaint about it (khiếu nại về điểm). Of a denunciation
 * only the external number and the status enter: never who denounced, never the text.
 */
export type CaseKind = 'feedback' | 'complaint' | 'denunciation-reference' | 'score-objection' | 'score-complaint';

/** A case about one unit and one assessment year arrived. Stream `casework-<year>.<unitId>`: all cases about the unit in the year. */
export const caseReceived = eventSchema('CaseReceived')
  .startingAs<{
    caseId: string;
    kind: CaseKind;
    unitId: string;
    year: number;
    component: string | null;
    externalNumber: string;
    channel: string;
    receivedOn: LocalDate;
    dueOn: LocalDate;
  }>()
  .upcastTo<{
    caseId: string;
    kind: CaseKind;
    unitId: string;
    year: number;
    /** The component it concerns; null when none is named. */
    component: string | null;
    /** Number in the register it comes from; null: the office gives it later. */
    externalNumber: string | null;
    channel: string;
    receivedOn: LocalDate;
    dueOn: LocalDate;
  }>((v1) => v1);

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
