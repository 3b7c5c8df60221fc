import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import { repeatedKey } from './repeated-key';
import type { Ruleset } from './ruleset';
import { InvalidRuleset } from './ruleset.errors';
import { rulesetSchema } from './ruleset-schema';
import { schemaProblems } from './schema-problem';

/** At most this many places are named: the rest usually follow from them. */
const MOST_PROBLEMS = 20;

let compiled: ValidateFunction<Ruleset> | undefined;

/**
 * A ruleset from a file's JSON (text, or already parsed), checked against the published schema and deep-frozen. The file name only
 * serves messages. Throws InvalidRuleset naming the file and every place (JSON pointer) to mend. Content is checked by `lintRuleset`.
 */
export function parseRuleset(json: unknown, fileName: string): Ruleset {
  const data: unknown = typeof json === 'string' ? parseJson(json, fileName) : structuredClone(json);
  compiled ??= compile();
  if (!compiled(data)) {
    throw new InvalidRuleset(fileName, schemaProblems(compiled.errors ?? []).slice(0, MOST_PROBLEMS));
  }
  // `$schema` helps editors; it is no part of the rules and of their digest.
  delete (data as { $schema?: string }).$schema;
  return deepFreeze(data);
}

/** The schema itself is checked by its spec; unoptimised code compiles three times faster, and a start reads a handful of files. */
function compile(): ValidateFunction<Ruleset> {
  const code = { optimize: false };
  const options = {
    allErrors: true,
    verbose: true,
    strictTypes: false,
    validateSchema: false,
    inlineRefs: false,
    code,
  };
  return new Ajv2020(options).compile<Ruleset>(rulesetSchema);
}

function parseJson(text: string, fileName: string): unknown {
  const data = jsonOf(text.replace(/^\uFEFF/, ''), fileName);
  const path = repeatedKey(text);
  if (path === undefined) return data;
  const message = `mục “${path.slice(path.lastIndexOf('/') + 1)}” được ghi hai lần, hãy bỏ một`;
  throw new InvalidRuleset(fileName, [{ path, message }]);
}

function jsonOf(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidRuleset(fileName, [{ path: '', message: `không phải JSON hợp lệ (${(error as Error).message})` }]);
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
