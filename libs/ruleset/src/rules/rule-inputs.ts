import { type ExactText, InvalidNumber, Rational } from '@app/kernel';
import type { RuleInput, ZeroDenominator } from '../scoring-rule';
import { type RuleOutcome, type RuleScope, scored } from './rule-kind';

/** What people call each kind of input. */
const INPUT_NAMES: Readonly<Record<RuleInput['kind'], string>> = {
  choice: 'lựa chọn Có/Không',
  ratio: 'tử số và mẫu số',
  amount: 'một con số',
  count: 'số lần',
  parts: 'số liệu của từng phần',
  points: 'số điểm do người chấm quyết định',
  tally: 'số phiếu theo từng phương án trả lời',
  'not-applicable': '“không áp dụng”',
};

/** The input as the kind the rule needs, else InvalidRuleInput. */
export function inputOfKind<Kind extends RuleInput['kind']>(
  kind: Kind,
  input: RuleInput,
  scope: RuleScope,
): Extract<RuleInput, { kind: Kind }> {
  if (isOfKind(kind, input)) return input;
  const given = Object.hasOwn(INPUT_NAMES, input.kind) ? INPUT_NAMES[input.kind] : 'loại số liệu lạ';
  throw scope.refuse(`cần khai ${INPUT_NAMES[kind]}, không nhận ${given}.`);
}

/** Whether the input is of one kind. */
export function isOfKind<Kind extends RuleInput['kind']>(
  kind: Kind,
  input: RuleInput,
): input is Extract<RuleInput, { kind: Kind }> {
  return input.kind === kind;
}

/** The entries of a declared table (parts, tally), else InvalidRuleInput naming it. */
export function declaredEntries<Value>(
  table: Readonly<Record<string, Value>>,
  name: string,
  scope: RuleScope,
): [string, Value][] {
  if (typeof table === 'object' && table !== null && !Array.isArray(table)) return Object.entries(table);
  throw scope.refuse(`thiếu ${name}. Hãy kê khai lại.`);
}

/** A declared number, exact and not negative, else InvalidRuleInput naming it. */
export function declaredNumber(text: ExactText, name: string, scope: RuleScope): Rational {
  const value = exactOf(text);
  if (!value) throw scope.refuse(`${name} không phải là số. Hãy ghi số thập phân như "12.5" hoặc phân số như "2/3".`);
  if (value.isNegative())
    throw scope.refuse(`${name} không được âm (đang là ${value.toString()}). Hãy kiểm tra lại số liệu.`);
  return value;
}

/** A whole number of times or answers, not negative, else InvalidRuleInput naming it. */
export function declaredCount(count: number, name: string, scope: RuleScope): Rational {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw scope.refuse(`${name} phải là số nguyên không âm (đang là ${String(count)}). Hãy kiểm tra lại số liệu.`);
  }
  return Rational.of(count);
}

/**
 * Points as a function of numerator ÷ denominator (0 to 1). A denominator of 0 is answered as the rule says: `full` points, zero,
 * excluded from the maximum, or left to a person. Refuses negative figures and a numerator above the denominator.
 */
export function pointsOfRatio(
  zeroDenominator: ZeroDenominator,
  input: RuleInput,
  scope: RuleScope,
  points: (share: Rational) => Rational,
): RuleOutcome {
  const ratio = inputOfKind('ratio', input, scope);
  const numerator = declaredNumber(ratio.numerator, 'tử số', scope);
  const denominator = declaredNumber(ratio.denominator, 'mẫu số', scope);
  if (numerator.gt(denominator)) {
    const figures = `tử số (${numerator.toString()}) lớn hơn mẫu số (${denominator.toString()})`;
    throw scope.refuse(`${figures}. Hãy kiểm tra lại số liệu kê khai.`);
  }
  if (denominator.isZero()) return withoutDenominator(zeroDenominator, scope);
  return scored(points(numerator.dividedBy(denominator)));
}

function withoutDenominator(meaning: ZeroDenominator, scope: RuleScope): RuleOutcome {
  switch (meaning) {
    case 'full':
      return scored(scope.full);
    case 'zero':
      return scored(Rational.zero);
    case 'exclude':
      return { state: 'not-applicable' };
    case 'manual':
      return { state: 'manual', reason: 'Mẫu số bằng 0: quy định để người thẩm định quyết định điểm.' };
  }
}

/** No declared figure needs more characters; longer ones would only slow every later sum. */
const LONGEST_FIGURE = 60;

/** The exact number a text writes; undefined when it writes none. */
export function exactOf(text: ExactText): Rational | undefined {
  if (typeof text !== 'string' || text.length > LONGEST_FIGURE) return undefined;
  try {
    return Rational.of(text);
  } catch (error) {
    if (error instanceof InvalidNumber) return undefined;
    throw error;
  }
}
