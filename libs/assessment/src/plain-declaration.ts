import { type ExactText, Rational } from '@app/kernel';
import type { RuleInput } from '@app/ruleset';

/** The declaration with each number in its shortest exact spelling: 1 for "01" and "+1", 0 for "-0". What is no number stays as it is. */
export function plainDeclaration(declared: RuleInput): RuleInput {
  switch (declared.kind) {
    case 'ratio':
      return { ...declared, numerator: plain(declared.numerator), denominator: plain(declared.denominator) };
    case 'amount':
      return { ...declared, value: plain(declared.value) };
    case 'points':
      return { ...declared, points: plain(declared.points) };
    case 'parts':
      return {
        ...declared,
        parts: Object.fromEntries(Object.entries(declared.parts).map(([name, part]) => [name, plainDeclaration(part)])),
      };
    default:
      return declared;
  }
}

function plain(text: ExactText): ExactText {
  try {
    return Rational.of(text).toString();
  } catch {
    return text;
  }
}
