import type { Nature } from './nature';
import type { Process } from './process';

/** How long a caller waits for an answer that does not come. */
const PATIENCE_MS = 700;

/** What befalls a request, or whoever asks. */
interface Fate {
  readonly of: string;
  requests: number;
  readonly strike: (caller: Process) => void;
}

interface Call {
  readonly cut: () => void;
}

/** Something that answers over a network, and can crash. What it keeps, its subclasses say. */
export abstract class Server {
  private up = true;
  private readonly calls = new Set<Call>();
  private fate: Fate | undefined;

  constructor(
    protected readonly nature: Nature,
    readonly name: string,
    /** What a caller is told who gets no answer. */
    private readonly noAnswer: (why: string) => Error,
  ) {}

  get isUp(): boolean {
    return this.up;
  }

  /** What was not kept is gone; nobody is answered until it is back. */
  crash(awayMs: number): void {
    this.up = false;
    this.nature.note(`${this.name} crashes`);
    this.forget();
    for (const { cut } of this.calls) cut();
    this.nature.time.after(awayMs, () => {
      this.up = true;
      this.nature.note(`${this.name} is back`);
    });
  }

  /** Something befalls the n-th request from now on of those that begin with `of`: as it arrives, while it is carried out, or just after. */
  strikeAt(requests: number, of: string, strike: (caller: Process) => void): void {
    this.fate = { requests, of, strike };
  }

  /** What a crash takes. */
  protected abstract forget(): void;

  /**
   * Asks it something: `work` is done when the request arrives, if it does; its outcome travels back, if it does. Messages overtake each
   * other. The answer to a killed process goes nowhere, its request may still arrive.
   */
  call<T>(caller: Process, what: string, work: () => T | Promise<T>): Promise<T> {
    const { time, chance, roughness } = this.nature;
    const label = `${caller.name} → ${this.name}: ${what}`;
    return new Promise<T>((resolve, reject) => {
      let open = true;
      const finish = (settle: () => void, note: string): void => {
        if (!open) return;
        open = false;
        this.calls.delete(call);
        if (!caller.alive) return;
        this.nature.note(`${label}: ${note}`);
        settle();
      };
      const fail = (why: string) => finish(() => reject(this.noAnswer(why)), why);
      const call: Call = { cut: () => time.after(this.latency(), () => fail('connection cut')) };
      const [requestLost, answerLost] = [chance.happens(roughness.lostRequests), chance.happens(roughness.lostAnswers)];
      const answered = (settle: () => void, note: string): void => {
        if (answerLost) time.after(PATIENCE_MS, () => fail('answer lost'));
        else time.after(this.latency(), () => finish(settle, note));
      };
      if (requestLost) return time.after(PATIENCE_MS, () => fail('request lost'));
      time.after(this.latency(), () => {
        if (!caller.alive && chance.happens(0.5)) return;
        this.meetFate(caller, what);
        if (!this.up) return time.after(this.latency(), () => fail('not there'));
        this.calls.add(call);
        void done(work).then(
          (result) => answered(() => resolve(result), 'ok'),
          (error: Error) => answered(() => reject(error), error.message),
        );
      });
    });
  }

  private meetFate(caller: Process, what: string): void {
    const { fate } = this;
    if (!fate || !what.startsWith(fate.of) || --fate.requests > 0) return;
    this.fate = undefined;
    const { chance, time } = this.nature;
    if (chance.happens(0.3)) fate.strike(caller);
    else time.after(chance.random() * this.latency(), () => fate.strike(caller));
  }

  protected latency(): number {
    return 0.1 + this.nature.chance.random() * this.nature.roughness.slowness;
  }
}

async function done<T>(work: () => T | Promise<T>): Promise<T> {
  return work();
}
