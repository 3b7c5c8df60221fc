import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { embeddedAddresses, makeLogins, migrate, openCluster, type Server, startServer } from '@app/postgres';
import { Browser } from '../../apps/api/test/oidc/browser';
import { audience, clientId, clientSecret, ProviderServer } from '../../apps/api/test/oidc/provider-server';
import { checkout, type StartedApp } from './started-app';

const certificateFile = join(checkout, 'test', 'fixtures', 'tls', 'certificate.pem');
const keyFile = join(checkout, 'test', 'fixtures', 'tls', 'key.pem');
/** Where browsers find the api: at a proxy, which speaks https with them. */
const publicUrl = 'https://par.example.vn';
/** The account of the first administrator. */
const lan = { id: 'lan', name: 'Lan (mẫu)', roles: ['administrator-of-units'], unitId: null, tokenSha256: null };

/** Production as docs/identity-providers.md sets it up: nobody has a token of ours, an OpenID provider behind https says who somebody is. */
export class Production {
  private constructor(
    /** Beside the address of the log. */
    readonly env: Readonly<Record<string, string>>,
    private readonly provider: ProviderServer,
    /** Keeps what it acknowledged: production takes no other, and the server of the tests forgets. */
    private readonly postgres: Server,
  ) {}

  /** Writes into the folder what only its owner may read. */
  static async setUp(folder: string): Promise<Production> {
    const pair = { cert: readFileSync(certificateFile), key: readFileSync(keyFile) };
    const provider = await ProviderServer.start(`${publicUrl}/auth/callback`, `${publicUrl}/`, pair);
    const written = (name: string, content: string): string => {
      writeFileSync(join(folder, name), content, { mode: 0o600 });
      return join(folder, name);
    };
    const cluster = await openCluster(join(folder, 'postgres'), { durable: false });
    const postgres = await startServer(cluster);
    await makeLogins(cluster, postgres.port);
    const { appUrl, ownerUrl } = embeddedAddresses(cluster, postgres.port);
    await migrate({ appUrl, ownerUrl });
    const client = { clientId, clientSecretFile: written('oidc-secret', clientSecret), audience };
    const env = {
      ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl },
      ...{ PAR_PROFILE: 'production', PUBLIC_URL: publicUrl, NODE_EXTRA_CA_CERTS: certificateFile },
      OIDC_ISSUERS_FILE: written('issuers.json', JSON.stringify([{ name: 'mau', issuer: provider.issuer, ...client }])),
      SESSION_KEY_FILE: written('session.key', randomBytes(32).toString('hex')),
      ACCOUNTS_FILE: written('accounts.json', JSON.stringify([lan])),
    };
    return new Production(env, provider, postgres);
  }

  async stop(): Promise<void> {
    await this.provider.stop();
    await this.postgres.stop();
  }

  /** With which programs act as the administrator. */
  token(): Promise<string> {
    return this.provider.accessToken(lan.id);
  }

  /** The administrator signs in with a browser, whose requests to us the proxy passes on; answers what it is shown then. */
  async signIn({ url }: StartedApp): Promise<unknown> {
    const browser = new Browser(trusting);
    const begun = await browser.ask(`${url}/auth/sign-in?issuer=mau&returnTo=/me`);
    const toProvider = begun.headers.get('location') ?? '';
    const back = await this.provider.signIn(browser, toProvider, lan.id, (to) => to.startsWith(publicUrl));
    const { response } = await browser.open(url + back.url.slice(publicUrl.length));
    return response.json();
  }
}

/** As fetch, which trusts what its process was told to trust when it began: here the certificate of the tests, too. */
function trusting(url: string, { method = 'GET', headers = {}, body }: RequestInit): Promise<Response> {
  if (!url.startsWith('https:')) return fetch(url, { method, headers, body: body ?? null, redirect: 'manual' });
  const form = body instanceof URLSearchParams ? body.toString() : undefined;
  const type = form !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' };
  const all = { ...(headers as Record<string, string>), ...type };
  const options = { method, headers: all, ca: readFileSync(certificateFile) };
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (message) => {
      const pairs = Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      );
      const answer = { status: message.statusCode ?? 0, headers: pairs };
      text(message).then((read) => resolve(new Response(read, answer)), reject);
    });
    sent.once('error', reject).end(form);
  });
}
