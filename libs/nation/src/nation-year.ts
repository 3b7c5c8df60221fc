import { appraisedFields, type FieldShare, shareOf } from '@app/assessment';
import { type Component, componentsOf, type Ruleset, type RulesetRef, rulesetRef } from '@app/ruleset';
import { type Questionnaire, questionnaireOf } from './survey-plan';
import { type UnitYearShape, unitYearShape } from './unit-year';
import type { NationBlock, NationUnit } from './units';

/** The rules of the nation, with what is looked up in them again and again. */
export interface NationRules {
  readonly ruleset: Ruleset;
  readonly ref: RulesetRef;
  /** What units declare and appraisers judge, in the order of the rubric. */
  readonly declarable: readonly Component[];
  /** What appraisers close together, field by field. */
  readonly fields: readonly FieldShare[];
  readonly questionnaire: Questionnaire;
}

/** A block's unit in one year. */
export interface UnitYear {
  readonly unit: NationUnit;
  readonly blockId: string;
  readonly shape: UnitYearShape;
}

export function nationRules(ruleset: Ruleset): NationRules {
  const declarable = componentsOf(ruleset).filter(
    ({ part, rule }) => part !== 'survey' && !(rule.kind === 'deduction' && rule.counts.from === 'casework'),
  );
  const fields = appraisedFields(ruleset).map((field) => shareOf(field, null));
  return { ruleset, ref: rulesetRef(ruleset), declarable, fields, questionnaire: questionnaireOf(ruleset) };
}

/** Every unit's year, block by block, made when it is asked for. */
export function* unitYears(
  blocks: readonly NationBlock[],
  seed: number,
  year: number,
  { declarable }: NationRules,
): Generator<UnitYear> {
  for (const { blockId, units } of blocks)
    for (const unit of units) yield { unit, blockId, shape: unitYearShape(seed, year, unit.unitId, declarable.length) };
}

/** Whether the unit declares the component at this place a second time: the corrected ones stand side by side, from a place of the unit's own. */
export function isCorrected({ corrected, quality }: UnitYearShape, place: number, declarable: number): boolean {
  return (place + quality) % declarable < corrected;
}
