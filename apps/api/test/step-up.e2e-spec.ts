import { randomBytes } from 'node:crypto';
import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset } from '@app/testing';
import { v7 } from 'uuid';
import { freePort } from '../../../test/scenarios/started-app';
import { AccessSteps } from './access-steps';
import { Browser } from './oidc/browser';
import { audience, clientId, clientSecret, ProviderServer, strongAcr } from './oidc/provider-server';
import { type Person, RunningApi } from './running-api';
import { openYear, UnitYearCourse } from './unit-year-course';

const administrator = 'administrator-of-units';
const submission = '/assessments/2024/so_a/submission';

let api: RunningApi;
let publicUrl: string;
let city: ProviderServer;
let strict: ProviderServer;
const now = jest.spyOn(Date, 'now');
const realNow = Date.now.bind(Date);
/** The clock that sessions and proofs go by, moved on by so many minutes. */
const minutesLater = (minutes: number) =>
  now.mockImplementation(() => performance.timeOrigin + performance.now() + minutes * 60_000);

beforeAll(async () => {
  minutesLater(0);
  // The provider warns of its own settings for development, and of Node 20.
  jest.spyOn(console, 'warn').mockReturnValue();
  publicUrl = `http://127.0.0.1:${await freePort()}`;
  const places = [`${publicUrl}/auth/callback`, `${publicUrl}/`] as const;
  [city, strict] = [await ProviderServer.start(...places), await ProviderServer.start(...places)];
  const common = { clientId, clientSecret, accountClaim: 'sub', audience, stepUpMinutes: 10 };
  const issuers = [
    { ...common, name: 'tphcm', issuer: city.issuer, accountPrefix: 'tp.', stepUpAcr: null },
    { ...common, name: 'bnv', issuer: strict.issuer, accountPrefix: 'bnv.', stepUpAcr: strongAcr },
  ];
  const rulesets = new RulesetCatalog([writeRuleset]);
  api = await RunningApi.start({
    rulesets,
    units: ['so_a'],
    signIn: { issuers, publicUrl, sessionKey: randomBytes(32) },
  });
  await api.app.listen(Number(new URL(publicUrl).port), '127.0.0.1');
  await api.accepted(administrator, '/blocks', { blockId: 'khoi', name: 'Khối' });
  const unit = { unitId: 'so_a', name: 'Sở A', type: 'department', registeredOn: '2020-01-01' };
  await api.accepted(administrator, '/units', unit);
  await api.accepted(administrator, '/blocks/khoi/members', { unitId: 'so_a', from: '2020-01-01' });
  const access = new AccessSteps(api);
  for (const person of ['#tp.truong', '#bnv.truong'] as const)
    await access.grant(person, 'unit-head', { unitId: 'so_a' });
  await access.grant('#tp.snv', administrator);
  await openYear(api, ['khoi']);
  await new UnitYearCourse(api, 'so_a', 'khoi').goTo('wait');
});
afterAll(async () => {
  now.mockRestore();
  await api.stop();
  await Promise.all([city.stop(), strict.stop()]);
});

const at = (path: string) => `${publicUrl}${path}`;

async function signedIn(
  person: string,
  provider = city,
  issuer = 'tphcm',
  browser = new Browser(),
  more = '',
): Promise<Browser> {
  const begun = await browser.ask(at(`/auth/sign-in?issuer=${issuer}&returnTo=/me${more}`));
  const { response } = await provider.signIn(browser, begun.headers.get('location') ?? '', person);
  if (response.status !== 200) throw new Error(await response.text());
  return browser;
}

const tag = async () => (await api.question('auditor', '/assessments/2024/so_a/revision')).headers['etag'] as string;
const post = async (browser: Browser, path: string, body: object = {}) => {
  const headers = { 'Idempotency-Key': v7(), 'Content-Type': 'application/json', 'If-Match': await tag() };
  return browser.ask(at(path), { method: 'POST', headers, body: JSON.stringify(body) });
};
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

/** Whether signing off is let through: what is declined with a reason of its own got past. */
async function isLetThrough(response: Response): Promise<boolean> {
  return (await codeOf(response)) !== 'http.step-up-required';
}

const decision = { decision: { number: '1/QĐ', signedOn: '2024-01-02', signer: 'Chủ tịch' } };

describe('signing off and publishing', () => {
  it('is told how to authenticate anew when the last time was too long ago; other work goes on', async () => {
    const browser = await signedIn('truong');
    minutesLater(11);
    const refused = await post(browser, submission);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
    ]);
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer realm="par-ledger", error="insufficient_user_authentication", max_age=600',
    );
    expect(await refused.json()).toMatchObject({
      code: 'http.step-up-required',
      type: '/problems/http.step-up-required',
      detail: expect.stringContaining('/auth/sign-in?issuer=tphcm&stepUp=true') as string,
    });
    expect((await browser.ask(at('/scorecards/2024/so_a'))).status).toBe(200);
    minutesLater(0);
  });

  it('needs it for publication and correction, too', async () => {
    const browser = await signedIn('snv');
    minutesLater(11);
    for (const [path, body] of [
      ['publication', decision],
      ['corrections', { ...decision, reason: 'Tính lại' }],
    ] as const)
      expect(await codeOf(await post(browser, `/results/2024/khoi/${path}`, body))).toBe('http.step-up-required');
    await signedIn('snv', city, 'tphcm', browser, '&stepUp=true');
    const publication = await post(browser, '/results/2024/khoi/publication', decision);
    expect(await isLetThrough(publication)).toBe(true);
    minutesLater(0);
  });

  it('sends the person to the provider to authenticate anew, whoever is signed in there', async () => {
    const browser = await signedIn('truong');
    const begun = await browser.ask(at('/auth/sign-in?issuer=tphcm&returnTo=/me&stepUp=true'));
    const url = new URL(begun.headers.get('location') ?? '');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ prompt: 'login', max_age: '600' });
    expect((await browser.open(url.href)).url).toContain('/interaction/');
  });

  it('is not content with a provider that did not ask anew', async () => {
    const browser = await signedIn('truong');
    minutesLater(2);
    const begun = await browser.ask(at('/auth/sign-in?issuer=tphcm&returnTo=/me&stepUp=true'));
    const url = new URL(begun.headers.get('location') ?? '');
    url.searchParams.delete('prompt');
    const { response } = await browser.open(url.href);
    expect([response.status, await codeOf(response)]).toEqual([401, 'http.sign-in-failed']);
    minutesLater(0);
  });

  it('asks a provider for the class of means that is configured, and takes no other', async () => {
    const browser = await signedIn('truong', strict, 'bnv');
    const refused = await post(browser, submission);
    expect(refused.headers.get('www-authenticate')).toContain(`acr_values="${strongAcr}"`);
    expect(await codeOf(refused)).toBe('http.step-up-required');
    const begun = await browser.ask(at('/auth/sign-in?issuer=bnv&returnTo=/me&stepUp=true'));
    expect(new URL(begun.headers.get('location') ?? '').searchParams.get('acr_values')).toBe(strongAcr);
  });

  it('is not done by a token of the accounts file where there are providers: it proves no person', async () => {
    const response = await api.command('unit-head@so_a', submission);
    expect([response.status, (response.body as { code: string }).code]).toEqual([401, 'http.step-up-required']);
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['says nothing of when', {}, false],
    ['is of an old authentication', { auth_time: Math.floor(realNow() / 1000) - 700 }, false],
    ['is of a recent one', { auth_time: Math.floor(realNow() / 1000) }, true],
  ])('by a program whose access token %s', async (_what, claims, through) => {
    const token = await city.accessToken('truong', { claims });
    const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': v7(), 'If-Match': '"no-stream"' };
    const response = await fetch(at(submission), { method: 'POST', headers });
    expect(await isLetThrough(response)).toBe(through);
  });

  it('goes through once the person was authenticated anew', async () => {
    const browser = await signedIn('truong');
    minutesLater(11);
    expect(await codeOf(await post(browser, submission))).toBe('http.step-up-required');
    await signedIn('truong', city, 'tphcm', browser, '&stepUp=true');
    expect((await post(browser, submission)).status).toBe(201);
    minutesLater(0);
  });

  it('asks nobody more than before where no provider is configured', async () => {
    const alone = await RunningApi.start({ units: ['so_a'] });
    const person: Person = 'unit-head@so_a';
    expect((await alone.command(person, submission)).status).toBe(404);
    await alone.stop();
  });
});
