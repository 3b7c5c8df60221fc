import { run } from '@app/platform';
import { buildHere } from '../src/commands/build';
import { parProgram } from '../src/program';
import type { Ended } from '../../../test/scenarios/par-command';
import { checkout } from '../../../test/scenarios/started-app';

class Exited extends Error {}

/** The same as `par`, in this process: for what is not about processes. One at a time. */
export async function parHere(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd = checkout,
): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  let code: number | undefined;
  const hears = (stream: 'stdout' | 'stderr') => (text: unknown) => {
    // What a process would have written after its end, nobody would have read.
    if (code === undefined) said[stream] += String(text);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(hears('stdout')),
    jest.spyOn(process.stderr, 'write').mockImplementation(hears('stderr')),
    jest.spyOn(console, 'error').mockImplementation((text: unknown) => void hears('stderr')(`${String(text)}\n`)),
    jest.spyOn(process, 'exit').mockImplementation((ended) => {
      code ??= Number(ended ?? 0);
      throw new Exited();
    }),
  ];
  const leave = enter(env, cwd);
  try {
    await run(async () => void (await parProgram(buildHere).parseAsync(['node', 'par', ...words]))).catch(unlessExited);
    return { code: code ?? Number(process.exitCode ?? 0), ...said };
  } finally {
    leave();
    spies.forEach((spy) => spy.mockRestore());
  }
}

/** This environment, folder and streams that are no terminal; the former ones when left. */
function enter(env: Readonly<Record<string, string>>, cwd: string): () => void {
  const before = { env: process.env, cwd: process.cwd(), exitCode: process.exitCode, isTTY: process.stderr.isTTY };
  process.env = { PATH: before.env.PATH, HOME: before.env.HOME, ...env };
  process.chdir(cwd);
  process.exitCode = undefined;
  process.stderr.isTTY = false;
  return () => {
    process.env = before.env;
    process.chdir(before.cwd);
    process.exitCode = before.exitCode;
    process.stderr.isTTY = before.isTTY;
  };
}

function unlessExited(error: unknown): void {
  if (!(error instanceof Exited)) throw error;
}
