import type { CaseKind, caseClosed } from '@app/casework';
import type { DataOf, LocalDate } from '@app/kernel';

/** How far a case has come: what is concluded is closed, answered or not. */
export type CaseState = 'open' | 'answered' | 'closed';

/** A case as the register lists it. There is no field for who complained, and of what was concluded none for why: a text may name somebody. */
export interface CaseEntry {
  readonly year: number;
  readonly unitId: string;
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly component: string | null;
  /** Number in the register it comes from; null: the office has not given it yet. */
  readonly externalNumber: string | null;
  readonly channel: string;
  readonly receivedOn: LocalDate;
  /** The last day on which an answer is in time. */
  readonly dueOn: LocalDate;
  /** The day as it was set, before days off moved it. */
  readonly asked: { readonly dueOn: LocalDate };
  readonly state: CaseState;
  readonly answer: { readonly answeredOn: LocalDate; readonly late: boolean } | null;
  readonly conclusion: Pick<DataOf<typeof caseClosed>, 'outcome' | 'closedOn'> | null;
}

/** What a case is found by in the order of the register, by the day on which it is due; neither ever changes. */
export type CaseKey = readonly [dueOn: LocalDate, receivedPosition: string];
