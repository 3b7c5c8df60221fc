import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A program of ours in a process of its own, answering HTTP. */
export interface RunningProgram {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the compiled API and waits until it is ready. Throws when it ends instead. */
export async function startApi(env: Readonly<Record<string, string>>): Promise<RunningProgram> {
  const port = await freePort();
  const main = join(__dirname, '..', '..', '..', 'apps', 'api', 'src', 'main.js');
  const child = spawn(process.execPath, [main, '--empty'], {
    env: { PATH: process.env.PATH ?? '', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`The API ended with ${child.exitCode} instead of starting`);
    await pause(100);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    process.removeListener('exit', kill);
  };
  return { port, stop };
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
