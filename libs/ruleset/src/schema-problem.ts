import type { ErrorObject } from 'ajv';
import type { RulesetProblem } from './ruleset.errors';

type Parameters = Readonly<Record<string, unknown>>;

/** What each schema keyword demands, in Vietnamese. */
const demands: Readonly<Record<string, (params: Parameters) => string>> = {
  enum: ({ allowedValues }) => `phải là một trong ${JSON.stringify(allowedValues)}`,
  const: ({ allowedValue }) => `phải là ${JSON.stringify(allowedValue)}`,
  type: ({ type }) => `phải có kiểu ${String(type)}`,
  pattern: ({ pattern }) => `phải đúng dạng ${String(pattern)}`,
  minimum: ({ limit }) => `phải từ ${String(limit)} trở lên`,
  maximum: ({ limit }) => `phải từ ${String(limit)} trở xuống`,
  minItems: ({ limit }) => `cần ít nhất ${String(limit)} mục`,
  maxItems: ({ limit }) => `nhiều nhất ${String(limit)} mục`,
  minProperties: ({ limit }) => `cần ít nhất ${String(limit)} mục`,
  maxProperties: ({ limit }) => `nhiều nhất ${String(limit)} mục`,
  minLength: ({ limit }) => `cần ít nhất ${String(limit)} ký tự`,
  maxLength: ({ limit }) => `nhiều nhất ${String(limit)} ký tự`,
};

/** Keywords that only say that something inside them failed; what failed is reported by itself. */
const wrappers = new Set(['if', 'anyOf', 'allOf', 'propertyNames']);

/** The validator's errors as places to mend. */
export function schemaProblems(errors: readonly ErrorObject[]): RulesetProblem[] {
  return errors
    .filter(({ keyword }) => !wrappers.has(keyword))
    .map((error) => ({ path: error.instancePath, message: messageOf(error) }));
}

function messageOf({ keyword, params, data, message }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params as Parameters;
  if (keyword === 'required') return `thiếu mục “${String(missingProperty)}”`;
  if (keyword === 'additionalProperties') return `có mục lạ “${String(additionalProperty)}”, hãy bỏ đi hoặc sửa tên`;
  const demand = demands[keyword]?.(params as Parameters) ?? message ?? keyword;
  return `${demand}, đang là ${excerptOf(data)}`;
}

/** Enough of a value to recognise it. */
function excerptOf(data: unknown): string {
  const text = String(JSON.stringify(data));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
