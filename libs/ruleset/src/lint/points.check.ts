import { Rational } from '@app/kernel';
import { pointLimits } from '../apply-rule';
import { componentsOf, maximumOf, placedComponents } from '../rubric';
import type { Component, Ruleset } from '../ruleset';
import type { RulesetProblem } from '../ruleset.errors';
import { type LintCheck, problemUnless } from './lint-check';

/** Maxima, limits and caps fit together; bonus and penalty stay outside the maximum. */
export const points: LintCheck = {
  name: 'points',
  find: (ruleset) => [
    ...problemUnless(
      maximumOf(ruleset).gt(Rational.zero),
      '/fields',
      'tổng điểm tối đa bằng 0: không tính được chỉ số',
    ),
    ...placedComponents(ruleset).flatMap(({ component, path }) => [
      ...lintLimits(component, path),
      ...(isOutside(component) ? lintOutside(component, path) : lintInside(component, path)),
    ]),
    ...lintCap(ruleset, 'bonus', '/bonusCap', ruleset.bonusCap),
    ...lintCap(ruleset, 'penalty', '/penaltyCap', ruleset.penaltyCap),
  ],
};

function isOutside({ part }: Component): boolean {
  return part === 'bonus' || part === 'penalty';
}

function lintLimits(component: Component, path: string): RulesetProblem[] {
  const { min, max } = pointLimits(component);
  const range = `điểm tối thiểu (${min.toString()}) phải thấp hơn điểm tối đa (${max.toString()})`;
  return problemUnless(min.lt(max), `${path}/rule`, range);
}

function lintInside(component: Component, path: string): RulesetProblem[] {
  const max = Rational.of(component.max);
  return [
    ...problemUnless(max.gt(Rational.zero), `${path}/max`, 'điểm tối đa phải lớn hơn 0'),
    ...problemUnless(
      pointLimits(component).max.lte(max),
      `${path}/rule/maxScore`,
      `điểm cao nhất vượt điểm tối đa ${component.max} của tiêu chí thành phần`,
    ),
  ];
}

function lintOutside(component: Component, path: string): RulesetProblem[] {
  const { min, max } = pointLimits(component);
  const outside = problemUnless(
    Rational.of(component.max).isZero(),
    `${path}/max`,
    'điểm thưởng, điểm trừ nằm ngoài thang điểm: max phải là 0',
  );
  if (component.part === 'bonus') {
    return [...outside, ...problemUnless(!min.isNegative(), `${path}/rule/minScore`, 'điểm thưởng không được âm')];
  }
  return [
    ...outside,
    ...problemUnless(max.isZero(), `${path}/rule/maxScore`, 'điểm trừ không được dương: bỏ maxScore'),
  ];
}

/** A cap without components, or components without a cap, is a slip. */
function lintCap(ruleset: Ruleset, part: 'bonus' | 'penalty', path: string, cap: string): RulesetProblem[] {
  const used = componentsOf(ruleset).some((component) => component.part === part);
  const name = part === 'bonus' ? 'điểm thưởng' : 'điểm trừ';
  const capped = Rational.of(cap).gt(Rational.zero);
  return [
    ...problemUnless(!used || capped, path, `có ${name} nhưng mức trần bằng 0: hãy ghi mức trần`),
    ...problemUnless(used || !capped, path, `không có ${name} nào mà mức trần lớn hơn 0: hãy ghi 0`),
  ];
}
