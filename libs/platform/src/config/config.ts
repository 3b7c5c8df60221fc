import { resolve } from 'node:path';
import { StartUpRefused } from '@app/postgres';
import { environment, type Environment } from './environment';

/** What the apps run with, checked as a whole. Libraries receive values from it and never read the environment. */
export interface Config {
  /** `demo` knows demo accounts and loads demo years; `production` knows neither. */
  readonly profile: 'demo' | 'production';
  readonly database: EmbeddedDatabase | ExternalDatabase;
  /** Where the events are: in EventStoreDB, else in the same database. */
  readonly eventStoreUrl: string | undefined;
  readonly http: { readonly host: string; readonly port: number };
  /** How many requests the api works on at once: of all callers together, and of one account. */
  readonly requestsAtOnce: { readonly all: number; readonly perAccount: number };
  /** How many requests a second the api takes in the long run: of one account, and of one address without an account. */
  readonly requestsPerSecond: { readonly perAccount: number; readonly perAddress: number };
  /** Addresses and networks of the proxies in front of the api: what they say of who asks is believed. */
  readonly trustedProxies: readonly string[];
  /** `inline`: this process also runs the projections. `off`: apps/projector does. */
  readonly projector: 'inline' | 'off';
  /** In how many parts read models made from now on are kept up, by as many processes at most; not said: as the live ones are. */
  readonly projectionParts: number | undefined;
  readonly accountsFile: string | undefined;
  /** Signing in by identity providers; undefined: tokens of the accounts file only. */
  readonly oidc: OidcConfig | undefined;
  readonly dataDir: string;
  readonly logLevel: Environment['LOG_LEVEL'];
}

export interface EmbeddedDatabase {
  readonly kind: 'embedded';
  readonly folder: string;
}

export interface ExternalDatabase {
  readonly kind: 'external';
  readonly appUrl: string;
  /** Runs the migrations; without it the login of `appUrl` does, if it may. */
  readonly ownerUrl: string | undefined;
}

export interface OidcConfig {
  readonly issuersFile: string;
  /** Where browsers find the api, without a slash at the end. */
  readonly publicUrl: string;
  /** Undefined: one is made in the data folder. */
  readonly sessionKeyFile: string | undefined;
}

/** Checks the environment. Throws StartUpRefused with one sentence that names the variable: there is no silent fall-back. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new StartUpRefused(`${name} không hợp lệ: ${env[name]?.trim() ? issue?.message : emptyHint}.`);
  }
  refusePartial(parsed.data);
  return configOf(parsed.data);
}

const emptyHint = 'đang được đặt là rỗng, hãy bỏ hẳn biến này hoặc điền giá trị';

function refusePartial(env: Environment): void {
  if (env.EVENTSTORE_URL && !env.DATABASE_URL) {
    throw new StartUpRefused(
      'Có EVENTSTORE_URL nhưng thiếu DATABASE_URL: hãy đặt cả hai, hoặc bỏ cả hai để dùng bản nhúng.',
    );
  }
  if (env.DATABASE_OWNER_URL && !env.DATABASE_URL) {
    throw new StartUpRefused(
      'Có DATABASE_OWNER_URL nhưng thiếu DATABASE_URL: hãy đặt cả hai, hoặc bỏ cả hai để dùng bản nhúng.',
    );
  }
  if (env.OIDC_ISSUERS_FILE && !env.PUBLIC_URL) {
    throw new StartUpRefused('Có OIDC_ISSUERS_FILE nhưng thiếu PUBLIC_URL: hãy đặt địa chỉ mà trình duyệt dùng.');
  }
  if (env.PAR_PROFILE === 'production') refuseInProduction(env);
}

function refuseInProduction(env: Environment): void {
  const missing = env.DATABASE_URL
    ? env.ACCOUNTS_FILE || env.OIDC_ISSUERS_FILE
      ? undefined
      : 'ACCOUNTS_FILE hoặc OIDC_ISSUERS_FILE'
    : 'DATABASE_URL';
  if (missing) {
    throw new StartUpRefused(`PAR_PROFILE=production cần ${missing}: hãy đặt biến này, hoặc dùng PAR_PROFILE=demo.`);
  }
  if (env.OIDC_ISSUERS_FILE && !/^https:/i.test(env.PUBLIC_URL ?? '')) {
    throw new StartUpRefused('PUBLIC_URL phải dùng https: PAR_PROFILE=production không nhận http.');
  }
  refuseDemoSecrets(env);
}

/** The password that every EventStoreDB is delivered with. */
function refuseDemoSecrets({ EVENTSTORE_URL }: Environment): void {
  if (!/:changeit@/i.test(EVENTSTORE_URL ?? '')) return;
  throw new StartUpRefused(
    'EVENTSTORE_URL dùng mật khẩu mặc định "changeit": PAR_PROFILE=production không nhận mật khẩu này.',
  );
}

function oidcOf({ OIDC_ISSUERS_FILE, PUBLIC_URL, SESSION_KEY_FILE }: Environment): OidcConfig | undefined {
  if (OIDC_ISSUERS_FILE === undefined || PUBLIC_URL === undefined) return undefined;
  return { issuersFile: OIDC_ISSUERS_FILE, publicUrl: PUBLIC_URL, sessionKeyFile: SESSION_KEY_FILE };
}

function configOf(env: Environment): Config {
  const dataDir = resolve(env.DATA_DIR);
  return {
    profile: env.PAR_PROFILE,
    database: env.DATABASE_URL
      ? { kind: 'external', appUrl: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL }
      : { kind: 'embedded', folder: resolve(dataDir, 'postgres') },
    eventStoreUrl: env.EVENTSTORE_URL,
    http: { host: env.HOST, port: env.PORT },
    requestsAtOnce: { all: env.REQUESTS_AT_ONCE, perAccount: env.REQUESTS_AT_ONCE_PER_ACCOUNT },
    requestsPerSecond: {
      perAccount: env.REQUESTS_PER_SECOND_PER_ACCOUNT,
      perAddress: env.REQUESTS_PER_SECOND_PER_ADDRESS,
    },
    trustedProxies: env.TRUSTED_PROXIES,
    projector: env.PROJECTOR,
    projectionParts: env.PROJECTION_PARTS,
    accountsFile: env.ACCOUNTS_FILE,
    oidc: oidcOf(env),
    dataDir,
    logLevel: env.LOG_LEVEL,
  };
}
