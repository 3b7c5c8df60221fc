import { ApiHideProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { FormField } from '../http/fields';

/** Those that there can be (`YearOutOfRange`). Each is a stream. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2200];
/** How many are looked at from a year on. */
const YEARS = 20;

/** Twenty years from one on, as far as there are years; null: all of them. */
export function yearsFrom(from: string | null): number[] {
  const first = from === null ? FIRST_YEAR : Number(from);
  const last = from === null ? LAST_YEAR : Math.min(first + YEARS - 1, LAST_YEAR);
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

export class YearsFilter {
  @FormField('year', { description: 'The first of twenty years; all years when not said', nullable: true })
  from: string | null = null;

  /** Read by the AsOf decorator; named here so that it is not taken for a slip of the pen. */
  @ApiHideProperty()
  @IsOptional()
  asOf?: string;
}
