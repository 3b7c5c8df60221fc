import type { Account } from './account';
import { type Role, unitRoles } from './roles';

export type Refusal = 'role' | 'other-unit';

/**
 * In which of the route's roles the account may act on the unit (undefined: the route names none), or why it may not. Unit roles reach
 * the own unit only; what else a role may not do to a unit is for the decisions to say.
 */
export function authorise(
  account: Account,
  allowed: readonly Role[],
  unitId: string | undefined,
): Role | { refusal: Refusal } {
  const held = allowed.filter((role) => account.roles.includes(role));
  const acting = held.find((role) => !unitRoles.includes(role) || (unitId !== undefined && account.unitId === unitId));
  return acting ?? { refusal: held.length === 0 ? 'role' : 'other-unit' };
}
