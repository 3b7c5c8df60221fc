import { randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { v7 } from 'uuid';
import { freePort } from '../../../test/scenarios/started-app';
import { AccessSteps } from './access-steps';
import { Browser } from './oidc/browser';
import { audience, clientId, clientSecret, ProviderServer } from './oidc/provider-server';
import { RunningApi } from './running-api';

const failuresPerMinute = 12;

let api: RunningApi;
let publicUrl: string;
let city: ProviderServer;
let ministry: ProviderServer;
beforeAll(async () => {
  // The provider warns of its own settings for development, and of Node 20.
  jest.spyOn(console, 'warn').mockReturnValue();
  publicUrl = `http://127.0.0.1:${await freePort()}`;
  const places = [`${publicUrl}/auth/callback`, `${publicUrl}/`] as const;
  [city, ministry] = [await ProviderServer.start(...places), await ProviderServer.start(...places)];
  const common = { clientId, clientSecret, accountClaim: 'sub', audience, stepUpMinutes: 10, stepUpAcr: null };
  const issuers = [
    { ...common, name: 'tphcm', issuer: city.issuer, accountPrefix: 'tp.' },
    { ...common, name: 'bnv', issuer: ministry.issuer, accountPrefix: 'bnv.' },
  ];
  const signIn = { issuers, publicUrl, sessionKey: randomBytes(32) };
  const rates = { perAccount: 1e6, perAddress: 1e6, failuresPerMinute };
  api = await RunningApi.start({ signIn, rates });
  await api.app.listen(Number(new URL(publicUrl).port), '127.0.0.1');
  const access = new AccessSteps(api);
  for (const person of ['#tp.an', '#tp.binh', '#bnv.an'] as const) await access.grant(person, 'auditor');
});
afterAll(async () => {
  await api.stop();
  await Promise.all([city.stop(), ministry.stop()]);
});

const at = (path: string) => `${publicUrl}${path}`;
/** Sessions that begin at the instant of a word of the provider are ended by it. */
function timePasses(): void {
  api.clock.set(new Date(Date.parse(api.clock.now()) + 1_000).toISOString());
}

async function signedIn(person: string, provider = city, issuer = 'tphcm'): Promise<Browser> {
  timePasses();
  const browser = new Browser();
  const begun = await browser.ask(at(`/auth/sign-in?issuer=${issuer}&returnTo=/me`));
  const { response } = await provider.signIn(browser, begun.headers.get('location') ?? '', person);
  expect(response.status).toBe(200);
  timePasses();
  return browser;
}
const isOpen = async (browser: Browser) => (await browser.ask(at('/me'))).status === 200;
const tell = (token: string) =>
  fetch(at('/auth/back-channel-logout'), { method: 'POST', body: new URLSearchParams({ logout_token: token }) });

const signOut = (browser: Browser) =>
  browser.ask(at('/me/sign-out'), { method: 'POST', headers: { 'Idempotency-Key': v7() } });

function copyOf(browser: Browser): Browser {
  const copy = new Browser();
  (copy as unknown as { cookies: unknown }).cookies = structuredClone(
    (browser as unknown as { cookies: unknown }).cookies,
  );
  return copy;
}

describe('a provider that says that somebody signed out there', () => {
  it('ends the session that began there, by its own back channel, and no other', async () => {
    const [here, elsewhere, other] = [await signedIn('an'), await signedIn('an'), await signedIn('binh')];
    const thief = copyOf(here);
    expect((await signOut(elsewhere)).status).toBe(201);
    expect(await isOpen(here)).toBe(true);
    // Signing out at the provider alone: our own sign-out is not called.
    await city.signOut(here, `${city.issuer}/session/end?client_id=${clientId}`);
    expect(await isOpen(here)).toBe(false);
    expect(await isOpen(thief)).toBe(false);
    expect(await isOpen(other)).toBe(true);
  });

  it('ends every session of a person, and none that begins afterwards', async () => {
    const [one, two, other] = [await signedIn('an'), await signedIn('an'), await signedIn('an', ministry, 'bnv')];
    expect((await tell(await city.logoutToken({ sub: 'an' }))).status).toBe(200);
    expect([await isOpen(one), await isOpen(two), await isOpen(other)]).toEqual([false, false, true]);
    expect(await isOpen(await signedIn('an'))).toBe(true);
  });

  it('may name the session alone', async () => {
    const browser = await signedIn('binh');
    const first = copyOf(browser);
    // Another session of ours on the same one of the provider; its ID token names that.
    const begun = await browser.ask(at('/auth/sign-in?issuer=tphcm&returnTo=/me'));
    await browser.open(begun.headers.get('location') ?? '');
    const { endSessionUrl } = (await (await signOut(browser)).json()) as { endSessionUrl: string };
    const { sid } = decodeJwt(new URL(endSessionUrl).searchParams.get('id_token_hint') ?? '');
    expect([typeof sid, await isOpen(first)]).toEqual(['string', true]);
    expect((await tell(await city.logoutToken({ sid }))).status).toBe(200);
    expect(await isOpen(first)).toBe(false);
  });

  it('is recorded once, however often it says so, without a name', async () => {
    await signedIn('binh');
    const token = await city.logoutToken({ sub: 'binh' });
    await tell(token);
    const head = await api.store.head();
    expect((await tell(token)).status).toBe(200);
    expect(await api.store.head()).toBe(head);
  });

  it.each<[string, () => Promise<string>]>([
    ['for another client', () => city.logoutToken({ sub: 'an' }, { audience: 'other' })],
    ['of another provider', () => ministry.logoutToken({ sub: 'an' }, { issuer: city.issuer })],
    ['without the event', () => city.logoutToken({ sub: 'an', events: {} })],
    ['with a nonce, as ID tokens have', () => city.logoutToken({ sub: 'an', nonce: 'x' })],
    ['that names nobody', () => city.logoutToken({})],
    ['that was changed', async () => (await city.logoutToken({ sub: 'an' })).replace(/.{5}$/, 'AAAAA')],
  ])('is not believed with a token %s', async (_what, token) => {
    const browser = await signedIn('an');
    const response = await tell(await token());
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await isOpen(browser)).toBe(true);
  });

  it('speaks by a form and nothing else, and nobody else speaks by one', async () => {
    const json = await fetch(at('/auth/back-channel-logout'), {
      ...{ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' },
    });
    expect(json.status).toBe(415);
    expect((await fetch(at('/units'), { method: 'POST', body: new URLSearchParams({ a: 'b' }) })).status).toBe(415);
  });
});

describe('whoever tries out what is not theirs', () => {
  it('is held up at their address, whoever was recognised there before goes on', async () => {
    const open = await signedIn('binh');
    const ask = (token: string) => fetch(at('/me'), { headers: { authorization: `Bearer ${token}` } });
    expect((await ask(api.tokenOf('auditor'))).status).toBe(200);
    const statuses: number[] = [];
    for (let guess = 0; guess < failuresPerMinute + 3; guess += 1)
      statuses.push((await ask(`a-guess-at-a-token-${guess}`)).status);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.at(-1)).toBe(429);
    expect((await ask(api.tokenOf('leader'))).status).toBe(429);
    expect((await ask(api.tokenOf('auditor'))).status).toBe(200);
    expect(await isOpen(open)).toBe(true);
    const callback = await fetch(at('/auth/callback?code=x&state=y'));
    expect([callback.status, Number(callback.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await tell('x')).status).toBe(429);
  });
});
