import type { BlockYearState, PredecessorYear, RankedYear, RankingHistory } from '@app/ranking';
import type { LineageKind } from '@app/unit';
import { type DecreeAnswer, Shown, ShownObject } from '../http/answers';
import { passedOver } from '../unit-register/unit-register.dto';
import { nullable, PlaceAnswer, stateMeaning, states } from './place.dto';

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

class CarriedOverAnswer {
  @Shown('integer', 'The year in which it counts as last year')
  year!: number;

  @Shown('text', 'Reason of the ruling')
  reason!: string;

  @Shown('text', 'The event that rules so')
  eventId!: string;
}

export class PredecessorYearAnswer extends RankedYearAnswer implements PredecessorYear {
  @Shown('text', 'The predecessor')
  unitId!: string;

  @Shown('text', 'The unit it passed over to: this one, or one that this one came out of')
  heirId!: string;

  @passedOver.kind
  kind!: LineageKind;

  @passedOver.share
  share!: string | null;

  @passedOver.effectiveOn
  effectiveOn!: string;

  @passedOver.decree
  decree!: DecreeAnswer;

  @passedOver.eventId
  lineageEventId!: string;

  @ShownObject(
    () => CarriedOverAnswer,
    "The ruling by which it counts as the unit's last year; null: it does not",
    nullable,
  )
  carriedOver!: CarriedOverAnswer | null;
}

export class RankingHistoryAnswer implements RankingHistory {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('text', 'Its name')
  unitName!: string;

  @ShownObject(() => RankedYearAnswer, 'The earliest year first; a year without results is absent', { isArray: true })
  years!: RankedYearAnswer[];

  @ShownObject(() => PredecessorYearAnswer, 'Years of the units it came out of, the earliest first', { isArray: true })
  predecessorYears!: PredecessorYearAnswer[];

  @Shown('text', 'Position of the log up to which this is true, or the moment asked about', { nullable: true })
  asOf!: string | null;
}
