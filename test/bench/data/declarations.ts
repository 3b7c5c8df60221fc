import {
  type Component,
  componentsOf,
  pointLimits,
  type RuleInput,
  RulesetCatalog,
  sampleRulesets,
} from '@app/ruleset';

/** The ruleset that every command of the benchmark is decided by. */
export const ruleset = new RulesetCatalog(sampleRulesets()).inForce('hcm-so-ban-nganh', '2024-12-31');

/** What a unit declares itself: the system counts the other components. */
const declared: readonly Component[] = componentsOf(ruleset).filter(
  ({ part, rule }) => part !== 'survey' && !(rule.kind === 'deduction' && rule.counts.from === 'casework'),
);

/** Components with a declaration that their rule accepts, for commands that are decided for real. */
export const declarable: readonly { readonly component: Component; readonly declaration: RuleInput }[] =
  declared.flatMap((component) => {
    const declaration = declarationOf(component);
    return declaration ? [{ component, declaration }] : [];
  });

/** Undefined for the kinds that need more than a line. */
function declarationOf(component: Component): RuleInput | undefined {
  switch (component.rule.kind) {
    case 'yes-no':
      return { kind: 'choice', value: 'yes' };
    case 'ratio':
    case 'bands':
    case 'ratio-with-floor':
      return { kind: 'ratio', numerator: '95', denominator: '100' };
    case 'manual':
      return { kind: 'points', points: pointLimits(component).max.toString() };
    default:
      return undefined;
  }
}
