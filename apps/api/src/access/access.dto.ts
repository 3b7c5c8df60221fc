import { type Delegation, delegationsOf, grantsOf, type Holding, type KnownAccount } from '@app/access';
import type { GivenDelegations } from '../auth/account-rights';
import { type Role, roles } from '../auth/roles';
import { Shown, ShownObject } from '../http/answers';
import { ChoiceField, FormField, TextField, TextListField } from '../http/fields';

const code = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const key = /^[a-z0-9][a-z0-9_]{0,63}$/;

/** A role with how far it reaches and until when, as bodies name it. */
class RightBody {
  @ChoiceField(roles, { description: 'Role' })
  role!: Role;

  @FormField('key', {
    description:
      'The unit the person works for: a unit role reaches this unit only, an appraiser everything but it; null: none',
    nullable: 'written',
  })
  unitId!: string | null;

  @TextListField(code, 'mỗi mã lĩnh vực chỉ dùng chữ không dấu, chữ số và ". _ -"', {
    description: 'Codes of the fields (lĩnh vực) that are appraised; null: all',
    nullable: 'written',
    ...{ min: 1, max: 50 },
  })
  fields!: string[] | null;

  @TextListField(key, 'mỗi mã Khối chỉ dùng chữ thường không dấu, chữ số và dấu "_"', {
    description: 'Blocks (Khối) whose units are dealt with; null: all',
    nullable: 'written',
    ...{ min: 1, max: 50 },
  })
  blockIds!: string[] | null;

  @FormField('instant', { description: 'From this instant on; null: from now', nullable: true })
  from: string | null = null;

  @TextField({ description: 'Reason' })
  reason!: string;
}

export class GrantRoleBody extends RightBody {
  @FormField('instant', { description: 'Not any more from this instant on; null: until revoked', nullable: 'written' })
  until!: string | null;

  @TextField({ description: 'Legal document (văn bản) behind it', nullable: true })
  legalDocument: string | null = null;
}

export class GiveDelegationBody extends RightBody {
  @FormField('instant', { description: 'Not any more from this instant on' })
  until!: string;
}

export class RevokeGrantBody {
  @FormField('code', { description: 'Id of the grant; file.<role> for one of the accounts file' })
  grantId!: string;

  @TextField({ description: 'Reason' })
  reason!: string;
}

export class WithdrawDelegationBody {
  @FormField('uuid', { description: 'Id of the delegation' })
  delegationId!: string;

  @TextField({ description: 'Reason' })
  reason!: string;
}

export class HoldingAnswer {
  @Shown('text', 'Id: that of the command which gave it, or file.<role>')
  id!: string;

  @Shown('text', 'Role', { enum: roles })
  role!: string;

  @Shown('text', 'The unit the person works for', { nullable: true })
  unitId!: string | null;

  @Shown('text', 'Fields (lĩnh vực); null: all', { nullable: true, isArray: true })
  fields!: readonly string[] | null;

  @Shown('text', 'Blocks (Khối); null: all', { nullable: true, isArray: true })
  blockIds!: readonly string[] | null;

  @Shown('text', 'In force from this instant on')
  from!: string;

  @Shown('text', 'Not any more from this instant on; null: until revoked', { nullable: true })
  until!: string | null;
}

export class DelegationAnswer extends HoldingAnswer {
  @Shown('text', 'Account in whose name is acted')
  fromAccount!: string;
}

export class GivenDelegationAnswer extends HoldingAnswer {
  @Shown('text', 'Account that acts by it; it may not have signed in yet')
  toAccount!: string;
}

export class AccountAnswer {
  @Shown('text', 'Id of the account')
  accountId!: string;

  @ShownObject(() => HoldingAnswer, 'Roles granted', { isArray: true })
  grants!: readonly HoldingAnswer[];

  @ShownObject(() => DelegationAnswer, 'Delegations received', { isArray: true })
  delegations!: readonly DelegationAnswer[];

  @ShownObject(() => GivenDelegationAnswer, 'Delegations given to others', { isArray: true })
  delegationsGiven!: readonly GivenDelegationAnswer[];

  @Shown('text', 'Accounts to which delegations may have been given that cannot be told now: ask again later', {
    isArray: true,
  })
  delegatesUntold!: readonly string[];
}

/** Everything on record that an account holds, held or will hold, or the part of it that `counts`; and what it gave. */
export function accountAnswerOf(
  accountId: string,
  { access, standing }: KnownAccount,
  { given, untold }: GivenDelegations,
  counts: (holding: Holding) => boolean = () => true,
): AccountAnswer {
  return {
    accountId,
    grants: grantsOf(access, standing).filter(counts).map(holdingAnswerOf),
    delegations: delegationsOf(access).filter(counts).map(delegationAnswerOf),
    delegationsGiven: given.map((one) => ({ ...holdingAnswerOf(one), toAccount: one.toAccount })),
    delegatesUntold: untold,
  };
}

function holdingAnswerOf({ id, role, scope, from, until }: Holding): HoldingAnswer {
  return { id, role, ...scope, from, until };
}

function delegationAnswerOf(delegation: Delegation): DelegationAnswer {
  return { ...holdingAnswerOf(delegation), fromAccount: delegation.fromAccount };
}
