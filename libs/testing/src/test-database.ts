import { randomBytes } from 'node:crypto';
import type { DatabaseAddresses } from '@app/postgres';
import { Client, type DatabaseError } from 'pg';

/** A database of one's own, migrated and empty. */
export interface TestDatabase extends DatabaseAddresses {
  /** Removes the database; waits a moment for connections that are just being closed. */
  drop(): Promise<void>;
}

/** Copies the template of this run's PostgreSQL (test/setup). Takes about 100 ms; call `drop` in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = JSON.parse(process.env.PAR_TEST_POSTGRES ?? '{}') as DatabaseAddresses;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await maintain(template, `CREATE DATABASE ${name} TEMPLATE par`);
  return {
    ownerUrl: named(template.ownerUrl, name),
    appUrl: named(template.appUrl, name),
    drop: () => patiently(() => drop(template, name)),
  };
}

function named(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

/** From the maintenance database: a template cannot be copied while anybody is connected to it. */
async function maintain({ ownerUrl }: DatabaseAddresses, sql: string): Promise<void> {
  const client = new Client({ connectionString: named(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** With FORCE the owner's own connections are cut, and those that it may not cut are an error at once; without, autovacuum gives way, and others have 5 s. */
async function drop(template: DatabaseAddresses, name: string): Promise<void> {
  try {
    await maintain(template, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } catch (error) {
    if ((error as DatabaseError).code !== NOT_ITS_OWN) throw error;
    await maintain(template, `DROP DATABASE IF EXISTS ${name}`);
  }
}

/** insufficient_privilege */
const NOT_ITS_OWN = '42501';

/** The owner may not cut the application's connections, and a closed one lives on in the server for a moment. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
