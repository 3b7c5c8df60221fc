import { type Account, sha256Hex } from '../src/auth/account';
import { type Role, roles, unitRoles } from '../src/auth/roles';

/** The token that the person shows. */
export const tokenOf = (person: string) => `token-of-${person}-long-enough`;

/**
 * A person of the tests: `role` for those outside the units, `role@unit` for a unit's own; `#account` holds nothing but what the log grants,
 * `#account!2` is the same account with another token.
 */
export type Person = Role | `${Role}@${string}` | `#${string}`;

/** The id of the person's account. */
export function accountIdOf(person: Person): string {
  return person.startsWith('#') ? person.slice(1).replace(/!.*/, '') : `tk_${person.replace(/\W/g, '_')}`;
}

function accountOf(person: Person): Account {
  const [role = '', unitId = null] = person.split('@');
  return {
    id: accountIdOf(person),
    name: person,
    roles: person.startsWith('#') ? [] : [role as Role],
    unitId,
    tokenSha256: sha256Hex(tokenOf(person)),
  };
}

/** Everybody outside the units, three people of each unit, and whoever else is asked for. */
export function accountsFor(units: readonly string[], others: readonly Person[]): Account[] {
  const people: Person[] = [
    ...roles.filter((role) => !unitRoles.includes(role)),
    ...units.flatMap((unit): Person[] => [`unit-officer@${unit}`, `unit-head@${unit}`, `appraiser@${unit}`]),
    ...others,
  ];
  return people.map(accountOf);
}
