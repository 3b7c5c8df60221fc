import { diceFor } from '@app/demo';

/** How many appraisal rounds every submitted file goes through. */
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
    cases: dice.between(59, 119),
    openCases: dice.between(0, 2),
    surveyBatches: dice.between(3, 5),
  };
}

/** How large the rules are: so many components are declared, so many fields closed in every round. */
export interface RulesSize {
  readonly declarable: { readonly length: number };
  readonly fields: { readonly length: number };
}

/** Events of the file until it is complete: opened, declared and corrected. */
export function declarationEventsOf({ corrected }: UnitYearShape, { declarable }: RulesSize): number {
  return 1 + declarable.length + corrected;
}

/** Events of one round of appraisal: a word on every component, and the end of every field. */
export function roundEventsOf({ declarable, fields }: RulesSize): number {
  return declarable.length + fields.length;
}

/** Events of the file; of a submitted one also the request for approval and the submission, every round, and its end. */
export function assessmentEventsOf(shape: UnitYearShape, rules: RulesSize): number {
  return declarationEventsOf(shape, rules) + (shape.submitted ? 2 + ROUNDS * roundEventsOf(rules) + 1 : 0);
}

/** A case that ended was received, answered and closed. */
export function caseworkEventsOf({ cases, openCases }: UnitYearShape): number {
  return 3 * (cases - openCases) + openCases;
}
