import type { CommandContext } from './recorded-event';

/** The accounts behind an act: who acted and, by delegation, for whom. For rules such as "whoever approves is not whoever entered". */
export function accountsOf({ actor, onBehalfOf }: Pick<CommandContext, 'actor' | 'onBehalfOf'>): readonly string[] {
  return onBehalfOf === null ? [actor] : [actor, onBehalfOf];
}
