import type { Client } from 'pg';
import type { DatabaseAddresses } from '../migrate';
import type { Cluster, Passwords } from './cluster';
import { connectAsSuperuser } from './server';

/** The application's database in the embedded cluster. */
const embeddedDatabase = 'par';

/** The two ways into the embedded cluster: as the owner, for migrations only, and as the application. */
export function embeddedAddresses(
  { passwords }: Pick<Cluster, 'passwords'>,
  port: number,
  database = embeddedDatabase,
): DatabaseAddresses {
  const at = (user: keyof Passwords) => `postgresql://${user}:${passwords[user]}@127.0.0.1:${port}/${database}`;
  return { ownerUrl: at('par_owner'), appUrl: `${at('par_login')}?options=-c%20role%3Dpar_app` };
}

/**
 * Makes what an external server's administrator would have made: the owner that may migrate (not a superuser), the login of the
 * application (which can do nothing before the migrations grant it `par_app`) and the database. Safe to repeat.
 */
export async function makeLogins(cluster: Cluster, port: number): Promise<void> {
  const client = await connectAsSuperuser(cluster, port);
  try {
    await login(client, 'par_owner', cluster.passwords.par_owner, 'CREATEROLE CREATEDB');
    await login(client, 'par_login', cluster.passwords.par_login, 'NOINHERIT');
    await database(client, embeddedDatabase);
  } finally {
    await client.end();
  }
}

async function login(client: Client, name: string, password: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const secret = client.escapeLiteral(password);
  if (!rowCount) await client.query(`CREATE ROLE ${name} LOGIN ${attributes} PASSWORD ${secret}`);
}

async function database(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (!rowCount) await client.query(`CREATE DATABASE ${name} OWNER par_owner`);
}
