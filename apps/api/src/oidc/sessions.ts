import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { type Cookie, cookieIn, giveCookie } from './cookies';
import type { Identity, SigningIn } from './identity-provider';
import type { Sealed } from './sealed';

/** A working day: then one signs in again, whatever one did. */
const sessionCookie: Cookie = { name: 'par_session', seconds: 8 * 60 * 60 };
const signInCookie: Cookie = { name: 'par_sign_in', seconds: 10 * 60 };
/** Browsers keep 4 KB: a longer ID token is left out, and signing out at the provider then asks the person. */
const LONGEST_ID_TOKEN = 2_000;

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly issuer: string;
  readonly idToken: string;
}

export interface Leaving extends SigningIn {
  readonly issuer: string;
  readonly returnTo: string;
}

/** Sessions of browsers, kept by the browsers themselves in sealed cookies: a restart loses none, and no table holds any. */
export class Sessions {
  constructor(
    private readonly sealed: Sealed,
    private readonly secure: boolean,
  ) {}

  async begin(response: Response, issuer: string, { accountId, idToken }: Identity): Promise<void> {
    const kept = idToken.length > LONGEST_ID_TOKEN ? '' : idToken;
    const session = { id: randomUUID(), accountId, issuer, idToken: kept };
    giveCookie(response, sessionCookie, await this.seal(sessionCookie, session), this.secure);
    giveCookie(response, signInCookie, '', this.secure);
  }

  async of(request: Request): Promise<Session | undefined> {
    return (await this.open(request, sessionCookie)) as Session | undefined;
  }

  end(response: Response): void {
    giveCookie(response, sessionCookie, '', this.secure);
  }

  async leave(response: Response, leaving: Leaving): Promise<void> {
    giveCookie(response, signInCookie, await this.seal(signInCookie, { ...leaving }), this.secure);
  }

  async comeBack(request: Request): Promise<Leaving | undefined> {
    return (await this.open(request, signInCookie)) as Leaving | undefined;
  }

  private seal({ name, seconds }: Cookie, content: Readonly<Record<string, string>>): Promise<string> {
    return this.sealed.seal(name, content, seconds);
  }

  private async open(request: Request, { name }: Cookie): Promise<unknown> {
    const value = cookieIn(request, name, this.secure);
    return value === undefined ? undefined : this.sealed.open(name, value);
  }
}
