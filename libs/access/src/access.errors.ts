import { DomainError, type Instant, vietnamTime } from '@app/kernel';
import { type Role, roleNames } from './roles';

/** Nobody gives a role to oneself, nor to whom one acts for. */
export class GrantedToOneself extends DomainError {
  readonly code = 'access.granted-to-oneself';
  readonly kind = 'forbidden';

  constructor(accountId: string) {
    super(`Không ai tự cấp quyền cho mình hoặc cho người đã ủy quyền cho mình (“${accountId}”).`, { accountId });
  }
}

/** The two roles are never held by one person at one time, also not by delegation. */
export class RolesAreSeparated extends DomainError {
  readonly code = 'access.roles-are-separated';
  readonly kind = 'conflict';

  constructor(role: Role, held: Role) {
    super(`Một người không được giữ cùng lúc hai vai trò “${roleNames[role]}” và “${roleNames[held]}”.`, {
      role,
      held,
    });
  }
}

/** The same role with the same scope is held already in that time. */
export class RoleIsHeld extends DomainError {
  readonly code = 'access.role-is-held';
  readonly kind = 'conflict';

  constructor(role: Role, grantId: string) {
    super(`Tài khoản đã giữ vai trò “${roleNames[role]}” với cùng phạm vi trong thời gian này.`, { role, grantId });
  }
}

/** The scope is not one that the role can have. */
export class ScopeDoesNotFit extends DomainError {
  readonly code = 'access.scope-does-not-fit';
  readonly kind = 'invalid';

  constructor(why: string) {
    super(`Phạm vi của quyền không hợp lệ: ${why}.`);
  }
}

/** No ruleset of the time in which the right is in force has such fields (lĩnh vực). */
export class FieldsAreUnknown extends DomainError {
  readonly code = 'access.fields-are-unknown';
  readonly kind = 'invalid';

  constructor(unknown: readonly string[]) {
    super(`Không bộ tiêu chí nào có hiệu lực trong thời gian của quyền có lĩnh vực: ${unknown.join(', ')}.`, {
      fields: unknown.map((field) => ({ field })),
    });
  }
}

/** Rights begin now or later and end after they began. */
export class TermIsOutOfOrder extends DomainError {
  readonly code = 'access.term-is-out-of-order';
  readonly kind = 'invalid';

  constructor(why: string, from: Instant, until: Instant | null) {
    super(`Thời hạn của quyền không hợp lệ: ${why}.`, { from, until });
  }
}

/** No such grant. */
export class GrantUnknown extends DomainError {
  readonly code = 'access.grant-unknown';
  readonly kind = 'not-found';

  constructor(grantId: string) {
    super(`Tài khoản không có quyền mang mã “${grantId}”.`, { grantId });
  }
}

/** The grant is over. */
export class GrantHasEnded extends DomainError {
  readonly code = 'access.grant-has-ended';
  readonly kind = 'conflict';

  constructor(grantId: string, at: Instant) {
    super(`Quyền “${grantId}” đã hết hiệu lực lúc ${vietnamTime(at)}.`, { grantId, at });
  }
}

/** Nobody delegates to oneself. */
export class DelegatedToOneself extends DomainError {
  readonly code = 'access.delegated-to-oneself';
  readonly kind = 'invalid';

  constructor(accountId: string) {
    super('Không thể ủy quyền cho chính mình.', { accountId });
  }
}

/** What was delegated is not delegated further. */
export class DelegatedFurther extends DomainError {
  readonly code = 'access.delegated-further';
  readonly kind = 'forbidden';

  constructor(role: Role) {
    super(`Người được ủy quyền vai trò “${roleNames[role]}” không được ủy quyền lại.`, { role });
  }
}

/** Nobody delegates a role that one does not hold. */
export class RoleIsNotHeld extends DomainError {
  readonly code = 'access.role-is-not-held';
  readonly kind = 'forbidden';

  constructor(role: Role) {
    super(`Không thể ủy quyền vai trò “${roleNames[role]}” mà mình không giữ.`, { role });
  }
}

/** A delegation stays within the dates and the scope of what its giver holds. */
export class DelegatedTooMuch extends DomainError {
  readonly code = 'access.delegated-too-much';
  readonly kind = 'invalid';

  constructor(role: Role) {
    super(`Ủy quyền vượt quá thời hạn hoặc phạm vi của quyền “${roleNames[role]}” mà người ủy quyền giữ.`, { role });
  }
}

/** No such delegation. */
export class DelegationUnknown extends DomainError {
  readonly code = 'access.delegation-unknown';
  readonly kind = 'not-found';

  constructor(delegationId: string) {
    super(`Không có ủy quyền mang mã “${delegationId}” do mình giao cho tài khoản này.`, { delegationId });
  }
}

/** The delegation is over. */
export class DelegationHasEnded extends DomainError {
  readonly code = 'access.delegation-has-ended';
  readonly kind = 'conflict';

  constructor(delegationId: string, at: Instant) {
    super(`Ủy quyền “${delegationId}” đã hết hiệu lực lúc ${vietnamTime(at)}.`, { delegationId, at });
  }
}

/** Somebody has let as many accounts act for them, over the years, as one can keep in view. */
export class TooManyDelegates extends DomainError {
  readonly code = 'access.too-many-delegates';
  readonly kind = 'conflict';

  constructor(most: number) {
    super(`Mỗi tài khoản ủy quyền cho nhiều nhất ${most} tài khoản khác nhau, tính cả ủy quyền đã hết.`, { most });
  }
}
