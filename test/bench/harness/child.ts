import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process of its own answered, and its greatest memory (resident set, MB). */
export type ChildAnswer<Answer> = Answer & { readonly peak: number };

interface Message {
  readonly ready?: true;
  readonly answer?: unknown;
  readonly failed?: string;
}

/** A process that works until it is told to stop. */
export interface RunningChild<Answer> {
  /** What it did, when it has ended; rejects when it failed. */
  readonly ended: Promise<ChildAnswer<Answer>>;
  /** Lets it come to an end. */
  stop(): void;
}

/** Runs `children/<name>` in a process of its own, `flags` being Node's, and waits for its answer. */
export function inProcess<Answer>(
  name: string,
  task: object,
  flags: readonly string[] = [],
): Promise<ChildAnswer<Answer>> {
  return started<Answer>(name, task, flags).answered;
}

/** Starts `children/<name>`; resolves when it says that it is ready. */
export async function running<Answer>(name: string, task: object): Promise<RunningChild<Answer>> {
  const { child, ready, answered } = started<Answer>(name, task);
  await Promise.race([ready, answered]);
  return { ended: answered, stop: () => void (child.connected && child.send('stop')) };
}

function started<Answer>(name: string, task: object, flags: readonly string[] = []) {
  const path = join(__dirname, '..', 'children', `${name}.js`);
  const child = fork(path, [JSON.stringify(task)], {
    execArgv: [...process.execArgv, ...flags],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let onReady: () => void;
  const ready = new Promise<void>((resolve) => (onReady = resolve));
  const answered = new Promise<ChildAnswer<Answer>>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if (message.ready) onReady();
      else if (message.failed !== undefined) reject(new Error(`${name}: ${message.failed}`));
      else resolve(message.answer as ChildAnswer<Answer>);
    });
    child.once('exit', (code, signal) => {
      process.removeListener('exit', kill);
      reject(new Error(`${name} ended without an answer (${signal ?? code})`));
    });
  });
  answered.catch(() => undefined); // Thrown to whoever waits for it.
  return { child, ready, answered };
}

/** In the child: does the task and answers it. `stopped` resolves when the parent has had enough; call `ready` before waiting for it. */
export function answer<Task>(
  work: (task: Task, told: { ready: () => void; stopped: Promise<void> }) => Promise<object>,
): void {
  const stopped = new Promise<void>((resolve) => {
    process.once('message', () => resolve());
    process.once('disconnect', () => resolve());
  });
  const task = JSON.parse(process.argv[2] ?? '{}') as Task;
  work(task, { ready: () => process.send?.({ ready: true }), stopped }).then(
    (result) => tell({ answer: { ...result, peak: peakMemory() } }),
    (error: unknown) => tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
}

/** MB. What `resourceUsage` tells begins with what the process had that started this one, so Linux is asked itself. */
function peakMemory(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024;
}

function tell(message: Message): void {
  process.send?.(message, () => process.exit('failed' in message ? 1 : 0));
}
