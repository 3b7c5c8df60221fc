import type { DataOf, LocalDate } from '@app/kernel';
import type { officeLeft, officeTaken } from './unit.events';

/** Who holds an office now, and the last day of the tenure before. */
export interface OfficeHolder {
  readonly personId: string | null;
  readonly from: LocalDate;
  readonly lastUntil: LocalDate;
}

export type Offices = Readonly<Record<'head' | 'deputy', OfficeHolder>>;

const vacant: OfficeHolder = { personId: null, from: '', lastUntil: '' };
export const initialOffices: Offices = { head: vacant, deputy: vacant };

/** The offices after a person took one. */
export function withOfficeTaken(offices: Offices, { office, personId, from }: DataOf<typeof officeTaken>): Offices {
  return { ...offices, [office]: { ...offices[office], personId, from } };
}

/** The offices after a person left one. */
export function withOfficeLeft(offices: Offices, { office, until }: DataOf<typeof officeLeft>): Offices {
  return { ...offices, [office]: { personId: null, from: '', lastUntil: until } };
}
