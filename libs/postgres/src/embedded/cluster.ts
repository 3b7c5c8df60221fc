import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartUpRefused } from '../start-up-refused';
import { type Binaries, findBinaries } from './binaries';
import { makeFolder } from '../make-folder';
import { type ServerUser, serverUser } from './server-user';

/** One PostgreSQL data directory with what is needed to run it. Only its keeper may change it. */
export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly passwords: Passwords;
}

/** One random password per login: the superuser, the owner of the database, the application. */
export interface Passwords {
  readonly postgres: string;
  readonly par_owner: string;
  readonly par_login: string;
}

const major = '18';

/** `durable: false` skips the flush to disk after initdb: for tests only. */
export interface ClusterOptions {
  readonly durable: boolean;
}

/** Opens the cluster in `folder`, making it when there is none. Killed halfway it starts over; throws StartUpRefused. */
export async function openCluster(folder: string, { durable }: ClusterOptions): Promise<Cluster> {
  makeFolder(folder, 0o700);
  const data = join(folder, 'data');
  refuseOtherMajor(data);
  const binaries = findBinaries();
  const user = serverUser(folder, binaries);
  const cluster = { folder, data, binaries, user, passwords: keepPasswords(folder, user) };
  if (!existsSync(data)) await initialise(cluster, durable);
  return cluster;
}

/** Throws StartUpRefused when the data directory was made by another major version, which this one cannot read. */
function refuseOtherMajor(data: string): void {
  const file = join(data, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found === major) return;
  throw new StartUpRefused(
    `Thư mục dữ liệu ${data} là của PostgreSQL ${found}, chương trình này dùng PostgreSQL ${major}: ` +
      `hãy chuyển dữ liệu bằng pg_dump của bản ${found}, hoặc đặt DATA_DIR sang thư mục khác.`,
  );
}

/** The passwords of a cluster that has been opened at least once. */
export function passwordsOf(folder: string): Passwords {
  return JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as Passwords;
}

/** Written whole before the first initdb and never again, so that no crash can part them from the data. */
function keepPasswords(folder: string, user: ServerUser): Passwords {
  const file = join(folder, 'passwords.json');
  if (!existsSync(file)) {
    const random = () => randomBytes(24).toString('base64url');
    writePrivately(file, JSON.stringify({ postgres: random(), par_owner: random(), par_login: random() }), user);
  }
  return passwordsOf(folder);
}

function writePrivately(file: string, text: string, user: ServerUser): void {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, text, { mode: 0o600, flush: true });
  user.own(unfinished);
  renameSync(unfinished, file);
}

/** UTF-8 with code point order whatever LANG says; Vietnamese order is asked for by name (`COLLATE "vi-x-icu"`). */
const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

async function initialise({ folder, data, binaries, user, passwords }: Cluster, durable: boolean): Promise<void> {
  dropUnfinished(folder);
  const pwfile = join(folder, 'initdb.pw');
  writePrivately(pwfile, passwords.postgres, user);
  const unfinished = join(folder, `data.new-${randomBytes(4).toString('hex')}`);
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${pwfile}`];
  const args = ['-D', unfinished, ...access, ...locale, ...(durable ? [] : ['--no-sync'])];
  const { command, args: rest, uid, gid } = user.launch(binaries.initdb, args);
  await promisify(execFile)(command, rest, { uid, gid, cwd: folder, env: serverEnvironment });
  rmSync(pwfile);
  renameSync(unfinished, data);
}

/** What a killed initdb left. It may still be dying, so each has its own name and may stay until the next time. */
function dropUnfinished(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => name.startsWith('data.new-'))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      continue;
    }
  }
}

/** Nothing of the caller's language or PG* variables reaches the server. (Windows adds what it needs by itself.) */
export const serverEnvironment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };
