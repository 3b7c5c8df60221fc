import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { StartUpRefused } from '../start-up-refused';
import { type Cluster, serverEnvironment } from './cluster';

/** A running PostgreSQL server. `died` resolves when it ends, wanted or not. */
export interface Server {
  readonly port: number;
  readonly died: Promise<void>;
  /** Fast shutdown: running transactions are rolled back, a checkpoint is written. Resolves when the server is gone. */
  stop(): Promise<void>;
}

/** Extra `-c` settings, and the port to take if it is still free (so that connected clients find the server again). */
export interface ServerOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly port?: number;
  /** How long a server that ends at once is tried again, ms: a killed predecessor may still be dying. */
  readonly patience?: number;
}

/** Connects to the server that already runs on this data directory, else starts it. Throws StartUpRefused when it cannot. */
export async function startServer(cluster: Cluster, options: ServerOptions = {}): Promise<Server> {
  const end = Date.now() + (options.patience ?? 15_000);
  for (let port = options.port; ; port = undefined) {
    const running = await adopt(cluster);
    if (running) return running;
    const failure = await attempt(cluster, port ?? (await freePort()), options.settings ?? {});
    if (typeof failure !== 'string') return failure;
    if (Date.now() > end) throw new StartUpRefused(`PostgreSQL nhúng không khởi động được: ${failure}`);
    await sleep(300);
  }
}

/** A superuser connection, with which the keeper also notices at once that the server is gone. */
export async function connectAsSuperuser({ passwords }: Cluster, port: number, database = 'postgres'): Promise<Client> {
  const access = { host: '127.0.0.1', port, user: 'postgres', password: passwords.postgres, database };
  const client = new Client({ ...access, connectionTimeoutMillis: 2_000, application_name: 'par-keeper' });
  client.on('error', () => undefined); // The 'end' event that follows says the same.
  await client.connect();
  return client;
}

/** The server that a killed keeper left behind, if it answers as the owner of this very data directory. */
async function adopt(cluster: Cluster): Promise<Server | undefined> {
  const file = join(cluster.data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  if (!port) return undefined;
  try {
    const client = await connectAsSuperuser(cluster, port);
    return watched(cluster, port, client);
  } catch {
    return undefined; // Stale file, another program's port, or a server that is going down: the next attempt will tell.
  }
}

async function attempt(
  cluster: Cluster,
  port: number,
  extra: Readonly<Record<string, string>>,
): Promise<Server | string> {
  const log = openLog(cluster);
  const child = launch(cluster, { ...settings(port), ...extra }, log.fd);
  closeSync(log.fd);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const client = await Promise.race([answering(cluster, port, child), ended]);
  if (!client) return lastLine(log.file);
  writeFileSync(join(cluster.folder, 'port'), `${port}\n`);
  return watched(cluster, port, client);
}

function settings(port: number): Record<string, string> {
  const access = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
  return {
    ...access,
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '200',
    password_encryption: 'scram-sha-256',
  };
}

function launch({ data, binaries, user }: Cluster, all: Record<string, string>, log: number): ChildProcess {
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, args, uid, gid } = user.launch(binaries.postgres, ['-D', data, ...flags]);
  const child = spawn(command, args, {
    uid,
    gid,
    cwd: data,
    env: serverEnvironment,
    stdio: ['ignore', log, log],
    detached: true,
  });
  child.unref();
  return child;
}

/** Waits until the child accepts connections; undefined when it has ended. */
async function answering(cluster: Cluster, port: number, child: ChildProcess): Promise<Client | undefined> {
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    try {
      return await connectAsSuperuser(cluster, port);
    } catch {
      await sleep(20);
    }
  }
  return undefined;
}

function watched(cluster: Cluster, port: number, client: Client): Server {
  const died = new Promise<void>((resolve) => client.once('end', () => resolve()));
  return { port, died, stop: () => stopServer(cluster) };
}

async function stopServer({ data, binaries, user, folder }: Cluster): Promise<void> {
  const { command, args, uid, gid } = user.launch(binaries.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60']);
  try {
    await promisify(execFile)(command, args, { uid, gid, cwd: folder, env: serverEnvironment });
  } catch (error) {
    if (existsSync(join(data, 'postmaster.pid'))) throw error; // Otherwise it was gone already.
  }
  rmSync(join(folder, 'port'), { force: true });
}

/** PostgreSQL's own log; started anew above 10 MB. */
function openLog({ folder }: Cluster): { file: string; fd: number } {
  const file = join(folder, 'postgres.log');
  const flags = existsSync(file) && statSync(file).size > 10_000_000 ? 'w' : 'a';
  return { file, fd: openSync(file, flags, 0o600) };
}

function lastLine(file: string): string {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? 'không có nhật ký';
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
