import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const programs = join(__dirname, '..', 'programs');

/** What a program says: one JSON object a line. */
export type Said = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** A program of test/stress/programs in a process of its own. It ends when this process does. */
export class Child {
  /** Everything that it said so far. */
  readonly said: Said[] = [];
  /** The signal or code that it ended with, once its last words were heard. */
  readonly ended: Promise<string>;
  private readonly process: ChildProcess;
  private readonly listeners = new Set<() => void>();
  private over = false;
  private errors = '';
  private rest = '';

  constructor(
    private readonly program: string,
    options: object,
  ) {
    const args = ['-r', join(programs, 'register.js'), join(programs, `${program}.ts`), JSON.stringify(options)];
    this.process = spawn(process.execPath, args, { stdio: 'pipe' });
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => this.hear(text));
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    this.process.stdin?.on('error', () => undefined); // It was killed while we spoke.
    this.ended = new Promise((resolve) =>
      this.process.once('close', (code, signal) => {
        this.over = true;
        this.tellListeners();
        resolve(signal ?? String(code));
      }),
    );
  }

  /** Resolves with the first thing of this kind from the n-th on; throws when the program ends before. */
  async next(kind: string, from = 0): Promise<Said> {
    for (;;) {
      const found = this.said.slice(from).find((each) => each.kind === kind);
      if (found) return found;
      if (this.over) throw new Error(`${this.program} ended before it said "${kind}": ${this.errors}`);
      await new Promise<void>((resolve) => this.listeners.add(resolve));
    }
  }

  ofKind<Message extends Said>(kind: string): Message[] {
    return this.said.filter((each) => each.kind === kind) as Message[];
  }

  tell(message: object): void {
    this.process.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Lets it finish by itself; throws with what it complained of when it did not end well. */
  async finish(): Promise<void> {
    this.process.stdin?.end();
    const how = await this.ended;
    if (how !== '0') throw new Error(`${this.program} ended with ${how}: ${this.errors}`);
  }

  private hear(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.said.push(JSON.parse(line) as Said);
    this.tellListeners();
  }

  private tellListeners(): void {
    const listeners = [...this.listeners];
    this.listeners.clear();
    for (const listener of listeners) listener();
  }
}
