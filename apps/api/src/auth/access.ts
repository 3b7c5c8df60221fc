import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import { type Role, roles } from './roles';

/**
 * Who may use a route: everybody, every account in its own matters, or those who hold one of the roles. A route without a declaration is
 * refused to all.
 */
export type Access = 'public' | 'personal' | readonly Role[];

export const accessKey = 'access';

export const stepUpKey = 'step-up';

/** An act for which the person must have been authenticated a short while ago: signing off, and making results official. */
export const SteppedUp = () => applyDecorators(SetMetadata(stepUpKey, true), ApiExtension('x-step-up', true));

/** Who is shown what a unit has entered before the unit submits it: the unit itself, who coordinates, who audits. */
export const draftReaders: readonly Role[] = ['unit-officer', 'unit-head', 'administrator-of-units', 'auditor'];

export const hidesDraftsKey = 'hides-drafts';

/** Shows what a file holds: of one that was never submitted, also not as of the moment asked about, to draftReaders alone, whoever else the route lets in. */
export const HidesDrafts = () =>
  applyDecorators(SetMetadata(hidesDraftsKey, true), ApiExtension('x-draft-roles', [...draftReaders]));

export const cutToReachKey = 'cut-to-reach';

/**
 * A list about many blocks (Khối): whoever holds a role of the route for some of them is shown these, instead of being refused. What they
 * are is told by WithinReach.
 */
export const CutToReach = (): MethodDecorator => SetMetadata(cutToReachKey, true);

/** Everybody, also without an account. */
export const Public = () =>
  applyDecorators(SetMetadata(accessKey, 'public' satisfies Access), ApiExtension('x-roles', []));

/** Every account, in whatever role: what it does concerns its own rights only. */
export const Personal = () =>
  applyDecorators(
    SetMetadata(accessKey, 'personal' satisfies Access),
    ApiBearerAuth(),
    ApiExtension('x-roles', [...roles]),
  );

/** Accounts that hold at least one of these roles; the first one held is the role in which they act. */
export const Allow = (...allowed: readonly [Role, ...Role[]]) =>
  applyDecorators(
    SetMetadata(accessKey, allowed satisfies Access),
    ApiBearerAuth(),
    ApiExtension('x-roles', [...allowed]),
  );
