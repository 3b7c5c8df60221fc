import { Rational } from '@app/kernel';
import { type Component, pointLimits, type RuleInput, type ScoringRule } from '@app/ruleset';
import type { Dice } from './random';

/** A declaration as a unit of that quality (0–100) would make it; undefined where the system itself supplies the input. */
export function declarationFor(component: Component, quality: number, dice: Dice): RuleInput | undefined {
  if (component.rule.notApplicable !== undefined && dice.chance(8)) return { kind: 'not-applicable' };
  if (component.rule.kind === 'manual') return pointsOf(component, quality);
  return inputFor(component.rule, quality, dice);
}

function inputFor(rule: ScoringRule, quality: number, dice: Dice): RuleInput | undefined {
  switch (rule.kind) {
    case 'yes-no':
      return { kind: 'choice', value: dice.chance(quality + 8) ? 'yes' : 'no' };
    case 'ratio':
    case 'bands':
    case 'ratio-with-floor':
      return ratioOf(quality, dice);
    case 'sum':
      return { kind: 'parts', parts: Object.fromEntries(partInputs(rule.parts, quality, dice)) };
    case 'deduction':
      return rule.counts.from === 'casework' ? undefined : { kind: 'count', occurrences: occurrences(quality, dice) };
    case 'external-index':
      return { kind: 'amount', value: String(atMost(100, quality + dice.between(-3, 6))) };
    case 'survey':
    case 'manual':
      return undefined;
  }
}

function partInputs(
  parts: Extract<ScoringRule, { kind: 'sum' }>['parts'],
  quality: number,
  dice: Dice,
): [string, RuleInput][] {
  return parts.map((part) => [part.code, inputFor(part.rule, quality, dice) ?? pointsOf(part, quality)]);
}

function ratioOf(quality: number, dice: Dice): RuleInput {
  const denominator = dice.between(20, 400);
  const share = atMost(100, quality + dice.between(-6, 12));
  const numerator = (denominator * share - ((denominator * share) % 100)) / 100;
  return { kind: 'ratio', numerator: String(numerator), denominator: String(denominator) };
}

/** Points chosen by a person: one to four quarters of what the component may get. */
function pointsOf(component: Pick<Component, 'max' | 'rule'>, quality: number): RuleInput {
  const quarters = quality >= 88 ? 4n : quality >= 70 ? 3n : quality >= 50 ? 2n : 1n;
  const points = pointLimits(component).max.times(Rational.ratio(quarters, 4n));
  return { kind: 'points', points: points.toString() };
}

function occurrences(quality: number, dice: Dice): number {
  return quality >= 85 ? dice.between(0, 1) : dice.between(0, 3);
}

function atMost(limit: number, value: number): number {
  return value > limit ? limit : value;
}
