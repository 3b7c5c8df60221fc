import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import type { Component } from './ruleset';
import { InvalidRuleInput } from './ruleset.errors';
import { inputSchemas } from './rule-input-schema';
import { schemaProblems } from './schema-problem';
import type { RuleInput } from './scoring-rule';

let compiled: ValidateFunction<RuleInput> | undefined;

/**
 * A rule input from JSON of unknown origin (a request, an import): exactly one of the known shapes, nothing more. Whether it fits the
 * component's rule is for `applyRule` to say. Throws InvalidRuleInput naming the component and the place to mend.
 */
export function parseRuleInput(component: Pick<Component, 'code' | 'name'>, json: unknown): RuleInput {
  compiled ??= compile();
  if (compiled(json)) return json;
  const [problem] = schemaProblems(compiled.errors ?? []);
  throw new InvalidRuleInput(
    component,
    `số liệu kê khai sai ở ${problem?.path || '/'}: ${problem?.message ?? 'không rõ'}.`,
  );
}

function compile(): ValidateFunction<RuleInput> {
  const options = { verbose: true, strictTypes: false, validateSchema: false };
  return new Ajv2020(options).compile<RuleInput>({ $ref: '#/$defs/input', $defs: inputSchemas });
}
