import { Rational } from '@app/kernel';
import type { RuleInput, SumPart } from '../scoring-rule';
import { declaredEntries, inputOfKind } from './rule-inputs';
import { type RuleKind, type RuleOutcome, type RuleScope, scored } from './rule-kind';
import { mustHold } from './rule-lint';

/** Tổng các phần: every part scored by its own rule up to its own max, and summed. A part is never itself a sum. */
export interface SumRule {
  readonly kind: 'sum';
  readonly parts: readonly SumPart[];
}

export const sum: RuleKind<SumRule> = {
  kind: 'sum',
  schema: {
    required: ['parts'],
    properties: { parts: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/$defs/sumPart' } } },
  },
  apply(rule, input, scope) {
    const inputs = new Map(declaredEntries(inputOfKind('parts', input, scope).parts, 'số liệu của từng phần', scope));
    refuseUnknownParts(rule, inputs, scope);
    return total(rule.parts.map((part) => ({ part, outcome: scope.part(part, inputOfPart(part, inputs, scope)) })));
  },
  lint(rule, limits) {
    const codes = new Set(rule.parts.map(({ code }) => code));
    const all = Rational.sum(rule.parts.map(({ max }) => Rational.of(max)));
    return [
      ...mustHold(codes.size === rule.parts.length, '/parts', 'mã các phần bị trùng: mỗi phần cần một mã riêng'),
      ...mustHold(
        all.equals(limits.full),
        '/parts',
        `tổng điểm tối đa các phần là ${all.toString()}, phải bằng ${limits.full.toString()} của tiêu chí`,
      ),
      ...rule.parts.flatMap((part, index) => lintPart(part, `/parts/${index}`)),
    ];
  },
};

/** The sum, unless a part has no points: then a person decides the whole, since a part cannot leave the maximum alone. */
function total(scores: readonly { readonly part: SumPart; readonly outcome: RuleOutcome }[]): RuleOutcome {
  let points = Rational.zero;
  for (const { part, outcome } of scores) {
    if (outcome.state === 'manual')
      return { state: 'manual', reason: `Phần ${part.code} (${part.name}): ${outcome.reason}` };
    if (outcome.state === 'not-applicable') {
      return {
        state: 'manual',
        reason: `Phần ${part.code} (${part.name}) không áp dụng: người thẩm định quyết định điểm.`,
      };
    }
    points = points.plus(outcome.points);
  }
  return scored(points);
}

function inputOfPart(part: SumPart, inputs: ReadonlyMap<string, RuleInput>, scope: RuleScope): RuleInput {
  const input = inputs.get(part.code);
  if (input) return input;
  throw scope.refuse(`thiếu số liệu của phần ${part.code} (${part.name}). Hãy kê khai đủ các phần.`);
}

function refuseUnknownParts(rule: SumRule, inputs: ReadonlyMap<string, RuleInput>, scope: RuleScope): void {
  const known = new Set(rule.parts.map(({ code }) => code));
  const unknown = [...inputs.keys()].find((code) => !known.has(code));
  if (unknown !== undefined) throw scope.refuse(`không có phần nào mang mã “${unknown}”. Hãy bỏ phần này.`);
}

function lintPart(part: SumPart, path: string): readonly { path: string; message: string }[] {
  const excludes = 'zeroDenominator' in part.rule && part.rule.zeroDenominator === 'exclude';
  return [
    ...mustHold(part.rule.kind !== 'sum', `${path}/rule/kind`, 'một phần không được lại là tổng các phần'),
    ...mustHold(
      !excludes,
      `${path}/rule/zeroDenominator`,
      'một phần không thể tách khỏi điểm tối đa: dùng full, zero hoặc manual',
    ),
    ...mustHold(
      part.rule.notApplicable !== 'rebase',
      `${path}/rule/notApplicable`,
      'một phần không thể tách khỏi điểm tối đa: chỉ dùng full hoặc bỏ trống',
    ),
  ];
}
