import type { Account } from './account';
import { type Role, unitRoles } from './roles';

export type Refusal = 'role' | 'other-unit' | 'own-unit';

/**
 * In which of the route's roles the account may act on the unit (undefined: the route names none), or why it may not:
 * unit roles reach the own unit only, an appraiser every unit but the own.
 */
export function authorise(
  account: Account,
  allowed: readonly Role[],
  unitId: string | undefined,
): Role | { refusal: Refusal } {
  const held = allowed.filter((role) => account.roles.includes(role));
  const acting = held.find((role) => reaches(role, account, unitId));
  if (acting !== undefined) return acting;
  if (held.length === 0) return { refusal: 'role' };
  return { refusal: held.some((role) => unitRoles.includes(role)) ? 'other-unit' : 'own-unit' };
}

function reaches(role: Role, account: Account, unitId: string | undefined): boolean {
  if (unitRoles.includes(role)) return unitId !== undefined && account.unitId === unitId;
  if (role === 'appraiser') return unitId === undefined || account.unitId !== unitId;
  return true;
}
