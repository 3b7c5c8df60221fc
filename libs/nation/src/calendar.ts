import {
  effectiveDeadline,
  endOfVietnamDay,
  type Instant,
  type LocalDate,
  workingCalendar,
  workingDayFrom,
} from '@app/kernel';
import { sampleCalendar } from '@app/period';

/** Events are this far apart, ms: so the largest phase of the whole nation (a round of appraisals) fits between two others. */
export const TICK = 4_000;

/** When each phase of an assessment year begins. In the order of the log. */
export const calendar = {
  period: (year: number) => `${year}-10-01T01:00:00.000Z`,
  opening: (year: number) => `${year}-10-02T01:00:00.000Z`,
  casework: (year: number) => `${year}-10-04T01:00:00.000Z`,
  declaring: (year: number) => `${year}-11-30T01:00:00.000Z`,
  submitting: (year: number) => `${year}-12-28T01:00:00.000Z`,
  surveys: (year: number) => `${year}-12-30T01:00:00.000Z`,
  round: (year: number, round: number) => `${year + 1}-${['01-03', '01-20', '02-06'][round - 1] ?? ''}T01:00:00.000Z`,
  closing: (year: number) => `${year + 1}-02-24T01:00:00.000Z`,
  announcing: (year: number) => `${year + 1}-03-01T01:00:00.000Z`,
  publishing: (year: number) => `${year + 1}-03-15T01:00:00.000Z`,
} as const satisfies Record<string, (year: number, round: number) => Instant>;

/** The deadlines of a year as they are asked for. */
export const askedDeadlines = (year: number) => ({
  submitBy: endOfVietnamDay(`${year}-12-31`),
  appraiseBy: endOfVietnamDay(`${year + 1}-02-28`),
});

/** Sample calendars of the years that deadlines of an assessment year fall into. */
export const workingDays = (year: number) => workingCalendar(sampleCalendar(year), sampleCalendar(year + 1));

const inEffect = (year: number, asked: Instant): Instant => effectiveDeadline(workingDays(year), asked);

/** When what is due on a day of the year is due. */
export const dueInEffect = (year: number, asked: LocalDate): LocalDate => workingDayFrom(workingDays(year), asked);

/** Until when the units of a year may submit. */
export const submitBy = (year: number): Instant => inEffect(year, askedDeadlines(year).submitBy);

/** Until when they may be appraised. */
export const appraiseBy = (year: number): Instant => inEffect(year, askedDeadlines(year).appraiseBy);

/** Until when they may object to their provisional results, as it is asked for: also where a weekend follows, it is over when they are published. */
export const objectUntil = (year: number): Instant => endOfVietnamDay(`${year + 1}-03-12`);
