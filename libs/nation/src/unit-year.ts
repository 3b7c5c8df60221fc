import { diceFor } from '@app/demo';

/** How many appraisal rounds every submitted file goes through: lead agency, Sở Nội vụ, council. */
export const ROUNDS = 3;

/** What one unit's year holds, in numbers: enough to count its events without making them. */
export interface UnitYearShape {
  readonly seed: number;
  readonly year: number;
  readonly unitId: string;
  /** How good the unit's year is, about 70 to 100. */
  readonly quality: number;
  /** A file that is never submitted is never appraised either. */
  readonly submitted: boolean;
  /** So many components are declared a second time before the file is submitted. */
  readonly corrected: number;
  readonly cases: number;
  /** Of the cases, the last so many are still open when the results are published. */
  readonly openCases: number;
  readonly surveyBatches: number;
}

/** A pure function of seed, year and unit. */
export function unitYearShape(seed: number, year: number, unitId: string, declarable: number): UnitYearShape {
  const base = diceFor(seed, unitId).between(78, 96);
  const dice = diceFor(seed, `${year}/${unitId}`);
  return {
    seed,
    year,
    unitId,
    quality: base + dice.between(-6, 5),
    submitted: !dice.chance(1),
    corrected: dice.between(declarable >> 2, declarable >> 1),
    cases: dice.between(68, 128),
    openCases: dice.between(0, 2),
    surveyBatches: dice.between(3, 5),
  };
}

/** Events of the file: opened, declared and corrected, and of a submitted one submission, every round, and its end. */
export function assessmentEventsOf({ submitted, corrected }: UnitYearShape, declarable: number): number {
  return 1 + declarable + corrected + (submitted ? 1 + ROUNDS * declarable + 1 : 0);
}

/** A case that ended was received, answered and closed. */
export function caseworkEventsOf({ cases, openCases }: UnitYearShape): number {
  return 3 * (cases - openCases) + openCases;
}
