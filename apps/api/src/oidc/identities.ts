import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AccountRights } from '../auth/account-rights';
import { Accounts } from '../auth/account';
import { EdgeRefusal } from '../http/edge-refusal';
import { tooFast } from '../http/rate.guard';
import { Rates } from '../http/rates';
import { SignIn } from './sign-in';

const bearer = /^Bearer ([\x21-\x7e]{16,8192})$/i;
const jsonWebToken = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Says whose request it is: by a token of the accounts file, an access token of an identity provider, or a session. */
@Injectable()
export class Identities {
  constructor(
    private readonly accounts: Accounts,
    private readonly rights: AccountRights,
    private readonly signIn: SignIn,
    private readonly rates: Rates,
  ) {}

  /** The account. Throws EdgeRefusal (401; 429 for whoever tries at any speed). A request with an Authorization header never falls back to a session. */
  async accountOf(request: Request): Promise<string> {
    const header = request.get('Authorization');
    const account = await (header === undefined ? this.ofSession(request) : this.ofHeader(header));
    if (account !== undefined) return account;
    // Whoever tries tokens out must not do it at any speed.
    const seconds = this.rates.ofAddress(request.ip);
    if (seconds > 0) throw tooFast(seconds);
    const detail =
      header === undefined
        ? 'Hãy đăng nhập, hoặc gửi tiêu đề Authorization: Bearer <mã truy cập>.'
        : 'Mã truy cập không đúng.';
    throw new EdgeRefusal('http.unauthenticated', detail, undefined, {
      'WWW-Authenticate': 'Bearer realm="par-ledger"',
    });
  }

  private async ofHeader(header: string): Promise<string | undefined> {
    const token = bearer.exec(header)?.[1];
    if (token === undefined) return undefined;
    const known = this.accounts.ofToken(token);
    if (known || !jsonWebToken.test(token)) return known?.id;
    const provider = await this.signIn.providerOf(token);
    return provider?.accountOfAccessToken(token);
  }

  private async ofSession(request: Request): Promise<string | undefined> {
    const session = await this.signIn.sessions.of(request);
    if (!session) return undefined;
    const { access } = await this.rights.of(session.accountId);
    return access.endedSessions.has(session.id) ? undefined : session.accountId;
  }
}
