import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { StartUpRefused } from '../start-up-refused';
import { type Cluster, serverEnvironment } from './cluster';
import { openLog, reason } from './server-log';

/** A running PostgreSQL server. `died` resolves when it ends, wanted or not. */
export interface Server {
  readonly port: number;
  readonly died: Promise<void>;
  /** Fast shutdown: running transactions are rolled back, a checkpoint is written. Resolves when the server is gone. */
  stop(): Promise<void>;
}

/** Extra `-c` settings, for tests. */
export interface ServerOptions {
  readonly settings?: Readonly<Record<string, string>>;
}

/** How long a server that ends at once is tried again, ms: a killed predecessor may still be dying. */
const patience = 30_000;

/** How long the port of a crashed server is asked for before another is taken, which connected clients would not find, ms. */
const portPatience = 3_000;

/**
 * Connects to the server that already runs on this data directory, else starts it: on the port of the last crash if that is still
 * free, so that connected clients find it again. Throws StartUpRefused when it cannot.
 */
export async function startServer(cluster: Cluster, { settings = {} }: ServerOptions = {}): Promise<Server> {
  const begun = Date.now();
  const crashed = portOfLastCrash(cluster);
  for (let takenByOthers = false; ; await sleep(300)) {
    const running = await adopt(cluster);
    if (running) return running;
    const port = takenByOthers ? undefined : crashed;
    const outcome = await attempt(cluster, port ?? (await freePort()), settings);
    if (typeof outcome !== 'string') return outcome;
    const elapsed = Date.now() - begun;
    if (elapsed > patience) throw new StartUpRefused(explained(outcome, cluster));
    takenByOthers = elapsed > portPatience && outcome.includes('TCP/IP');
  }
}

function explained(reason: string, { data }: Cluster): string {
  if (!reason.includes('postmaster.pid')) return `PostgreSQL nhúng không khởi động được: ${reason}`;
  const [pid = '?'] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  return `Thư mục dữ liệu ${data} đang do tiến trình ${pid} giữ (theo postmaster.pid) mà không kết nối được: hãy dừng tiến trình đó rồi chạy lại.`;
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
  const child = launch(cluster, { ...basic(port), ...extra }, log.fd);
  closeSync(log.fd);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const client = await Promise.race([answering(cluster, port, child), ended]);
  if (!client) return reason(log);
  writeFileSync(portFile(cluster), `${port}\n`);
  return watched(cluster, port, client);
}

function basic(port: number): Record<string, string> {
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
  const { command, args, uid, gid } = user.launch(...tiedToUs(binaries.postgres, ['-D', data, ...flags]));
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

let setprivWorks: boolean | undefined;

/** On Linux the system ends the server (fast shutdown) when we are killed: not even killing every node process leaves an orphan. */
function tiedToUs(command: string, args: readonly string[]): [string, readonly string[]] {
  setprivWorks ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0;
  return setprivWorks ? ['setpriv', ['--pdeathsig', 'INT', '--', command, ...args]] : [command, args];
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

async function stopServer(cluster: Cluster): Promise<void> {
  const { data, binaries, user, folder } = cluster;
  const { command, args, uid, gid } = user.launch(binaries.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60']);
  try {
    await promisify(execFile)(command, args, { uid, gid, cwd: folder, env: serverEnvironment });
  } catch (error) {
    if (existsSync(join(data, 'postmaster.pid'))) throw error; // Otherwise it was gone already.
  }
  rmSync(portFile(cluster), { force: true });
}

function portFile({ folder }: Cluster): string {
  return join(folder, 'port');
}

function portOfLastCrash(cluster: Cluster): number | undefined {
  return existsSync(portFile(cluster)) ? Number(readFileSync(portFile(cluster), 'utf8')) || undefined : undefined;
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
