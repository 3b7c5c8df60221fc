import type { Role, Scope } from '@app/access';
import type { Response } from 'supertest';
import { v7 } from 'uuid';
import { accountIdOf, type Person, type RunningApi } from './running-api';

export const everything: Scope = { unitId: null, fields: null, blockIds: null };

/** Grants and delegations over HTTP, each accepted unless asked for as a response. */
export class AccessSteps {
  constructor(private readonly api: RunningApi) {}

  /** Answers the grant's id. */
  async grant(to: Person, role: Role, scope: Partial<Scope> = {}, until: string | null = null): Promise<string> {
    const key = v7();
    const response = await this.granting(to, role, scope, until, key);
    if (response.status !== 201) throw new Error(JSON.stringify(response.body));
    return key;
  }

  granting(
    to: Person,
    role: Role,
    scope: Partial<Scope> = {},
    until: string | null = null,
    key = v7(),
  ): PromiseLike<Response> {
    const body = { role, ...everything, ...scope, until, reason: 'Phân công' };
    return this.api.command('administrator-of-units', `/accounts/${accountIdOf(to)}/grants`, body, key);
  }

  /** Time passes before: what is revoked at the instant it began was never in force. */
  async revoke(from: Person, grantId: string): Promise<void> {
    this.api.clock.set(new Date(Date.parse(this.api.clock.now()) + 1_000).toISOString());
    const path = `/accounts/${accountIdOf(from)}/revocations`;
    await this.api.accepted('administrator-of-units', path, { grantId, reason: 'Chuyển công tác' });
  }

  /** From now on, or from a later instant, until the end of 2025; answers the delegation's id. */
  async delegate(
    giver: Person,
    to: Person,
    role: Role,
    scope: Partial<Scope> = {},
    from: string | null = null,
  ): Promise<string> {
    const key = v7();
    const body = { role, ...everything, ...scope, from, until: '2025-12-31T00:00:00.000Z', reason: 'Đi công tác' };
    const response = await this.api.command(giver, `/accounts/${accountIdOf(to)}/delegations`, body, key);
    if (response.status !== 201) throw new Error(JSON.stringify(response.body));
    return key;
  }

  /** Time passes before, as when revoking. */
  async withdraw(from: Person, to: Person, delegationId: string): Promise<void> {
    this.api.clock.set(new Date(Date.parse(this.api.clock.now()) + 1_000).toISOString());
    await this.api.accepted(from, `/accounts/${accountIdOf(to)}/withdrawals`, { delegationId, reason: 'Đã về' });
  }
}
