import { createHash } from 'node:crypto';

const KEPT = 40;

/** What happened, line by line: all of it in a hash, the last steps in words. */
export class Trace {
  private readonly hash = createHash('sha256');
  private readonly lines: string[] = [];

  add(now: number, what: string): void {
    const line = `${now.toFixed(0).padStart(7)} ms  ${what}`;
    this.hash.update(line).update('\n');
    this.lines.push(line);
    if (this.lines.length > KEPT) this.lines.shift();
  }

  get last(): readonly string[] {
    return this.lines;
  }

  digest(): string {
    return this.hash.copy().digest('hex');
  }
}
