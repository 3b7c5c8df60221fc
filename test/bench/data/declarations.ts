import { type Component, pointLimits, type RuleInput } from '@app/ruleset';
import { declared } from './unit-years';

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
