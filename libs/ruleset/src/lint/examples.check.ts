import { Rational } from '@app/kernel';
import { applyRule } from '../apply-rule';
import { placedComponents } from '../rubric';
import type { Component, WorkedExample } from '../ruleset';
import { InvalidRuleInput, type RulesetProblem } from '../ruleset.errors';
import { type LintCheck, problemUnless } from './lint-check';

/** Every component carries worked examples, and the engine computes each exactly as stated. */
export const examples: LintCheck = {
  name: 'examples',
  find: (ruleset) =>
    placedComponents(ruleset).flatMap(({ component, path }) => [
      ...problemUnless(
        component.examples.length > 0,
        `${path}/examples`,
        'thiếu ví dụ tính điểm: hãy ghi ít nhất một ví dụ',
      ),
      ...component.examples.flatMap((example, index) => lintExample(component, example, `${path}/examples/${index}`)),
    ]),
};

function lintExample(component: Component, example: WorkedExample, path: string): RulesetProblem[] {
  const stated = example.points === null ? 'không áp dụng' : Rational.of(example.points).toString();
  const computed = resultOf(component, example);
  return problemUnless(
    stated === computed,
    `${path}/points`,
    `ví dụ ghi ${stated} nhưng tính ra ${computed}: hãy sửa quy tắc hoặc ví dụ`,
  );
}

function resultOf(component: Component, { input }: WorkedExample): string {
  try {
    const outcome = applyRule(component, input);
    if (outcome.state === 'scored') return outcome.points.toString();
    return outcome.state === 'manual' ? 'chờ người quyết định' : 'không áp dụng';
  } catch (error) {
    if (error instanceof InvalidRuleInput) return `bị từ chối (${error.message})`;
    throw error;
  }
}
