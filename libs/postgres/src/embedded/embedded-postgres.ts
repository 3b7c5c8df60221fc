import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { DatabaseAddresses } from '../migrate';
import { makeFolder, unwritable } from '../make-folder';
import { StartUpRefused } from '../start-up-refused';
import { passwordsOf, serverEnvironment } from './cluster';
import { bye, keeperAddress, type KeeperMessage } from './keeper-protocol';
import { embeddedAddresses } from './roles';

/** Our share of the embedded PostgreSQL. It runs while anybody holds a share, also when the process that started it is killed. */
export interface EmbeddedPostgres extends DatabaseAddresses {
  /** Gives the share back; when it was the last, resolves after the server has stopped (at most 8 s). */
  close(): Promise<void>;
}

/** How long initdb, a start and the recovery after a crash may take together, ms. */
const patience = 120_000;

/** Starts the PostgreSQL of this folder, or shares the one that runs. Throws StartUpRefused when it cannot run. */
export async function embeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  makeFolder(folder, 0o700);
  let closing = false;
  let share = await obtain(folder);
  const renew = async () => {
    if (closing) return;
    share = await obtain(folder); // The keeper was killed. Another one finds the server, or starts it on the same port.
    hold(share.socket, renew);
  };
  hold(share.socket, renew);
  const close = async () => {
    closing = true;
    await leave(share.socket);
  };
  return { ...embeddedAddresses({ passwords: passwordsOf(folder) }, share.port), close };
}

interface Share {
  readonly socket: Socket;
  readonly port: number;
}

async function obtain(folder: string): Promise<Share> {
  const end = Date.now() + patience;
  let started = 0;
  while (Date.now() < end) {
    const answer = await ask(keeperAddress(folder));
    if (answer !== 'nobody') return answer;
    if (Date.now() - started > 3_000) {
      startKeeper(folder);
      started = Date.now();
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new StartUpRefused(
    `PostgreSQL nhúng không trả lời: xem ${join(folder, 'keeper.log')} và postgres.log cạnh đó.`,
  );
}

/** Waits for the keeper's first message; `nobody` when there is no keeper, or it went away meanwhile. */
function ask(address: string): Promise<Share | 'nobody'> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      if (!heard.endsWith('\n')) return;
      const message = JSON.parse(heard) as KeeperMessage;
      socket.removeAllListeners('data');
      if ('port' in message) return resolve({ socket, port: message.port });
      socket.destroy();
      reject(new StartUpRefused(message.refused));
    });
    socket.on('error', () => undefined).once('close', () => resolve('nobody'));
  });
}

/** Its own session, so that neither Ctrl-C nor the end of our process group reaches it. */
function startKeeper(folder: string): void {
  const log = openLog(folder);
  const options = { detached: true, cwd: folder, env: serverEnvironment, stdio: ['ignore', 'ignore', log] as const };
  spawn(process.execPath, [join(__dirname, 'keeper-main.js'), folder], {
    ...options,
    stdio: [...options.stdio],
  }).unref();
  closeSync(log);
}

function openLog(folder: string): number {
  try {
    return openSync(join(folder, 'keeper.log'), 'a', 0o600);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

/** Keeps the share without keeping the process alive. */
function hold(socket: Socket, lost: () => Promise<void>): void {
  // While that fails, queries fail and health reports it.
  const renew = (): void => void lost().catch(() => setTimeout(renew, 1_000).unref());
  if (socket.closed) renew();
  else socket.once('close', renew).unref().resume();
}

function leave(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) return resolve();
    const enough = setTimeout(resolve, 8_000);
    socket.ref().once('close', () => {
      clearTimeout(enough);
      resolve();
    });
    socket.end(bye);
  });
}
