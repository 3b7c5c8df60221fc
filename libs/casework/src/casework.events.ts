import { type EventOf, eventSchema, type LocalDate } from '@app/kernel';

/**
 * Four different legal streams: feedback (phản ánh, kiến nghị), complaint (khiếu nại), a reference to a denunciation (tố cáo) and a
 * unit's objection to its own score. Of a denunciation only the external number and the status enter: never who denounced, never the text.
 */
export type CaseKind = 'feedback' | 'complaint' | 'denunciation-reference' | 'score-objection';

/** A case about one unit and one assessment year arrived. Stream `casework-<year>.<unitId>`: all cases about the unit in the year. */
export const caseReceived = eventSchema('CaseReceived').startingAs<{
  caseId: string;
  kind: CaseKind;
  unitId: string;
  year: number;
  /** The component it concerns; null when none is named. */
  component: string | null;
  /** Number in the register it comes from. */
  externalNumber: string;
  channel: string;
  receivedOn: LocalDate;
  dueOn: LocalDate;
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

export const caseworkEvents = [caseReceived, caseAnswered, caseClosed] as const;
export type CaseworkEvent = EventOf<(typeof caseworkEvents)[number]>;
