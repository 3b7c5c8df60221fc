import { ApiHideProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { FormField } from '../http/fields';

/** How many years are looked at: each is a stream. */
const YEARS = 20;
const LAST_YEAR = 2200;

/** Twenty years from one on, as far as there are years. */
export function twentyYears(from: number): number[] {
  return Array.from({ length: YEARS }, (_, place) => from + place).filter((year) => year <= LAST_YEAR);
}

export class TwentyYearsFilter {
  @FormField('year', { description: 'The first of twenty years' })
  from!: string;

  /** Read by the AsOf decorator; named here so that it is not taken for a slip of the pen. */
  @ApiHideProperty()
  @IsOptional()
  asOf?: string;
}
