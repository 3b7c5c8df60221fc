import type { BlockYearState, RankedUnit } from '@app/ranking';
import { AmountAnswer, Shown, ShownObject } from '../http/answers';

export const states: readonly BlockYearState[] = ['official', 'provisional', 'imported', 'open', 'skipped'];
export const stateMeaning =
  'official: published here; provisional: announced, units may object; imported: published elsewhere; open: as the files stand now; skipped: not assessed';
const unitStates: readonly RankedUnit['state'][] = [
  'ranked',
  'not-submitted',
  'not-resubmitted',
  'in-appraisal',
  'incomplete',
  'not-assessed',
  'not-published',
  'ended',
];
const stateOfUnit =
  'ranked, or why there is no rank; incomplete: the appraisal is closed, but points are still missing (of the survey); ended: within the year, its file is kept; not-resubmitted: the file was sent back to be completed, and not submitted again in time';
export const nullable = { nullable: true };
const amount = () => AmountAnswer;

/** A unit’s place in a year. */
export class PlaceAnswer {
  @Shown('text', 'Name of the unit, as it was then')
  unitName!: string;

  @Shown('text', stateOfUnit, { enum: unitStates })
  state!: RankedUnit['state'];

  @Shown('integer', 'Rank within the block', nullable)
  rank!: number | null;

  @Shown('flag', 'Shares the rank (đồng hạng)')
  tied!: boolean;

  @Shown('integer', "Last year's rank minus this year's: positive is up", nullable)
  move!: number | null;

  @Shown('integer', "Last year's rank", nullable)
  previousRank!: number | null;

  @Shown('integer', 'Number of ranked units last year', nullable)
  previousN!: number | null;

  @Shown('text', 'Percentage of the ranked units at this rank or below: 100.0 for the first', nullable)
  percentile!: string | null;

  @ShownObject(amount, 'Total', nullable)
  total!: AmountAnswer | null;

  @Shown('flag', 'True: components are missing, the total is the sum of those known so far, and there is no index')
  partial!: boolean;

  @ShownObject(amount, 'Index %', nullable)
  index!: AmountAnswer | null;

  @Shown('text', 'Class (xếp loại)', nullable)
  className!: string | null;

  @Shown('text', 'Grade', nullable)
  grade!: string | null;

  @Shown('text', 'Note', nullable)
  note!: string | null;
}
