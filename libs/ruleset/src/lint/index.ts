import type { Ruleset } from '../ruleset';
import { citations } from './citations.check';
import { classScale } from './class-scale.check';
import { codes } from './codes.check';
import { decisions } from './decisions.check';
import { examples } from './examples.check';
import { identity } from './identity.check';
import type { LintCheck, LintFinding } from './lint-check';
import { points } from './points.check';
import { rules } from './rules.check';
import { texts } from './texts.check';

/** Every check, in the order of the report. */
const checks: readonly LintCheck[] = [
  identity,
  citations,
  codes,
  texts,
  points,
  rules,
  classScale,
  decisions,
  examples,
];

/** Every mistake in a ruleset that its schema cannot see; an empty list lets it be published. Pure; never throws on a parsed ruleset. */
export function lintRuleset(ruleset: Ruleset): LintFinding[] {
  return checks.flatMap(({ name, find }) => find(ruleset).map((problem) => ({ check: name, ...problem })));
}

export type { LintFinding };
