import { fullPoints, pointLimits, ruleKindOf } from '../apply-rule';
import { placedComponents } from '../rubric';
import type { Component } from '../ruleset';
import type { RulesetProblem } from '../ruleset.errors';
import { type LintCheck, problemUnless, repeated } from './lint-check';

/** Each rule keeps what its kind demands (band order, weights, parts that add up), and fits the part of the rubric it stands in. */
export const rules: LintCheck = {
  name: 'rules',
  find(ruleset) {
    const placed = placedComponents(ruleset);
    const asked = placed.filter(({ component }) => component.rule.kind === 'survey');
    return [
      ...placed.flatMap(({ component, path }) => [
        ...lintRule(component, `${path}/rule`),
        ...lintPart(component, path),
      ]),
      ...repeated(asked, ({ component }) => questionOf(component)).map(({ component, path }) => ({
        path: `${path}/rule/question`,
        message: `câu hỏi ${questionOf(component)} đã được tính điểm ở tiêu chí khác: mỗi câu chỉ tính một lần`,
      })),
    ];
  },
};

type Scorable = Pick<Component, 'max' | 'rule'>;

function lintRule(component: Scorable, path: string): RulesetProblem[] {
  const { rule } = component;
  const own = ruleKindOf(rule).lint(rule, { ...pointLimits(component), full: fullPoints(component) });
  const parts = rule.kind === 'sum' ? rule.parts : [];
  return [
    ...own.map((problem) => ({ ...problem, path: path + problem.path })),
    ...parts.flatMap((part, index) => (part.rule.kind === 'sum' ? [] : lintRule(part, `${path}/parts/${index}/rule`))),
  ];
}

function lintPart(component: Component, path: string): RulesetProblem[] {
  const { part, rule, evidence, leadAgency } = component;
  const surveyed = part === 'survey';
  return [
    ...problemUnless(
      surveyed === (rule.kind === 'survey'),
      `${path}/part`,
      'phần điều tra xã hội học và quy tắc survey phải đi cùng nhau',
    ),
    ...problemUnless(
      !surveyed || evidence === 'none',
      `${path}/evidence`,
      'điểm điều tra xã hội học không cần tài liệu kiểm chứng: ghi none',
    ),
    ...problemUnless(
      !surveyed || leadAgency === null,
      `${path}/leadAgency`,
      'điểm điều tra xã hội học không do cơ quan nào thẩm định: ghi null',
    ),
    ...problemUnless(surveyed || leadAgency !== null, `${path}/leadAgency`, 'thiếu cơ quan chủ trì thẩm định'),
  ];
}

function questionOf({ rule }: Component): string {
  return rule.kind === 'survey' ? rule.question : '';
}
