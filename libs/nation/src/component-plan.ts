import { declarationFor, type Dice, diceFor } from '@app/demo';
import { type ExactText, Rational } from '@app/kernel';
import { applyRule, type Component, type RuleInput } from '@app/ruleset';
import { ROUNDS, type UnitYearShape } from './unit-year';

/** What a unit says of a component; null points: it does not apply. */
export interface PlannedDeclaration {
  readonly declaration: RuleInput;
  readonly points: ExactText | null;
}

/** The points after a round; they differ from those before exactly where the appraiser adjusted. */
export interface PlannedRound {
  readonly from: ExactText | null;
  readonly to: ExactText | null;
}

/** One component of one unit's year from the first declaration to the last round. */
export interface ComponentPlan {
  /** One, or two where the unit corrected itself: the last one counts. */
  readonly declared: readonly PlannedDeclaration[];
  /** ROUNDS of them. */
  readonly rounds: readonly PlannedRound[];
}

/** In percent: how often each round changes what it finds. */
const ADJUSTS = [15, 5, 2] as const;

/** A pure function of the unit-year and the component: nothing of it needs to be kept between the phases of a year. */
export function planComponent(shape: UnitYearShape, component: Component, corrected: boolean): ComponentPlan {
  const dice = diceFor(shape.seed, `${shape.year}/${shape.unitId}/${component.code}`);
  const declared = Array.from({ length: corrected ? 2 : 1 }, () => declare(component, shape.quality, dice));
  let from = declared.at(-1)?.points ?? null;
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const to = dice.chance(ADJUSTS[round] ?? 0) ? lowered(component, from) : from;
    const outcome = { from, to };
    from = to;
    return outcome;
  });
  return { declared, rounds };
}

function declare(component: Component, quality: number, dice: Dice): PlannedDeclaration {
  const declaration = declarationFor(component, quality, dice);
  if (!declaration) throw new Error(`Component ${component.code} is not one that a unit declares`);
  const outcome = applyRule(component, declaration);
  return { declaration, points: outcome.state === 'scored' ? outcome.points.toString() : null };
}

const THREE_QUARTERS = Rational.ratio(3n, 4n);

/** Three quarters of the points, as far as the rule goes down; the same where there is nothing to take away. */
function lowered({ rule }: Component, points: ExactText | null): ExactText | null {
  if (points === null) return null;
  const standing = Rational.of(points);
  const less = Rational.max(Rational.of(rule.minScore ?? '0'), standing.times(THREE_QUARTERS).rounded(2));
  return less.lt(standing) ? less.toString() : points;
}
