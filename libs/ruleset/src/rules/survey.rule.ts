import { type ExactText, Rational } from '@app/kernel';
import type { RuleInput } from '../scoring-rule';
import { declaredCount, declaredEntries, inputOfKind } from './rule-inputs';
import { type RuleKind, type RuleScope, scored } from './rule-kind';
import { mustHold } from './rule-lint';

/** Điều tra xã hội học: Σ answers × weight ÷ answers × max; weights are percentages per option code of one question. */
export interface SurveyRule {
  readonly kind: 'survey';
  readonly question: string;
  readonly weights: Readonly<Record<string, ExactText>>;
  /** Fewer valid answers than this: no score, a person decides. */
  readonly minimumAnswers: number;
}

const PERCENT = Rational.of(100);

export const survey: RuleKind<SurveyRule> = {
  kind: 'survey',
  schema: {
    required: ['question', 'weights', 'minimumAnswers'],
    properties: {
      question: { $ref: '#/$defs/identifier' },
      weights: {
        type: 'object',
        minProperties: 2,
        maxProperties: 26,
        propertyNames: { pattern: '^[A-Z]$' },
        additionalProperties: { $ref: '#/$defs/number' },
      },
      minimumAnswers: { type: 'integer', minimum: 1, maximum: 1000000 },
    },
  },
  apply(rule, input, scope) {
    let answers = Rational.zero;
    let weighted = Rational.zero;
    for (const [option, count] of entriesOf(input, scope)) {
      const weight = Object.hasOwn(rule.weights, option) ? rule.weights[option] : undefined;
      if (weight === undefined)
        throw scope.refuse(`phương án “${option}” không có trong câu hỏi ${rule.question}. Hãy kiểm tra phiếu.`);
      const given = declaredCount(count, `số phiếu chọn phương án “${option}”`, scope);
      answers = answers.plus(given);
      weighted = weighted.plus(given.times(Rational.of(weight)));
    }
    if (answers.isZero() || answers.lt(Rational.of(rule.minimumAnswers))) return tooFew(answers, rule.minimumAnswers);
    return scored(weighted.dividedBy(answers).dividedBy(PERCENT).times(scope.full));
  },
  lint(rule) {
    const weights = Object.entries(rule.weights).map(([option, weight]) => [option, Rational.of(weight)] as const);
    return [
      ...weights.flatMap(([option, weight]) =>
        mustHold(weight.lte(PERCENT), `/weights/${option}`, `trọng số ${weight.toString()} vượt quá 100 %`),
      ),
      ...mustHold(
        weights.some(([, weight]) => weight.equals(PERCENT)),
        '/weights',
        'phải có một phương án trọng số 100 %, nếu không thì chẳng ai đạt điểm tối đa',
      ),
    ];
  },
};

function entriesOf(input: RuleInput, scope: RuleScope): [string, number][] {
  return declaredEntries(inputOfKind('tally', input, scope).counts, 'số phiếu theo từng phương án', scope);
}

function tooFew(answers: Rational, minimum: number) {
  const figures = `Có ${answers.toString()} phiếu hợp lệ, cần ít nhất ${minimum}`;
  return { state: 'manual', reason: `${figures}: chưa đủ căn cứ tính điểm.` } as const;
}
