import type { Holding, Scope } from '@app/access';
import { type Role, unitRoles } from './roles';

export type Refusal = 'role' | 'other-unit' | 'other-block';

/** What a request is about; undefined: its route does not name it, or the unit has no file that would tell its block. */
export interface Target {
  readonly unitId: string | undefined;
  readonly blockId: string | undefined;
}

/** In which role somebody acts, and how far it reaches. */
export interface Acting {
  readonly role: Role;
  readonly scope: Scope;
}

/**
 * In which of the route's roles the rights let somebody act on the target, or why they do not. Unit roles reach the own unit only, a right
 * for some blocks only these; what else a role may not do to a unit is for the decisions to say.
 */
export function authorise(
  rights: readonly Holding[],
  allowed: readonly Role[],
  target: Target,
): Acting | { readonly refusal: Refusal } {
  const held = allowed.flatMap((role) => rights.filter((right) => right.role === role));
  const reaching = held.filter((right) => refusalOf(right, target) === undefined);
  const [first] = reaching;
  if (!first) return { refusal: (held[0] && refusalOf(held[0], target)) ?? 'role' };
  const same = reaching.filter(({ role }) => role === first.role);
  return { role: first.role, scope: { ...first.scope, fields: fieldsOf(same) } };
}

/**
 * In which of the route's roles somebody is shown a list that is cut to what all their rights in these roles reach, or why not: the first that
 * reaches the block where the list is asked of one, else the first that reaches all blocks, else the first.
 */
export function authoriseList(
  rights: readonly Holding[],
  allowed: readonly Role[],
  blockId: string | undefined,
): Acting | { readonly refusal: Refusal } {
  const held = allowed.flatMap((role) => rights.filter((right) => right.role === role));
  const everywhere = held.find(({ scope }) => scope.blockIds === null);
  const there =
    blockId === undefined ? everywhere : held.find((right) => !refusalOf(right, { unitId: undefined, blockId }));
  const acting = there ?? held[0];
  if (!acting) return { refusal: 'role' };
  const same = held.filter(({ role }) => role === acting.role);
  return { role: acting.role, scope: { ...acting.scope, fields: fieldsOf(same), blockIds: blocksOf(held) } };
}

function refusalOf({ role, scope }: Holding, { unitId, blockId }: Target): Refusal | undefined {
  if (unitRoles.includes(role) && (unitId === undefined || scope.unitId !== unitId)) return 'other-unit';
  if (scope.blockIds && (blockId === undefined || !scope.blockIds.includes(blockId))) return 'other-block';
  return undefined;
}

/** Whoever holds a role twice may do what either lets them. */
function fieldsOf(held: readonly Holding[]): Scope['fields'] {
  return unionOf(held.map(({ scope }) => scope.fields));
}

function blocksOf(held: readonly Holding[]): Scope['blockIds'] {
  return unionOf(held.map(({ scope }) => scope.blockIds));
}

function unionOf(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  return lists.includes(null) ? null : [...new Set(lists.flatMap((list) => list ?? []))];
}
