import { StartUpRefused } from '@app/postgres';
import { testDatabase, type TestDatabase } from '@app/testing';
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { Client } from 'pg';
import type { Config, ExternalDatabase } from '../config/config';
import { openDatabases } from './open-databases';

describe('an external database', () => {
  let database: TestDatabase;
  let silent: Server;
  beforeAll(async () => {
    database = await testDatabase();
    silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    silent.close();
    await database.drop();
  });

  const open = (appUrl: string, ownerUrl?: string, profile: Config['profile'] = 'demo') => {
    const external: ExternalDatabase = { kind: 'external', appUrl, ownerUrl };
    return openDatabases({ database: external, profile });
  };
  const altered = (url: string, change: (address: URL) => void) => {
    const address = new URL(url);
    change(address);
    return address.toString();
  };
  const bare = (url: string) => altered(url, (address) => (address.search = ''));

  it('is entered as par_app, whatever options the address carries', async () => {
    const options = altered(database.appUrl, (address) =>
      address.searchParams.set('options', '-c statement_timeout=9s'),
    );
    for (const url of [database.appUrl, bare(database.appUrl), options]) {
      const databases = await open(url, database.ownerUrl);
      expect(await databases.dataSource.query('SELECT current_user::text AS role')).toEqual([{ role: 'par_app' }]);
      await databases.close();
    }
  });

  it('needs no owner once it is migrated', async () => {
    await (await open(bare(database.appUrl))).close();
  });

  it('asks for the owner when it is not migrated and the login may not', async () => {
    await expect(open(altered(bare(database.appUrl), (address) => (address.pathname = '/postgres')))).rejects.toThrow(
      /DATABASE_OWNER_URL.*không đủ quyền/,
    );
  });

  it('says which right an owner lacks that may not hand the role of the application on', async () => {
    const name = `bare_${randomBytes(6).toString('hex')}`;
    const cluster = new Client({ connectionString: database.ownerUrl });
    await cluster.connect();
    try {
      await cluster.query(`CREATE ROLE ${name} LOGIN PASSWORD 'bare'`);
      await cluster.query(`GRANT ${name} TO CURRENT_USER`);
      await cluster.query(`CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
      const owner = altered(bare(database.appUrl), (address) => {
        [address.username, address.password, address.pathname] = [name, 'bare', `/${name}`];
      });
      await expect(open(owner)).rejects.toThrow(/CREATEROLE.*GRANT par_app TO .* WITH ADMIN OPTION/);
    } finally {
      await cluster.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await cluster.query(`DROP ROLE IF EXISTS ${name}`);
      await cluster.end();
    }
  });

  it('may be given by its owner alone', async () => {
    const databases = await open(database.ownerUrl);
    expect(await databases.dataSource.query('SELECT current_user::text AS role')).toEqual([{ role: 'par_app' }]);
    await databases.close();
  });

  it('is refused in production when it forgets what it acknowledged, as the server of the tests does on purpose', async () => {
    const failure: unknown = await open(database.appUrl, undefined, 'production').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartUpRefused);
    expect((failure as Error).message).toMatch(/^DATABASE_URL: [^\n]*fsync=off[^\n]*\.$/);
  });

  it.each<[string, (address: URL) => void, RegExp]>([
    ['a closed port', (address) => (address.port = '1'), /không có máy chủ nào nghe/],
    ['an unknown name', (address) => (address.hostname = 'no-such-host.invalid'), /tên máy/],
    ['a wrong password', (address) => (address.password = 'wrong'), /mật khẩu/],
    ['a missing database', (address) => (address.pathname = '/nowhere'), /không có cơ sở dữ liệu/],
  ])('is refused in one sentence for %s', async (_what, change, why) => {
    const failure: unknown = await open(altered(database.appUrl, change)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartUpRefused);
    expect((failure as Error).message).toMatch(/^[^\n]*DATABASE_URL[^\n]*\.$/);
    expect((failure as Error).message).toMatch(why);
  });

  it('is refused when it accepts the connection and says nothing', async () => {
    const { port } = silent.address() as { port: number };
    await expect(open(altered(database.appUrl, (address) => (address.port = String(port))))).rejects.toThrow(
      /không trả lời kịp/,
    );
  });

  it('names the owner’s address when that is the wrong one', async () => {
    const owner = altered(database.ownerUrl, (address) => (address.password = 'wrong'));
    await expect(open(database.appUrl, owner)).rejects.toThrow(/DATABASE_OWNER_URL: sai tên hoặc mật khẩu/);
  });
});
