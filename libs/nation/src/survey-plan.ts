import { type Dice, diceFor } from '@app/demo';
import { Rational } from '@app/kernel';
import { componentsOf, type Ruleset } from '@app/ruleset';
import { MAX_RESPONSES } from '@app/survey';
import type { UnitYearShape } from './unit-year';

/** The questions of a ruleset, and each one's options from the best to the worst. */
export interface Questionnaire {
  readonly questions: readonly string[];
  readonly options: readonly (readonly string[])[];
}

/** What the rubric asks in surveys. */
export function questionnaireOf(ruleset: Ruleset): Questionnaire {
  const rules = componentsOf(ruleset).flatMap(({ rule }) => (rule.kind === 'survey' ? [rule] : []));
  const options = rules.map(({ weights }) =>
    Object.keys(weights).sort((a, b) => Rational.of(weights[b] ?? '0').compare(Rational.of(weights[a] ?? '0'))),
  );
  return { questions: rules.map(({ question }) => question), options };
}

/** The responses of one batch: full ones, the last of a unit's year with what is left. */
export function responsesOf(shape: UnitYearShape, batch: number, { options }: Questionnaire): string[] {
  const dice = diceFor(shape.seed, `${shape.year}/${shape.unitId}/survey/${batch}`);
  const count = batch < shape.surveyBatches ? MAX_RESPONSES : dice.between(40, MAX_RESPONSES);
  return Array.from({ length: count }, () => {
    let response = '';
    for (const letters of options) response += answer(letters, shape.quality, dice);
    return response;
  });
}

function answer(letters: readonly string[], quality: number, dice: Dice): string {
  const roll = dice.between(1, 100);
  const place = roll <= quality - 12 ? 0 : roll <= quality + 6 ? 1 : roll <= 97 ? 2 : 3;
  return letters[place < letters.length ? place : letters.length - 1] ?? '-';
}
