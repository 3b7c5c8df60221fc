import type { DataOf } from '@app/kernel';
import type { tenureCorrected } from './correction.events';
import { byFirstDay, type Span } from './spans';
import type { officeLeft, officeTaken } from './unit.events';

/** Somebody's time in an office. */
export interface Tenure extends Span {
  readonly personId: string;
  readonly personName: string;
}

/** Who held each office when, as it stands on record, the earliest first: one at a time, only the last may last. */
export type Offices = Readonly<Record<'head' | 'deputy', readonly Tenure[]>>;

export const initialOffices: Offices = { head: [], deputy: [] };

/** The offices after a person took one. */
export function withOfficeTaken(
  offices: Offices,
  { office, personId, personName, from }: DataOf<typeof officeTaken>,
): Offices {
  return { ...offices, [office]: [...offices[office], { personId, personName, from, until: null }] };
}

/** The offices after a person left one. */
export function withOfficeLeft(offices: Offices, { office, until }: DataOf<typeof officeLeft>): Offices {
  const ended = (tenure: Tenure): Tenure => (tenure.until === null ? { ...tenure, until } : tenure);
  return { ...offices, [office]: offices[office].map(ended) };
}

/** The offices after what was wrong about one is put right. */
export function withTenureCorrected(offices: Offices, correction: DataOf<typeof tenureCorrected>): Offices {
  const { office, corrected } = correction;
  const others = offices[office].filter((tenure) => !isNamed(tenure, correction));
  return { ...offices, [office]: corrected === null ? others : [...others, corrected].sort(byFirstDay) };
}

/** Whether the tenure is the one of this person and first day. */
export function isNamed(tenure: Tenure, { personId, from }: Pick<Tenure, 'personId' | 'from'>): boolean {
  return tenure.personId === personId && tenure.from === from;
}
