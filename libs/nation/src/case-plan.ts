import type { CaseKind } from '@app/casework';
import { type Dice, diceFor } from '@app/demo';
import { daysAfter, type LocalDate } from '@app/kernel';
import type { UnitYearShape } from './unit-year';

/** One case about a unit in a year, as its register tells it; open when `outcome` is null. */
export interface PlannedCase {
  readonly caseId: string;
  readonly kind: Exclude<CaseKind, 'score-objection' | 'score-complaint'>;
  readonly externalNumber: string;
  readonly channel: string;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly answeredOn: LocalDate;
  readonly closedOn: LocalDate;
  readonly outcome: 'upheld' | 'rejected' | 'withdrawn' | null;
}

const CHANNELS = ['cong_dich_vu_cong', 'tiep_cong_dan', 'duong_day_nong', 'van_ban'] as const;
const KINDS = { feedback: 'PA', complaint: 'KN', 'denunciation-reference': 'TC' } as const;

/** Cases arrive until July, are due in 30 days, and are all over by the end of September. */
export function casesOf(shape: UnitYearShape): PlannedCase[] {
  const dice = diceFor(shape.seed, `${shape.year}/${shape.unitId}/cases`);
  return Array.from({ length: shape.cases }, (_, place) =>
    plannedCase(shape, place + 1, place >= shape.cases - shape.openCases, dice),
  );
}

function plannedCase({ year, unitId }: UnitYearShape, number: number, open: boolean, dice: Dice): PlannedCase {
  const kind = kindOf(dice.between(1, 100));
  const receivedOn = daysAfter(`${year}-01-05`, dice.between(0, 200));
  const answeredOn = daysAfter(receivedOn, dice.between(2, 33));
  const outcome = outcomeOf(dice.between(1, 100));
  return {
    caseId: `${KINDS[kind].toLowerCase()}_${year}_${unitId}_${number}`,
    kind,
    externalNumber: `${KINDS[kind]}-MAU-${number}`,
    channel: CHANNELS[dice.between(0, CHANNELS.length - 1)] ?? CHANNELS[0],
    receivedOn,
    dueOn: daysAfter(receivedOn, 30),
    answeredOn,
    closedOn: daysAfter(answeredOn, dice.between(0, 10)),
    outcome: open ? null : outcome,
  };
}

/** Nobody objects to a score or complains of it: that is done only once results are announced. */
function kindOf(roll: number): PlannedCase['kind'] {
  if (roll <= 88) return 'feedback';
  if (roll <= 97) return 'complaint';
  return 'denunciation-reference';
}

function outcomeOf(roll: number): NonNullable<PlannedCase['outcome']> {
  if (roll <= 2) return 'upheld';
  return roll <= 90 ? 'rejected' : 'withdrawn';
}
