import type { BlockYears, BlockYearState, RankedUnit, Ranking } from '@app/ranking';
import { DecisionAnswer, Shown, ShownObject } from '../http/answers';
import { RulesetRefBody } from '../period/period.dto';
import { CorrectionAnswer, SinceAnswer } from './edition.dto';
import { nullable, PlaceAnswer, stateMeaning, states } from './place.dto';

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
