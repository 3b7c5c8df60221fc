import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The checkout that holds this test. */
export const checkout = join(__dirname, '..', '..');

export interface Start {
  /** A compiled checkout; default this one. */
  readonly root?: string;
  readonly dataDir: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Through npm, as a person does it. */
  readonly npm?: boolean;
  /** Default: the api. */
  readonly program?: 'api' | 'projector';
  /** With the demo years; default: empty. */
  readonly demo?: boolean;
}

/** What `npm start` tells V8. */
function flagsOfStart(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.match(/--\S+/g) ?? [];
}

/** The API as `npm start` runs it, or the projector: a process group of its own, in an environment without LANG. */
export class StartedApp {
  output = '';
  /** Of `output`, what came on stdout. */
  printed = '';
  readonly ended: Promise<number | null>;

  private constructor(
    readonly process: ChildProcess,
    readonly port: number,
  ) {
    const listen = (text: string) => (this.output += text);
    process.stdout?.setEncoding('utf8').on('data', listen);
    process.stdout?.on('data', (text: string) => (this.printed += text));
    process.stderr?.setEncoding('utf8').on('data', listen);
    this.ended = new Promise((resolve) => process.once('close', (code) => resolve(code)));
  }

  static async start(start: Start): Promise<StartedApp> {
    const { root = checkout, dataDir, port, env = {}, npm = false, program = 'api', demo = false } = start;
    const free = port ?? (await freePort());
    const own = { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'error', DATA_DIR: dataDir };
    const options = { cwd: root, env: { ...own, PORT: String(free), ...env }, detached: true };
    const flags = program === 'api' ? flagsOfStart() : [];
    const main = [...flags, join(root, 'dist', 'apps', program, 'src', 'main.js'), ...(demo ? [] : ['--empty'])];
    const child = npm ? spawn('npm', ['start', '--', '--empty'], options) : spawn(process.execPath, main, options);
    return new StartedApp(child, free);
  }

  /** Resolves when /health/ready answers 200; throws with the output when the program ends first. */
  ready(): Promise<this> {
    return this.until('it was ready', () => this.isReady());
  }

  /** Resolves when `reached` says so; throws with the output when the program ends first. */
  async until(what: string, reached: () => boolean | Promise<boolean>): Promise<this> {
    const end = this.ended.then(() => 'ended' as const);
    while (!(await reached())) {
      if ((await Promise.race([end, pause(50)])) === 'ended') throw new Error(`Ended before ${what}:\n${this.output}`);
    }
    return this;
  }

  isReady(): Promise<boolean> {
    return this.isHealthy('ready');
  }

  isLive(): Promise<boolean> {
    return this.isHealthy('live');
  }

  private async isHealthy(check: 'ready' | 'live'): Promise<boolean> {
    const answer = await fetch(`${this.url}/health/${check}`).catch(() => undefined);
    await answer?.arrayBuffer();
    return answer?.ok ?? false;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** As a terminal does it, or `kill`: the signal goes to the whole group. Resolves with the exit code. */
  async signal(signal: NodeJS.Signals): Promise<number | null> {
    if (this.process.pid && this.process.exitCode === null && this.process.signalCode === null) {
      process.kill(-this.process.pid, signal);
    }
    return this.ended;
  }
}

/** Command lines of the processes that work on this folder: the keeper and the server. */
export function processesOn(folder: string): { pid: number; command: string }[] {
  // In the C locale `ps` writes a question mark for every letter with a diacritic.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const lines = execFileSync('ps', ['-ww', '-eo', 'pid=,args='], { encoding: 'utf8', env }).split('\n');
  return lines
    .map((line) => /^\s*(\d+) (.*)$/.exec(line))
    .flatMap((found) => (found?.[2]?.includes(folder) ? [{ pid: Number(found[1]), command: found[2] }] : []))
    .filter(({ command }) => /keeper-main|postgres.* -D |initdb/.test(command));
}

/** Resolves when nothing works on this folder any more; throws with what still does after `atMost` ms. */
export async function nothingLeftOn(folder: string, atMost: number): Promise<void> {
  const end = Date.now() + atMost;
  for (let left = processesOn(folder); left.length > 0; left = processesOn(folder)) {
    if (Date.now() > end) throw new Error(`Left behind: ${left.map(({ command }) => command).join('; ')}`);
    await pause(50);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
