import { checkedAccount } from '@app/access';
import { Logger } from '@nestjs/common';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { Configuration } from 'openid-client';
import { EdgeRefusal } from '../http/edge-refusal';
import type { Issuer } from './issuers-file';
import type { Proof } from './step-up';

const logger = new Logger('identity-providers');

/** How long a provider may take to answer, seconds. */
const PATIENCE_S = 3;
/** Keys are asked for again at most so often, ms: a new key is known at once, a wrong one cannot make us ask in a loop. */
const KEYS_COOLDOWN_MS = 1_000;
/** Clocks of two machines differ by so much at most, seconds. */
const CLOCK_TOLERANCE_S = 5;
/** Signed by the provider's private key; never `none`, never with a shared secret. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];

/** What a logout token is recognised by. */
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** What signing in remembers between leaving for the provider and coming back. */
export interface SigningIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** When the browser left, for whom the provider must authenticate anew (seconds since 1970, as text); '': whenever it did. */
  readonly anewSince: string;
}

/** Somebody whom a provider vouches for. */
export interface Identity {
  readonly accountId: string;
  readonly idToken: string;
  readonly subject: string;
  /** The session at the provider (`sid`); null: it names none. */
  readonly providerSession: string | null;
  readonly proof: Proof;
}

/** What a provider says has ended: a session of its own, or all of its subject's. */
export interface Logout {
  readonly tokenId: string;
  readonly subject: string | null;
  readonly session: string | null;
}

/** One OpenID provider: authorization code with PKCE, nonce and state for people, access tokens for programs. Found when first needed. */
export class IdentityProvider {
  private found: Promise<Configuration> | undefined;
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    readonly issuer: Issuer,
    private readonly callbackUrl: string,
  ) {}

  /**
   * Where to send the browser, and what to remember until it comes back. With `anew` the provider asks who it is, whoever is signed in there.
   * Throws EdgeRefusal (503) when the provider does not answer.
   */
  async begin(anew = false): Promise<{ url: URL; signingIn: SigningIn }> {
    const oidc = await import('openid-client');
    const configuration = await this.configuration();
    const verifier = oidc.randomPKCECodeVerifier();
    const anewSince = anew ? String(secondsNow()) : '';
    const signingIn = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, anewSince };
    const url = oidc.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: this.callbackUrl, scope: 'openid profile email' },
      ...{ state: signingIn.state, nonce: signingIn.nonce },
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(anew && this.authenticatedAnew()),
    });
    return { url, signingIn };
  }

  /** Who came back. `query` is what the provider gave along. Throws EdgeRefusal (401) when anything does not fit. */
  async end(query: string, { state, nonce, verifier, anewSince }: SigningIn): Promise<Identity> {
    const oidc = await import('openid-client');
    const configuration = await this.configuration();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    try {
      const answer = new URL(`${this.callbackUrl}?${query}`);
      const { id_token: idToken = '' } = await oidc.authorizationCodeGrant(configuration, answer, checks);
      const identity = this.identityIn(await this.signed(idToken, this.issuer.clientId), idToken);
      if (anewSince !== '') this.demandAnew(identity.proof, Number(anewSince));
      return identity;
    } catch (error) {
      throw isAway(error) ? unavailable() : failed();
    }
  }

  private authenticatedAnew(): Record<string, string> {
    const { stepUpMinutes, stepUpAcr } = this.issuer;
    // `max_age` obliges the provider to say when it authenticated the person.
    const asked = { prompt: 'login', max_age: String(stepUpMinutes * 60) };
    return stepUpAcr === null ? asked : { ...asked, acr_values: stepUpAcr };
  }

  /** A provider may overlook `prompt` and `acr_values`: what it says it did counts. */
  private demandAnew({ authTime, acr }: Proof, since: number): void {
    const { stepUpAcr } = this.issuer;
    if (authTime === null || authTime < since - CLOCK_TOLERANCE_S) throw failed();
    if (stepUpAcr !== null && acr !== stepUpAcr) throw failed();
  }

  /** Where the session at the provider is ended; undefined when it cannot be, or the provider does not answer. */
  async endSessionUrl(idToken: string, returnTo: string): Promise<string | undefined> {
    const oidc = await import('openid-client');
    const configuration = await this.configuration().catch(() => undefined);
    if (!configuration?.serverMetadata().end_session_endpoint) return undefined;
    const parameters = new URLSearchParams({ post_logout_redirect_uri: returnTo });
    if (idToken !== '') parameters.set('id_token_hint', idToken);
    return oidc.buildEndSessionUrl(configuration, parameters).href;
  }

  /** Whose access token it is; undefined when it is not a good one for us. Throws EdgeRefusal (503) when that cannot be known. */
  async ofAccessToken(token: string): Promise<Pick<Identity, 'accountId' | 'proof'> | undefined> {
    const { audience } = this.issuer;
    if (audience === null) return undefined;
    try {
      const claims = await this.signed(token, audience);
      return { accountId: this.accountIn(claims), proof: this.proofIn(claims) };
    } catch (error) {
      if (isAway(error)) throw unavailable();
      return undefined;
    }
  }

  /**
   * What a logout token ends (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6); undefined when it is not a good one for us. Throws
   * EdgeRefusal (503) when that cannot be known.
   */
  async logoutIn(token: string): Promise<Logout | undefined> {
    try {
      const claims = await this.signed(token, this.issuer.clientId);
      const { events, nonce, sub, sid, jti, iat } = claims as JWTPayload & {
        events?: Record<string, unknown>;
        sid?: unknown;
      };
      const event = events?.[LOGOUT_EVENT];
      const isLogout = typeof event === 'object' && event !== null && nonce === undefined;
      if (!isLogout || typeof jti !== 'string' || typeof iat !== 'number') return undefined;
      const [subject, session] = [textOr(sub), textOr(sid)];
      return subject === null && session === null ? undefined : { tokenId: jti, subject, session };
    } catch (error) {
      if (isAway(error)) throw unavailable();
      return undefined;
    }
  }

  /** What the provider signed for the audience. Its keys are asked for anew as soon as one is missing, not only when they are old. */
  private async signed(token: string, audience: string): Promise<JWTPayload> {
    const jose = await import('jose');
    const options = { issuer: this.issuer.issuer, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_TOLERANCE_S };
    const { payload } = await jose.jwtVerify(token, await this.signingKeys(), { ...options, requiredClaims: ['exp'] });
    return payload;
  }

  private accountIn(claims: JWTPayload): string {
    const claim = claims[this.issuer.accountClaim];
    if (typeof claim !== 'string') throw failed();
    return checkedAccount(this.issuer.accountPrefix + claim);
  }

  private identityIn(claims: JWTPayload, idToken: string): Identity {
    const { sub, sid } = claims as JWTPayload & { sid?: unknown };
    if (sub === undefined) throw failed();
    const proof = this.proofIn(claims);
    return { accountId: this.accountIn(claims), idToken, subject: sub, providerSession: textOr(sid), proof };
  }

  private proofIn(claims: JWTPayload): Proof {
    const { auth_time: authTime, acr } = claims as JWTPayload & { auth_time?: unknown; acr?: unknown };
    return { issuer: this.issuer.name, authTime: typeof authTime === 'number' ? authTime : null, acr: textOr(acr) };
  }

  /** A provider that did not answer is asked again by the next who needs it. */
  private configuration(): Promise<Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      logger.warn(`${this.issuer.name} (${this.issuer.issuer}) is not found: ${(error as Error).message}`);
      throw unavailable();
    });
    return this.found;
  }

  private async discover(): Promise<Configuration> {
    const oidc = await import('openid-client');
    const { issuer, clientId, clientSecret } = this.issuer;
    // Plain http is refused in production when the file is read.
    const insecure = issuer.startsWith('http://') ? [oidc.allowInsecureRequests] : [];
    const client = { client_secret: clientSecret, [oidc.clockTolerance]: CLOCK_TOLERANCE_S };
    return oidc.discovery(new URL(issuer), clientId, client, undefined, {
      execute: insecure,
      timeout: PATIENCE_S,
    });
  }

  private signingKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.remoteKeys().catch((error: unknown) => {
      this.keys = undefined;
      throw error;
    });
    return this.keys;
  }

  private async remoteKeys(): Promise<JWTVerifyGetKey> {
    const jose = await import('jose');
    const { jwks_uri } = (await this.configuration()).serverMetadata();
    if (jwks_uri === undefined) throw unavailable();
    return jose.createRemoteJWKSet(new URL(jwks_uri), {
      cooldownDuration: KEYS_COOLDOWN_MS,
      timeoutDuration: PATIENCE_S * 1_000,
    });
  }
}

function textOr(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}

function secondsNow(): number {
  return Math.floor(Date.now() / 1000);
}

function failed(): EdgeRefusal {
  return new EdgeRefusal('http.sign-in-failed', 'Đăng nhập không thành công hoặc đã hết hạn: hãy đăng nhập lại.');
}

function unavailable(): EdgeRefusal {
  return new EdgeRefusal('http.sign-in-unavailable', 'Nơi cấp danh tính chưa trả lời: hãy thử lại.', undefined, {
    'Retry-After': '5',
  });
}

/** Whether the provider gave no answer, as opposed to a bad one. */
function isAway(error: unknown): boolean {
  return error instanceof EdgeRefusal ? error.code === 'http.sign-in-unavailable' : isUnreachable(error);
}

function isUnreachable(error: unknown): boolean {
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown };
  if (name === 'TimeoutError' || code === 'ERR_JWKS_TIMEOUT' || code === 'OAUTH_TIMEOUT') return true;
  if (name === 'TypeError' && (error as Error).message === 'fetch failed') return true;
  return cause !== undefined && cause !== error && isUnreachable(cause ?? {});
}
