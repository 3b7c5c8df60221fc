import { randomBytes } from 'node:crypto';
import { pause } from '@app/event-store';
import { v7 } from 'uuid';
import { freePort } from '../../../test/scenarios/started-app';
import type { Issuer } from '../src/oidc/issuers-file';
import { AccessSteps } from './access-steps';
import { Browser } from './oidc/browser';
import { audience, clientId, clientSecret, ProviderServer } from './oidc/provider-server';
import { RunningApi } from './running-api';

/** Keys are asked for at most once a second. */
const KEYS_ASKED_AGAIN_MS = 1_100;

let api: RunningApi;
let access: AccessSteps;
let publicUrl: string;
let city: ProviderServer;
let ministry: ProviderServer;
beforeAll(async () => {
  // The provider warns of its own settings for development, and of Node 20.
  jest.spyOn(console, 'warn').mockReturnValue();
  publicUrl = `http://127.0.0.1:${await freePort()}`;
  const places = [`${publicUrl}/auth/callback`, `${publicUrl}/`] as const;
  [city, ministry] = [await ProviderServer.start(...places), await ProviderServer.start(...places)];
  const issuer = (name: string, { issuer: url }: ProviderServer, accountPrefix: string): Issuer => ({
    ...{ name, issuer: url, clientId, clientSecret, accountClaim: 'sub', accountPrefix, audience },
    ...{ stepUpMinutes: 10, stepUpAcr: null },
  });
  const issuers = [issuer('tphcm', city, ''), issuer('bnv', ministry, 'bnv.')];
  api = await RunningApi.start({ signIn: { issuers, publicUrl, sessionKey: randomBytes(32) } });
  await api.app.listen(Number(new URL(publicUrl).port), '127.0.0.1');
  access = new AccessSteps(api);
});
afterAll(async () => {
  await api.stop();
  await Promise.all([city.stop(), ministry.stop()]);
});

const at = (path: string) => `${publicUrl}${path}`;
const toUs = (url: string) => url.startsWith(at('/auth/callback'));

/** Where the API sends a browser that wants to sign in. */
async function authorizationUrl(browser: Browser, issuer = 'tphcm', returnTo = '/me'): Promise<string> {
  const response = await browser.ask(at(`/auth/sign-in?issuer=${issuer}&returnTo=${returnTo}`));
  return response.headers.get('location') ?? '';
}

async function signedIn(person: string, provider = city, issuer = 'tphcm'): Promise<Browser> {
  const browser = new Browser();
  const { response } = await provider.signIn(browser, await authorizationUrl(browser, issuer), person);
  expect(response.status).toBe(200);
  return browser;
}

async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code;
}
const bearer = (token: string) => fetch(at('/me'), { headers: { authorization: `Bearer ${token}` } });
const me = async (browser: Browser) => (await (await browser.ask(at('/me'))).json()) as { accountId: string };
const signOut = (browser: Browser) =>
  browser.ask(at('/me/sign-out'), { method: 'POST', headers: { 'Idempotency-Key': v7() } });

describe('signing in', () => {
  it('by code with PKCE, state and nonce leads back to where one was, as oneself', async () => {
    await access.grant('#an', 'auditor');
    const browser = new Browser();
    const url = new URL(await authorizationUrl(browser));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', client_id: clientId },
      ...{ state: expect.stringMatching(/.{20,}/) as string, nonce: expect.stringMatching(/.{20,}/) as string },
    });
    const { url: end, response } = await city.signIn(browser, url.href, 'an');
    expect(end).toBe(at('/me'));
    expect(await response.json()).toMatchObject({ accountId: 'an', grants: [{ role: 'auditor' }] });
  });

  it('gives a cookie that scripts cannot read and other sites cannot write with', async () => {
    const browser = new Browser();
    const { url } = await city.signIn(browser, await authorizationUrl(browser), 'an', toUs);
    const [cookie = ''] = (await browser.ask(url)).headers.getSetCookie();
    expect(cookie).toMatch(/^par_session=.*; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax$/);
  });

  it('by another provider is as another account, whatever that one calls people', async () => {
    await access.grant('#bnv.an', 'leader');
    expect((await me(await signedIn('an', ministry, 'bnv'))).accountId).toBe('bnv.an');
  });

  it('is refused to who has no rights here', async () => {
    const browser = new Browser();
    const { response } = await city.signIn(browser, await authorizationUrl(browser), 'nguoi_la');
    expect({ status: response.status, code: await codeOf(response) }).toEqual({
      status: 403,
      code: 'http.unknown-account',
    });
    expect(browser.cookieNames(publicUrl)).not.toContain('par_session');
  });

  it.each<[string, (url: URL) => void]>([
    ['another state', (url) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url) => url.searchParams.delete('state')],
    ['another code', (url) => url.searchParams.set('code', 'x'.repeat(43))],
    ['the word of another provider', (url) => url.searchParams.set('iss', ministry.issuer)],
  ])('is refused with %s', async (_what, change) => {
    const browser = new Browser();
    const back = await city.signIn(browser, await authorizationUrl(browser), 'an', toUs);
    const url = new URL(back.url);
    change(url);
    const response = await browser.ask(url.href);
    expect({ status: response.status, code: await codeOf(response) }).toEqual({
      status: 401,
      code: 'http.sign-in-failed',
    });
    expect(browser.cookieNames(publicUrl)).not.toContain('par_session');
  });

  it.each(['nonce', 'code_challenge'])('is refused when the %s was changed on the way', async (parameter) => {
    const browser = new Browser();
    const url = new URL(await authorizationUrl(browser));
    url.searchParams.set(parameter, 'x'.repeat(43));
    const { response } = await city.signIn(browser, url.href, 'an');
    expect(await codeOf(response)).toBe('http.sign-in-failed');
  });

  it('is refused to a browser that did not ask for it', async () => {
    const asker = new Browser();
    const { url } = await city.signIn(asker, await authorizationUrl(asker), 'an', toUs);
    expect(await codeOf(await new Browser().ask(url))).toBe('http.sign-in-failed');
  });

  it.each(['//evil.vn', 'https://evil.vn', '/\\evil.vn', 'me'])('never leads to %s', async (returnTo) => {
    const response = await fetch(at(`/auth/sign-in?issuer=tphcm&returnTo=${encodeURIComponent(returnTo)}`));
    expect({ status: response.status, code: await codeOf(response) }).toEqual({
      status: 400,
      code: 'http.invalid-request',
    });
  });

  it('knows its providers and no other', async () => {
    expect(await (await fetch(at('/auth/issuers'))).json()).toEqual({ issuers: ['tphcm', 'bnv'] });
    expect((await fetch(at('/auth/sign-in?issuer=khac'))).status).toBe(404);
  });
});

describe('a session', () => {
  it('ends when its holder signs out, here and at the provider, also for who kept the cookie', async () => {
    const browser = await signedIn('an');
    const kept = await browser.ask(at('/me'));
    expect(kept.status).toBe(200);
    const thief = await copyOf(browser);
    const answer = (await (await signOut(browser)).json()) as { endSessionUrl: string };
    expect(answer.endSessionUrl).toContain(`${city.issuer}/session/end`);
    const { response } = await browser.open(answer.endSessionUrl);
    expect(response.status).toBe(200);
    expect((await browser.ask(at('/me'))).status).toBe(401);
    expect((await thief.ask(at('/me'))).status).toBe(401);
  });

  it('goes on when the provider changes its keys, and new people come in with the new ones', async () => {
    const browser = await signedIn('an');
    await city.newKeys();
    await pause(KEYS_ASKED_AGAIN_MS);
    expect((await me(browser)).accountId).toBe('an');
    expect((await me(await signedIn('an'))).accountId).toBe('an');
  });

  it('goes on while the provider is away, nobody new comes in, and it is asked again afterwards', async () => {
    const browser = await signedIn('an');
    await city.stop();
    expect((await me(browser)).accountId).toBe('an');
    const back = new Browser();
    const url = new URL(await authorizationUrl(back));
    const refused = await back.ask(
      at(`/auth/callback?code=x&state=${url.searchParams.get('state')}&iss=${city.issuer}`),
    );
    expect({ status: refused.status, code: await codeOf(refused) }).toEqual({
      status: 503,
      code: 'http.sign-in-unavailable',
    });
    await city.listen();
    expect((await me(await signedIn('an'))).accountId).toBe('an');
  });

  it('loses a right that is revoked', async () => {
    const grant = await access.grant('#binh', 'auditor');
    const browser = await signedIn('binh');
    expect((await browser.ask(at('/projections'))).status).toBe(200);
    await access.revoke('#binh', grant);
    expect((await browser.ask(at('/projections'))).status).toBe(403);
  });

  it('does not stand in for an Authorization header that is wrong', async () => {
    const browser = await signedIn('an');
    const response = await browser.ask(at('/me'), { headers: { authorization: 'Bearer a-token-of-nobody-here' } });
    expect(response.status).toBe(401);
  });

  it('is not a cookie that somebody made', async () => {
    const cookie = `par_session=${'e30.'.repeat(4)}e30`;
    expect((await fetch(at('/me'), { headers: { cookie } })).status).toBe(401);
  });
});

async function copyOf(browser: Browser): Promise<Browser> {
  const copy = new Browser();
  (copy as unknown as { cookies: unknown }).cookies = structuredClone(
    (browser as unknown as { cookies: unknown }).cookies,
  );
  return Promise.resolve(copy);
}

describe('a program', () => {
  it('comes in with an access token for this audience', async () => {
    expect(await (await bearer(await city.accessToken('an'))).json()).toMatchObject({ accountId: 'an' });
    expect(await (await bearer(await ministry.accessToken('an'))).json()).toMatchObject({ accountId: 'bnv.an' });
  });

  it.each<[string, () => Promise<string>]>([
    ['for another audience', () => city.accessToken('an', { audience: 'urn:other' })],
    ['for the client itself, as ID tokens are', () => city.accessToken('an', { audience: clientId })],
    ['that has expired', () => city.accessToken('an', { expiresIn: '-1m' })],
    ['of a provider that is none of ours', () => city.accessToken('an', { issuer: 'https://evil.vn' })],
    ['signed by another provider', () => ministry.accessToken('an', { issuer: city.issuer })],
    ['that was changed', async () => (await city.accessToken('an')).replace(/.{5}$/, 'AAAAA')],
    ['without a signature', async () => `${btoa('{"alg":"none"}')}.${(await city.accessToken('an')).split('.')[1]}.`],
  ])('is refused with a token %s', async (_what, token) => {
    const response = await bearer(await token());
    expect({ status: response.status, code: await codeOf(response) }).toEqual({
      status: 401,
      code: 'http.unauthenticated',
    });
  });

  it('is known by new keys at once, and no longer by the old ones', async () => {
    const old = await city.accessToken('an');
    expect((await bearer(old)).status).toBe(200);
    await city.newKeys();
    const until = Date.now() + 10_000;
    while ((await bearer(await city.accessToken('an'))).status !== 200 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await bearer(await city.accessToken('an'))).status).toBe(200);
    expect((await bearer(old)).status).toBe(401);
  });

  it('whose name is no name of an account is refused', async () => {
    expect((await bearer(await city.accessToken('Ông An'))).status).toBe(401);
  });

  it('without rights is told so', async () => {
    expect(await codeOf(await bearer(await city.accessToken('nguoi_la')))).toBe('http.unknown-account');
  });
});
