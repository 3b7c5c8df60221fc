import { appDataSource, asApp, type DatabaseAddresses, embeddedPostgres, isMigrated, migrate } from '@app/postgres';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { Config, ExternalDatabase } from '../config/config';
import { refuseForgetful, type Safeguards, SAFEGUARDS } from './forgetful-server';
import { postgresRefusal } from './postgres-refusal';

/** The migrated database, and the application's connections to it. */
export interface Databases {
  readonly appUrl: string;
  /** The best login that is known for what only an owner may do; without DATABASE_OWNER_URL the application's own. */
  readonly ownerUrl: string;
  readonly dataSource: DataSource;
  /** Closes the connections and gives back the embedded server, which stops when nobody else uses it. */
  close(): Promise<void>;
}

/** Starts or reaches the database, migrates it and connects as `par_app`. Throws StartUpRefused when any of that cannot be. */
export async function openDatabases({ database, profile }: Pick<Config, 'database' | 'profile'>): Promise<Databases> {
  if (database.kind === 'external') {
    const safeguards = await reach('DATABASE_URL', database.appUrl);
    if (profile === 'production') refuseForgetful('DATABASE_URL', safeguards);
    await migrateExternal(database);
    const { appUrl, ownerUrl = appUrl } = database;
    return connected('DATABASE_URL', { appUrl, ownerUrl }, () => Promise.resolve());
  }
  const embedded = await embeddedPostgres(database.folder);
  try {
    await migrate(embedded);
    return await connected('PostgreSQL nhúng', embedded, () => embedded.close());
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** With DATABASE_OWNER_URL by the owner; without it by the application's own login, unless everything is migrated already. */
async function migrateExternal({ appUrl, ownerUrl }: ExternalDatabase): Promise<void> {
  if (ownerUrl) {
    await reach('DATABASE_OWNER_URL', ownerUrl);
    return migrated('DATABASE_OWNER_URL', { ownerUrl, appUrl });
  }
  if (!(await isMigrated(appUrl))) await migrated('DATABASE_URL', { ownerUrl: appUrl, appUrl });
}

async function migrated(variable: string, addresses: DatabaseAddresses): Promise<void> {
  try {
    await migrate(addresses);
  } catch (error) {
    throw postgresRefusal(`${variable} (bước tạo bảng, cần DATABASE_OWNER_URL của chủ cơ sở dữ liệu)`, error);
  }
}

async function reach(variable: string, url: string): Promise<Safeguards> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'par-start' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const [safeguards] = (await client.query<Safeguards>(SAFEGUARDS)).rows;
    if (!safeguards) throw new Error('The server answers without a row');
    return safeguards;
  } catch (error) {
    throw postgresRefusal(variable, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function connected(
  variable: string,
  { appUrl, ownerUrl }: DatabaseAddresses,
  giveBack: () => Promise<void>,
): Promise<Databases> {
  try {
    const dataSource = await appDataSource(appUrl, { name: 'par' }).initialize();
    return {
      appUrl: asApp(appUrl).connectionString,
      ownerUrl,
      dataSource,
      close: () => dataSource.destroy().finally(giveBack),
    };
  } catch (error) {
    throw postgresRefusal(variable, error);
  }
}
