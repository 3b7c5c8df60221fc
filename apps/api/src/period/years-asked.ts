import { type Instant, vietnamDate } from '@app/kernel';
import { ApiHideProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { FormField } from '../http/fields';

/** The last that there can be (`YearOutOfRange`). */
const LAST_YEAR = 2200;
/** How many are looked at: each is a stream, and everybody may ask. */
const YEARS = 20;

/** Twenty years from one on, as far as there are years; null: those around now, from ten years ago on. */
export function yearsFrom(from: string | null, now: Instant): number[] {
  const first = from === null ? Number(vietnamDate(now).slice(0, 4)) - YEARS / 2 : Number(from);
  return Array.from({ length: Math.min(YEARS, LAST_YEAR - first + 1) }, (_, place) => first + place);
}

export class YearsFilter {
  @FormField('year', { description: 'The first of twenty years; when not said, that of ten years ago', nullable: true })
  from: string | null = null;

  /** Read by the AsOf decorator; named here so that it is not taken for a slip of the pen. */
  @ApiHideProperty()
  @IsOptional()
  asOf?: string;
}
