import { Client, escapeIdentifier } from 'pg';
import { DataSource, type Migration } from 'typeorm';
import { appRole, asApp } from './data-source';
import { migrations } from './migrations';

/** The two ways into a database: as its owner, for migrations only, and as the application. */
export interface DatabaseAddresses {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Any number that no other advisory lock uses; two processes that start at once migrate one after the other. */
const migrationLock = 7_215_001;

/** TypeORM's list of the migrations applied, in schema `log`. */
const journal = 'schema_migration';

/**
 * Brings the database to the newest migration, as its owner, and lets the application's login act as `par_app`.
 * Returns the names of the migrations applied now. Safe to run in several processes at once.
 */
export async function migrate({ ownerUrl, appUrl }: DatabaseAddresses): Promise<string[]> {
  const lock = new Client({ connectionString: ownerUrl, application_name: 'par-migrations' });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await lock.query('CREATE SCHEMA IF NOT EXISTS log');
    const applied = await runMigrations(ownerUrl);
    await lock.query(`GRANT SELECT ON log.${journal} TO ${appRole}`);
    await admit(lock, new Client({ connectionString: appUrl }).user);
    return applied.map(({ name }) => name);
  } finally {
    await lock.end();
  }
}

/** Whether the application's login finds every migration applied, so that it can start without its owner. */
export async function isMigrated(appUrl: string): Promise<boolean> {
  const client = new Client({ ...asApp(appUrl), application_name: 'par-start' });
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(`SELECT name FROM log.${journal}`);
    return migrations.every(({ name }) => rows.some((row) => row.name === name));
  } catch {
    return false; // Nothing there yet, or not for us: migrating will tell.
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function runMigrations(url: string): Promise<Migration[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'log',
    migrations: [...migrations],
    migrationsTableName: journal,
    migrationsTransactionMode: 'each',
    applicationName: 'par-migrations',
  });
  await source.initialize();
  try {
    return await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

/** Before PostgreSQL 16 being a member was being allowed to take the role on. */
const isAdmitted = `
  SELECT pg_has_role($1, $2, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS admitted`;

/** Leave to take the role on is all that the login needs; a superuser has it already. */
async function admit(owner: Client, login: string | undefined): Promise<void> {
  if (!login) return;
  const { rows } = await owner.query<{ admitted: boolean }>(isAdmitted, [login, appRole]);
  if (!rows[0]?.admitted) await owner.query(`GRANT ${appRole} TO ${escapeIdentifier(login)}`);
}
