import { randomUUID } from 'node:crypto';
import type { Instant } from '@app/kernel';
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
  /** When it began. */
  readonly beganAt: Instant;
  /** Whom the provider means, and the session there; '': it named none. */
  readonly subject: string;
  readonly providerSession: string;
  /** `auth_time` and `acr` of the provider; '': not said. */
  readonly authTime: string;
  readonly acr: string;
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

  async begin(response: Response, { accountId, idToken, ...identity }: Identity, beganAt: Instant): Promise<void> {
    const { subject, proof } = identity;
    const session: Session = {
      ...{ id: randomUUID(), accountId, issuer: proof.issuer, beganAt, subject },
      idToken: idToken.length > LONGEST_ID_TOKEN ? '' : idToken,
      providerSession: identity.providerSession ?? '',
      authTime: String(proof.authTime ?? ''),
      acr: proof.acr ?? '',
    };
    giveCookie(response, sessionCookie, await this.seal(sessionCookie, { ...session }), this.secure);
    giveCookie(response, signInCookie, '', this.secure);
  }

  /** One that an earlier version began, which lacks what is asked of a session now, is none. */
  async of(request: Request): Promise<Session | undefined> {
    const session = (await this.open(request, sessionCookie)) as Session | undefined;
    return (session as Partial<Session> | undefined)?.beganAt === undefined ? undefined : session;
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
