import { StartUpRefused } from '@app/postgres';
import { resolve } from 'node:path';
import { readConfig } from './config';

const external = { DATABASE_URL: 'postgresql://app:s%40x@db:5432/par', EVENTSTORE_URL: 'esdb://es:2113?tls=false' };

describe('the configuration', () => {
  it('with nothing set is the embedded demo on this machine only', () => {
    expect(readConfig({ PATH: '/bin', LANG: '' })).toEqual({
      profile: 'demo',
      database: { kind: 'embedded', folder: resolve('var/postgres') },
      eventStoreUrl: undefined,
      http: { host: '127.0.0.1', port: 3000 },
      requestsAtOnce: { all: 256, perAccount: 32 },
      requestsPerSecond: { perAccount: 100, perAddress: 100 },
      trustedProxies: [],
      projector: 'inline',
      projectionParts: undefined,
      accountsFile: undefined,
      oidc: undefined,
      dataDir: resolve('var'),
      logLevel: 'info',
    });
  });

  it('knows the proxies in front of it by address or network', () => {
    const TRUSTED_PROXIES = '10.0.0.1, 10.1.0.0/16,::1';
    expect(readConfig({ TRUSTED_PROXIES }).trustedProxies).toEqual(['10.0.0.1', '10.1.0.0/16', '::1']);
  });

  it('moves to external servers, with the log in the same database unless EVENTSTORE_URL says otherwise', () => {
    expect(readConfig(external)).toMatchObject({
      database: { kind: 'external', appUrl: external.DATABASE_URL, ownerUrl: undefined },
      eventStoreUrl: external.EVENTSTORE_URL,
    });
    expect(readConfig({ DATABASE_URL: external.DATABASE_URL }).eventStoreUrl).toBeUndefined();
  });

  it('takes identity providers in place of an accounts file', () => {
    const oidc = { OIDC_ISSUERS_FILE: 'i.json', PUBLIC_URL: 'https://par.vn/', SESSION_KEY_FILE: 'k' };
    expect(readConfig({ PAR_PROFILE: 'production', ...external, ...oidc })).toMatchObject({
      accountsFile: undefined,
      oidc: { issuersFile: 'i.json', publicUrl: 'https://par.vn', sessionKeyFile: 'k' },
    });
  });

  it.each([
    ['esdb+discover://cluster.dns:2113', 'esdb+discover://cluster.dns:2113'],
    ['esdb://u:p@a:2111,b:2112,c:2113?tls=true', 'esdb://u:p@a:2111,b:2112,c:2113?tls=true'],
    ['kurrentdb://u:p@es:2113?tls=false', 'esdb://u:p@es:2113?tls=false'],
    ['kurrentdb+discover://es', 'esdb+discover://es'],
  ])('understands %s', (given, understood) => {
    expect(readConfig({ ...external, EVENTSTORE_URL: given }).eventStoreUrl).toBe(understood);
  });

  it.each([
    ['EVENTSTORE_URL', { EVENTSTORE_URL: external.EVENTSTORE_URL }, /thiếu DATABASE_URL/],
    ['DATABASE_OWNER_URL', { DATABASE_OWNER_URL: external.DATABASE_URL }, /thiếu DATABASE_URL/],
    ['DATABASE_URL', { PAR_PROFILE: 'production', ACCOUNTS_FILE: 'a.json' }, /cần DATABASE_URL/],
    ['ACCOUNTS_FILE', { PAR_PROFILE: 'production', ...external }, /cần ACCOUNTS_FILE/],
    ['OIDC_ISSUERS_FILE', { PAR_PROFILE: 'production', ...external }, /cần ACCOUNTS_FILE hoặc/],
    ['PUBLIC_URL', { OIDC_ISSUERS_FILE: 'i.json' }, /thiếu PUBLIC_URL/],
    ['PUBLIC_URL', { OIDC_ISSUERS_FILE: 'i.json', PUBLIC_URL: 'https://par.vn/api' }, /không có đường dẫn/],
    [
      'PUBLIC_URL',
      { PAR_PROFILE: 'production', ...external, OIDC_ISSUERS_FILE: 'i.json', PUBLIC_URL: 'http://par.vn' },
      /phải dùng https/,
    ],
    ['DATABASE_URL', { DATABASE_URL: '' }, /rỗng/],
    ['DATABASE_URL', { DATABASE_URL: ' ' }, /rỗng/],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://a/b' }, /phải có dạng postgresql/],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://db' }, /phải có dạng postgresql/],
    ['EVENTSTORE_URL', { ...external, EVENTSTORE_URL: 'http://es:2113' }, /phải có dạng esdb/],
    ['EVENTSTORE_URL', { ...external, EVENTSTORE_URL: 'esdb://' }, /phải có dạng esdb/],
    ['PORT', { PORT: '65536' }, /từ 0 đến 65535/],
    ['PORT', { PORT: '3000x' }, /từ 0 đến 65535/],
    ['REQUESTS_AT_ONCE', { REQUESTS_AT_ONCE: '0' }, /từ 1 đến 99999/],
    ['REQUESTS_AT_ONCE_PER_ACCOUNT', { REQUESTS_AT_ONCE_PER_ACCOUNT: 'many' }, /từ 1 đến 99999/],
    ['REQUESTS_PER_SECOND_PER_ACCOUNT', { REQUESTS_PER_SECOND_PER_ACCOUNT: '0' }, /từ 1 đến 99999/],
    ['REQUESTS_PER_SECOND_PER_ADDRESS', { REQUESTS_PER_SECOND_PER_ADDRESS: '-1' }, /từ 1 đến 99999/],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'proxy' }, /địa chỉ IP hoặc mạng con/],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/33' }, /địa chỉ IP hoặc mạng con/],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.1,' }, /địa chỉ IP hoặc mạng con/],
    ['PAR_PROFILE', { PAR_PROFILE: 'prod' }, /demo hoặc production/],
    ['PROJECTOR', { PROJECTOR: 'on' }, /inline hoặc off/],
    ['PROJECTION_PARTS', { PROJECTION_PARTS: '0' }, /từ 1 đến 32/],
    ['PROJECTION_PARTS', { PROJECTION_PARTS: '33' }, /từ 1 đến 32/],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, /debug hoặc info/],
    ['DATA_DIR', { DATA_DIR: '' }, /rỗng/],
    [
      'EVENTSTORE_URL',
      {
        PAR_PROFILE: 'production',
        ACCOUNTS_FILE: 'a.json',
        DATABASE_URL: external.DATABASE_URL,
        EVENTSTORE_URL: 'esdb://admin:changeit@es:2113',
      },
      /changeit/,
    ],
  ])('names %s in one sentence for %j', (name, env, why) => {
    expect(() => readConfig(env)).toThrow(StartUpRefused);
    expect(() => readConfig(env)).toThrow(why);
    expect(() => readConfig(env)).toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*\\.$`));
  });

  it('never repeats a malformed address, which may hold a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgresql://app:secret@' })).toThrow(/^(?!.*secret)/);
  });
});
