import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './started-app';

/** What a command wrote, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npx par …` with these words, in an environment without LANG. */
export function par(words: readonly string[], env: Readonly<Record<string, string>>, cwd = checkout): Promise<Ended> {
  const own = { PATH: process.env.PATH, HOME: process.env.HOME, ...env };
  const child = spawn(process.execPath, [join(checkout, 'par.js'), ...words], { cwd, env: own });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

/** Compiles the program unless that was done from these very sources. */
export function ensureBuilt(): void {
  execFileSync(process.execPath, ['-e', "require('./tools/build').ensureBuilt()"], { cwd: checkout });
}
