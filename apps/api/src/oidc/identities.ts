import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AccountRights } from '../auth/account-rights';
import { Accounts, sha256Hex } from '../auth/account';
import { EdgeRefusal } from '../http/edge-refusal';
import { tooFast } from '../http/rate.guard';
import { Rates } from '../http/rates';
import { ProviderSessions } from './provider-sessions';
import { SignIn } from './sign-in';
import type { Proof } from './step-up';

const bearer = /^Bearer ([\x21-\x7e]{16,8192})$/i;
const jsonWebToken = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const MOST_RECOGNISED = 10_000;

/** Whose request it is, and how the identity provider authenticated the person; null: by a token of the accounts file. */
export interface Caller {
  readonly accountId: string;
  readonly proof: Proof | null;
}

/** Says whose request it is: by a token of the accounts file, an access token of an identity provider, or a session. */
@Injectable()
export class Identities {
  /** Digests of tokens that were good once: whoever shows one is not held up by others at the same address who try tokens out. */
  private readonly recognised = new Set<string>();

  constructor(
    private readonly accounts: Accounts,
    private readonly rights: AccountRights,
    private readonly signIn: SignIn,
    private readonly rates: Rates,
    private readonly providerSessions: ProviderSessions,
  ) {}

  /** Throws EdgeRefusal (401; 429 for whoever tries at any speed). A request with an Authorization header never falls back to a session. */
  async callerOf(request: Request): Promise<Caller> {
    const header = request.get('Authorization');
    const caller = await (header === undefined ? this.ofSession(request) : this.ofHeader(header, request.ip));
    if (caller !== undefined) return caller;
    // Whoever tries tokens out must not do it at any speed.
    if (header !== undefined) this.rates.failed(request.ip);
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

  private async ofHeader(header: string, ip: string | undefined): Promise<Caller | undefined> {
    const token = bearer.exec(header)?.[1];
    if (token === undefined) return undefined;
    const digest = sha256Hex(token);
    const seconds = this.recognised.has(digest) ? 0 : this.rates.waitAfterFailures(ip);
    if (seconds > 0) throw tooFast(seconds);
    const caller = await this.ofToken(token);
    if (caller !== undefined) this.remember(digest);
    return caller;
  }

  private async ofToken(token: string): Promise<Caller | undefined> {
    const known = this.accounts.ofToken(token);
    if (known) return { accountId: known.id, proof: null };
    if (!jsonWebToken.test(token)) return undefined;
    const provider = await this.signIn.providerOf(token);
    return provider?.ofAccessToken(token);
  }

  private async ofSession(request: Request): Promise<Caller | undefined> {
    const session = await this.signIn.sessions.of(request);
    if (!session) return undefined;
    const { id, accountId, issuer, authTime, acr } = session;
    const [{ access }, endedThere] = await Promise.all([
      this.rights.of(accountId),
      this.providerSessions.hasEnded(session),
    ]);
    if (endedThere || access.endedSessions.has(id)) return undefined;
    const proof = { issuer, authTime: authTime === '' ? null : Number(authTime), acr: acr === '' ? null : acr };
    return { accountId, proof };
  }

  private remember(digest: string): void {
    this.recognised.add(digest);
    const [oldest] = this.recognised;
    if (this.recognised.size > MOST_RECOGNISED && oldest !== undefined) this.recognised.delete(oldest);
  }
}
