import { arrivals } from './arrivals';
import type { Answer, Call, Client } from './client';
import type { Officers } from './officers';
import type { Province } from './province';
import { Samples } from './samples';

/** Asks to read what was just written, of so many commands one: measures the lag of the read models. */
const oneInCommands = 10;

/** What was measured while the load lasted. */
export interface Measured {
  readonly seconds: number;
  /** Until the last answer, seconds. */
  readonly took: number;
  readonly writes: Samples;
  readonly reads: Samples;
  /** From the acknowledgement of a command to an answer that contains it. */
  readonly lag: Samples;
  /** Requests that were carried out: their waiting times alone, without those turned away. */
  readonly carriedOut: Samples;
  /** Requests that were turned away with 429 or 503. */
  readonly turnedAway: Samples;
  readonly withoutRetryAfter: number;
  /** How late this program itself sent its requests. */
  readonly lateness: Samples;
  /** Per second since the start: answers that are errors, and the slowest answer. */
  readonly bySecond: readonly Second[];
  readonly firstErrors: readonly string[];
}

export interface Second {
  errors: number;
  slowest: number;
}

/** Requests of one phase, each begun when it is due and measured from then on. */
export class Load {
  private readonly measured = {
    ...{ writes: new Samples(), reads: new Samples(), lag: new Samples(), carriedOut: new Samples() },
    ...{ turnedAway: new Samples(), lateness: new Samples(), withoutRetryAfter: 0 },
    ...{ bySecond: [] as Second[], firstErrors: [] as string[] },
  };
  private readonly pending = new Set<Promise<void>>();
  private commands = 0;
  private began = 0;

  constructor(
    private readonly client: Client,
    private readonly province: Province,
    /** Shared by all phases: no declaration is made twice in a row. */
    private readonly officers: Officers,
  ) {}

  /** `commands` and `reads` per second, for so many seconds or until aborted; resolves when every request was answered. */
  async run(commands: number, reads: number, seconds: number, signal?: AbortSignal): Promise<Measured> {
    this.began = performance.now();
    await Promise.all([
      arrivals(commands, seconds, (intended) => this.track(this.write(intended)), signal),
      arrivals(reads, seconds, (intended) => this.track(this.read(intended)), signal),
    ]);
    const sent = (performance.now() - this.began) / 1000;
    await Promise.all(this.pending);
    return { ...this.measured, seconds: sent, took: (performance.now() - this.began) / 1000 };
  }

  private track(work: Promise<void>): void {
    this.pending.add(work);
    void work.finally(() => this.pending.delete(work));
  }

  /** The units declare in turn: as often as each other, seldom twice at the same moment. */
  private async write(intended: number): Promise<void> {
    const { units } = this.province;
    const unit = units[(this.commands * 7919) % units.length] as string;
    this.commands += 1;
    const probe = this.commands % oneInCommands === 0;
    const answer = await this.declare(unit, intended);
    if (!probe || answer.status !== 201) return;
    const acknowledged = performance.now();
    const { position } = JSON.parse(answer.text()) as { position: string };
    await this.ask(this.province.scorecard(unit, position), acknowledged, this.measured.lag);
  }

  /** All that an officer waits for: also for the answer before, and for another try on what that told. */
  private async declare(unit: string, intended: number): Promise<Answer> {
    this.measured.lateness.add(performance.now() - intended, 0);
    const answer = await this.officers.declare(unit, (turn, seen) =>
      this.client.send(this.province.declaration(unit, turn, seen)),
    );
    const waited = performance.now() - intended;
    this.measured.writes.add(waited, answer.status);
    this.note(answer, waited, intended);
    return answer;
  }

  private async read(intended: number): Promise<void> {
    const random = Math.random();
    const unit = this.province.units[Math.floor(random * this.province.units.length)] as string;
    const call = Math.random() < 0.5 ? this.province.scorecard(unit) : this.province.questions(random);
    await this.ask(call, intended, this.measured.reads);
  }

  private async ask(call: Call, intended: number, samples: Samples): Promise<Answer> {
    this.measured.lateness.add(performance.now() - intended, 0);
    const answer = await this.client.send(call);
    const waited = performance.now() - intended;
    samples.add(waited, answer.status);
    this.note(answer, waited, intended, call.path);
    return answer;
  }

  private note({ status, retryAfter, text }: Answer, waited: number, intended: number, path = 'self-score'): void {
    const { carriedOut, turnedAway, bySecond, firstErrors } = this.measured;
    const second = (bySecond[Math.max(0, Math.floor((intended - this.began) / 1000))] ??= { errors: 0, slowest: 0 });
    second.slowest = Math.max(second.slowest, waited);
    if (status === 200 || status === 201) return carriedOut.add(waited, status);
    second.errors += 1;
    if (status === 429 || status === 503) {
      turnedAway.add(waited, status);
      if (retryAfter === undefined) this.measured.withoutRetryAfter += 1;
    }
    if (firstErrors.length < 5) firstErrors.push(`${path}: ${status} ${text().slice(0, 300)}`);
  }
}
