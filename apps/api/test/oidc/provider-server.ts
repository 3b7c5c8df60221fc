import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import type { Browser } from './browser';

export const audience = 'urn:par-ledger:api';
export const clientId = 'par-ledger';
export const clientSecret = 'a-secret-of-the-tests-only';
/** A class of authentication that the provider knows. */
export const strongAcr = 'urn:par-ledger:smart-card';

/** Its certificate, and the key of that: then it is found at https. */
type Tls = { readonly cert: Buffer; readonly key: Buffer };
type Key = { readonly publicJwk: JWK; readonly privateJwk: JWK; readonly privateKey: CryptoKey };

/** A real OpenID provider on a port of its own, whose keys can be changed and which can go away and come back. */
export class ProviderServer {
  private server: Server | TlsServer | undefined;
  private key!: Key;

  private constructor(
    private port: number,
    private readonly callbackUrl: string,
    private readonly home: string,
    private readonly tls: Tls | undefined,
  ) {}

  static async start(callbackUrl: string, home: string, tls?: Tls): Promise<ProviderServer> {
    const server = new ProviderServer(0, callbackUrl, home, tls);
    await server.newKeys();
    return server;
  }

  get issuer(): string {
    return `${this.tls ? 'https' : 'http'}://127.0.0.1:${this.port}`;
  }

  /** Signs with another key from now on, and forgets the one before. */
  async newKeys(): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const kid = `key-${Math.random()}`;
    const named = async (key: CryptoKey): Promise<JWK> => ({
      ...(await exportJWK(key)),
      kid,
      alg: 'RS256',
      use: 'sig',
    });
    this.key = { publicJwk: await named(publicKey), privateJwk: await named(privateKey), privateKey };
    await this.stop();
    await this.listen();
  }

  async listen(): Promise<void> {
    const handle: RequestListener = (request, response) => void this.handle?.(request, response);
    const server = this.tls ? createTlsServer(this.tls, handle) : createServer(handle);
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.handle = this.provider().callback() as never;
  }

  private handle: ((request: unknown, response: unknown) => unknown) | undefined;

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  private provider(): Provider {
    const client = {
      ...{ client_id: clientId, client_secret: clientSecret, redirect_uris: [this.callbackUrl] },
      ...{ post_logout_redirect_uris: [this.home], grant_types: ['authorization_code'], response_types: ['code'] },
      backchannel_logout_uri: `${this.home}auth/back-channel-logout`,
      backchannel_logout_session_required: true,
    };
    return new Provider(this.issuer, {
      clients: [client as never],
      cookies: { keys: ['cookies of the tests'] },
      jwks: { keys: [this.key.privateJwk] },
      findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
      pkce: { required: () => true },
      acrValues: [strongAcr],
      features: {
        ...{ devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
        backchannelLogout: { enabled: true },
      },
    });
  }

  /** Signs in as `person` at an address that the API sent the browser to; ends where `stop` wants, or at a page. */
  async signIn(
    browser: Browser,
    authorizationUrl: string,
    person: string,
    stop?: (url: string) => boolean,
  ): ReturnType<Browser['open']> {
    const login = await browser.open(authorizationUrl);
    const consent = await browser.send(login.url, { prompt: 'login', login: person, password: 'any' }, stop);
    if (stop?.(consent.url) || !consent.url.includes('/interaction/')) return consent;
    return browser.send(consent.url, { prompt: 'consent' }, stop);
  }

  /** Ends the session at the provider, at the address that the API gave: the provider then tells the API by its back channel. */
  async signOut(browser: Browser, endSessionUrl: string): Promise<void> {
    const page = await (await browser.open(endSessionUrl)).response.text();
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
    await browser.send(action, { xsrf, logout: 'yes' });
  }

  /** A logout token as this provider could have made it, or almost. */
  async logoutToken(
    claims: Record<string, unknown>,
    change: { audience?: string; issuer?: string } = {},
  ): Promise<string> {
    return new SignJWT({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: this.key.privateJwk.kid ?? '', typ: 'logout+jwt' })
      .setIssuer(change.issuer ?? this.issuer)
      .setAudience(change.audience ?? clientId)
      .setIssuedAt()
      .setJti(`logout-${Math.random()}`)
      .setExpirationTime('2m')
      .sign(this.key.privateKey);
  }

  /** An access token as this provider could have made it, or almost. */
  async accessToken(
    subject: string,
    change: { audience?: string; expiresIn?: string; issuer?: string; claims?: Record<string, unknown> } = {},
  ): Promise<string> {
    return new SignJWT(change.claims ?? {})
      .setProtectedHeader({ alg: 'RS256', kid: this.key.privateJwk.kid ?? '', typ: 'at+jwt' })
      .setIssuer(change.issuer ?? this.issuer)
      .setAudience(change.audience ?? audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(change.expiresIn ?? '5m')
      .sign(this.key.privateKey);
  }
}
