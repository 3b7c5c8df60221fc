import { applyRule, type Component, InvalidRuleInput, type RuleInput, type ScoringRule } from '../src';

export const YES: RuleInput = { kind: 'choice', value: 'yes' };
export const NO: RuleInput = { kind: 'choice', value: 'no' };
export const NOT_APPLICABLE: RuleInput = { kind: 'not-applicable' };
export const ratioOf = (numerator: string, denominator: string): RuleInput => ({
  kind: 'ratio',
  numerator,
  denominator,
});
export const amount = (value: string): RuleInput => ({ kind: 'amount', value });
export const count = (occurrences: number): RuleInput => ({ kind: 'count', occurrences });
export const points = (value: string): RuleInput => ({ kind: 'points', points: value });
export const tally = (counts: Record<string, number>): RuleInput => ({ kind: 'tally', counts });
export const parts = (inputs: Record<string, RuleInput>): RuleInput => ({ kind: 'parts', parts: inputs });

/** A component `1.2.3` under a rule, worth `max` points. */
export function componentUnder(rule: ScoringRule, max = '3'): Component {
  return {
    code: '1.2.3',
    name: 'Tiêu chí thử',
    max,
    part: 'appraised',
    rule,
    citation: { document: 'Văn bản thử', clause: 'mục 1.2.3' },
    evidence: 'none',
    leadAgency: 'Sở Nội vụ',
    examples: [],
  };
}

/** The outcome in a word: the exact points, or the state and its reason. */
export function outcomeOf(rule: ScoringRule, input: RuleInput, max = '3'): string {
  const outcome = applyRule(componentUnder(rule, max), input);
  switch (outcome.state) {
    case 'scored':
      return outcome.points.toString();
    case 'manual':
      return `manual: ${outcome.reason}`;
    case 'not-applicable':
      return outcome.state;
  }
}

/** The refusal of an input; fails when it is accepted. */
export function refusalOf(rule: ScoringRule, input: RuleInput, max = '3'): InvalidRuleInput {
  try {
    const outcome = outcomeOf(rule, input, max);
    throw new Error(`Accepted: ${outcome}`);
  } catch (error) {
    if (error instanceof InvalidRuleInput) return error;
    throw error;
  }
}
