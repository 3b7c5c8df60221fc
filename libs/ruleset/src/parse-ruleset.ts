import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import type { Ruleset } from './ruleset';
import { InvalidRuleset, type RulesetProblem } from './ruleset.errors';
import { rulesetSchema } from './ruleset-schema';

let compiled: ValidateFunction<Ruleset> | undefined;

/**
 * A ruleset from a file's JSON (text, or already parsed), checked against the published schema and deep-frozen. The file name only
 * serves messages. Throws InvalidRuleset naming the file and every place (JSON pointer) to mend. Content is checked by `lintRuleset`.
 */
export function parseRuleset(json: unknown, fileName: string): Ruleset {
  const data: unknown = typeof json === 'string' ? parseJson(json, fileName) : structuredClone(json);
  compiled ??= compile();
  if (!compiled(data)) throw new InvalidRuleset(fileName, problemsOf(compiled.errors ?? []));
  // `$schema` helps editors; it is no part of the rules and of their digest.
  delete (data as { $schema?: string }).$schema;
  return deepFreeze(data);
}

/** The schema itself is checked by its spec; unoptimised code compiles three times faster, and a start reads a handful of files. */
function compile(): ValidateFunction<Ruleset> {
  const code = { optimize: false };
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictTypes: false,
    validateSchema: false,
    inlineRefs: false,
    code,
  });
  return ajv.compile<Ruleset>(rulesetSchema);
}

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InvalidRuleset(fileName, [{ path: '', message: `không phải JSON hợp lệ (${(error as Error).message})` }]);
  }
}

/** At most this many places are named: the rest usually follow from them. */
const MOST_PROBLEMS = 20;

function problemsOf(errors: readonly ErrorObject[]): RulesetProblem[] {
  const telling = errors.filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf');
  return telling.slice(0, MOST_PROBLEMS).map((error) => ({ path: error.instancePath, message: messageOf(error) }));
}

/** What is wrong and what to mend, in Vietnamese, from the validator's keyword. */
function messageOf({ keyword, params, data, message }: ErrorObject): string {
  const given = `đang là ${JSON.stringify(data).slice(0, 60)}`;
  const allowed = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'required':
      return `thiếu mục “${String(allowed['missingProperty'])}”`;
    case 'additionalProperties':
      return `có mục lạ “${String(allowed['additionalProperty'])}”, hãy bỏ đi hoặc sửa tên`;
    case 'enum':
      return `phải là một trong ${JSON.stringify(allowed['allowedValues'])}, ${given}`;
    case 'const':
      return `phải là ${JSON.stringify(allowed['allowedValue'])}, ${given}`;
    case 'type':
      return `phải có kiểu ${String(allowed['type'])}, ${given}`;
    case 'pattern':
      return `phải đúng dạng ${String(allowed['pattern'])}, ${given}`;
    default:
      return `${message ?? keyword}, ${given}`;
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
