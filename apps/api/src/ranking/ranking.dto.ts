import { AmountAnswer, DecisionAnswer, Shown, ShownObject } from '../http/answers';
import type { BlockYears, BlockYearState, RankedUnit, RankedYear, Ranking, RankingHistory } from '@app/ranking';
import { RulesetRefBody } from '../period/period.dto';
import { CorrectionAnswer, SinceAnswer } from './edition.dto';

const states: readonly BlockYearState[] = ['official', 'provisional', 'imported', 'open', 'skipped'];
const stateMeaning =
  'official: published here; provisional: announced, units may object; imported: published elsewhere; open: as the files stand now; skipped: not assessed';
const unitStates: readonly RankedUnit['state'][] = [
  'ranked',
  'not-submitted',
  'in-appraisal',
  'incomplete',
  'not-assessed',
  'not-published',
];
const stateOfUnit =
  'ranked, or why there is no rank; incomplete: the appraisal is closed, but points are still missing (of the survey)';
const nullable = { nullable: true };
const amount = () => AmountAnswer;

class PlaceAnswer {
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

  @ShownObject(amount, 'Index %', nullable)
  index!: AmountAnswer | null;

  @Shown('text', 'Class (xếp loại)', nullable)
  className!: string | null;

  @Shown('text', 'Grade', nullable)
  grade!: string | null;

  @Shown('text', 'Note', nullable)
  note!: string | null;
}

export class RankedUnitAnswer extends PlaceAnswer implements RankedUnit {
  @Shown('text', 'The unit')
  unitId!: string;
}

class SourceAnswer {
  @Shown('text', 'Title')
  title!: string;

  @Shown('text', 'Address')
  url!: string;
}

export class RankingAnswer implements Ranking {
  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('text', 'The block (Khối)')
  blockId!: string;

  @Shown('text', 'Its name')
  blockName!: string;

  @Shown('text', stateMeaning, { enum: states })
  state!: BlockYearState;

  @Shown('integer', 'Number of ranked units', nullable)
  n!: number | null;

  @Shown('text', 'Ranking scheme', nullable)
  scheme!: string | null;

  @ShownObject(() => RulesetRefBody, 'The rules', nullable)
  ruleset!: RulesetRefBody | null;

  @ShownObject(() => DecisionAnswer, 'The decision that published it', nullable)
  decision!: DecisionAnswer | null;

  @Shown('text', 'When it was published', nullable)
  publishedAt!: string | null;

  @ShownObject(() => SourceAnswer, 'Where it was published, when imported', nullable)
  source!: SourceAnswer | null;

  @Shown('text', 'Why the block is not assessed', nullable)
  reason!: string | null;

  @Shown('text', 'Units may object before this instant, while results are provisional', nullable)
  objectUntil!: string | null;

  @ShownObject(() => CorrectionAnswer, 'What was corrected, and why', nullable)
  correction!: CorrectionAnswer | null;

  @ShownObject(
    () => SinceAnswer,
    'From when these results count; ask asOf an earlier moment for those before',
    nullable,
  )
  since!: SinceAnswer | null;

  @Shown('text', 'The event that made it so', nullable)
  eventId!: string | null;

  @ShownObject(() => RankedUnitAnswer, 'By rank', { isArray: true })
  ranked!: RankedUnitAnswer[];

  @ShownObject(() => RankedUnitAnswer, 'Members without a rank, each with its state', { isArray: true })
  unranked!: RankedUnitAnswer[];

  @Shown('text', 'What a faulty event stopped, among all that this rests on: `2024.u17` is the year of a unit', {
    isArray: true,
  })
  halted!: string[];

  @Shown('text', 'Position of the log up to which this is true, or the moment asked about', { nullable: true })
  asOf!: string | null;
}

export class RankedYearAnswer extends PlaceAnswer implements RankedYear {
  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('text', 'The block (Khối)')
  blockId!: string;

  @Shown('text', 'Its name')
  blockName!: string;

  @Shown('text', stateMeaning, { enum: states })
  yearState!: BlockYearState;

  @Shown('integer', 'Number of ranked units', nullable)
  n!: number | null;
}

export class RankingHistoryAnswer implements RankingHistory {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('text', 'Its name')
  unitName!: string;

  @ShownObject(() => RankedYearAnswer, 'The earliest year first; a year without results is absent', { isArray: true })
  years!: RankedYearAnswer[];

  @Shown('text', 'Position of the log up to which this is true, or the moment asked about', { nullable: true })
  asOf!: string | null;
}

class BlockYearAnswer {
  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('text', stateMeaning, { enum: states })
  state!: BlockYearState;

  @Shown('integer', 'Number of ranked units', nullable)
  n!: number | null;
}

export class BlockYearsAnswer implements BlockYears {
  @Shown('text', 'The block (Khối)')
  blockId!: string;

  @Shown('text', 'Its name')
  blockName!: string;

  @ShownObject(() => BlockYearAnswer, 'The latest first', { isArray: true })
  years!: BlockYearAnswer[];
}
