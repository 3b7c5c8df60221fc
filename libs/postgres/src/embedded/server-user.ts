import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartUpRefused } from '../start-up-refused';
import type { Binaries } from './binaries';

/** A command line and the account it is to run under. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** How PostgreSQL's programs are run: as ourselves, or as an unprivileged account, since PostgreSQL refuses to run as root. */
export interface ServerUser {
  launch(command: string, args: readonly string[]): Launch;
  /** Gives a file or folder that we made to the account that the server runs under. */
  own(path: string): void;
}

const ourselves: ServerUser = { launch: (command, args) => ({ command, args }), own: () => undefined };

/**
 * Chooses the account for a cluster in `folder` (which exists). Not root: ourselves. Root: the owner of the data directory, or of
 * the checkout around it, if that is a plain user, else `postgres` if there is one, else 65534. Throws StartUpRefused when that account cannot reach both.
 */
export function serverUser(folder: string, { postgres }: Binaries): ServerUser {
  if (process.getuid?.() !== 0) return ourselves;
  const account = plainOwner(dirname(folder)) ??
    plainOwner(dirname(dirname(folder))) ??
    postgresAccount() ?? { uid: 65534, gid: 65534 };
  const own = (path: string) => chownSync(path, account.uid, account.gid);
  const plain: ServerUser = { launch: (command, args) => ({ command, args, ...account }), own };
  own(folder);
  if (reaches(plain, folder, postgres)) return plain;
  const privileged: ServerUser = { launch: (command, args) => throughSetpriv(account, command, args), own };
  if (reaches(privileged, folder, postgres)) return privileged;
  throw new StartUpRefused(
    `Đang chạy bằng root nhưng tài khoản ${account.uid} (PostgreSQL không chạy bằng root) không vào được ${folder}: ` +
      `hãy chuyển dự án ra khỏi thư mục riêng của root, hoặc chạy bằng tài khoản thường.`,
  );
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

function plainOwner(folder: string): Account | undefined {
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

function postgresAccount(): Account | undefined {
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * The same account, but allowed to pass closed folders such as /root. PostgreSQL asks by access(2), which ignores capabilities
 * unless no_setuid_fixup is set. Everything else that root may do is given up for good.
 */
function throughSetpriv({ uid, gid }: Account, command: string, args: readonly string[]): Launch {
  const caps = ['inh-caps', 'ambient-caps', 'bounding-set'].map((set) => `--${set}=-all,+dac_override`);
  const as = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup', '--no-new-privs'];
  return { command: 'setpriv', args: [...as, ...caps, '--', command, ...args] };
}

function reaches(user: ServerUser, folder: string, program: string): boolean {
  const probe = run(user.launch('/bin/sh', ['-c', 'cd "$1" && exec "$2" --version', 'sh', folder, program]));
  return probe.status === 0;
}

function run({ command, args, uid, gid }: Launch): SpawnSyncReturns<Buffer> {
  return spawnSync(command, args, { uid, gid, cwd: '/', stdio: 'ignore' });
}
