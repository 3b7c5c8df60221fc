import type { Ruleset } from '../ruleset';
import type { RulesetProblem } from '../ruleset.errors';

/** One mistake in a ruleset that its schema cannot see: the check that found it, where (JSON pointer), and what to mend (Vietnamese). */
export interface LintFinding extends RulesetProblem {
  readonly check: string;
}

/** Looks at a whole ruleset for one sort of mistake. Pure. */
export interface LintCheck {
  readonly name: string;
  find(this: void, ruleset: Ruleset): readonly RulesetProblem[];
}

/** A problem when `holds` is false. */
export function problemUnless(holds: boolean, path: string, message: string): RulesetProblem[] {
  return holds ? [] : [{ path, message }];
}

/** The values that occur more than once, each with the places where it is repeated. */
export function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}
