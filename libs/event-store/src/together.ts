/** Carries several questions to their answers by one call: as many answers as questions, in the same order. */
export type AskAll<Asked, Answer> = (asked: readonly Asked[]) => Promise<readonly Answer[]>;

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Calls under way at a time, and the questions that one takes. A call that takes longer than `patienceMs` does not count: those who come
 * after it go by other calls, so that one slow answer, or a connection that fell silent, stops only those who travel with it.
 */
const LIMITS = { calls: 2, questions: 32, patienceMs: 100 };

/**
 * What group commit is to appends: questions of one turn of the event loop, and those that come while two calls are under way, go by one
 * call. Whoever asks alone waits for nobody; under load a call costs little more for many questions than for one. No answer is older than its
 * question. A call that fails fails for all in it, so a question must not be able to fail by what it asks for.
 */
export class Together<Asked, Answer> {
  private waiting: Waiting<Asked, Answer>[] = [];
  private calls = 0;
  private woken = false;

  constructor(
    private readonly askAll: AskAll<Asked, Answer>,
    private readonly limits = LIMITS,
  ) {}

  /** Rejects with what the call rejects with. */
  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      this.callSoon();
    });
  }

  private callSoon(): void {
    if (this.woken || this.calls >= this.limits.calls) return;
    this.woken = true;
    setImmediate(() => {
      this.woken = false;
      while (this.calls < this.limits.calls && this.waiting.length > 0) {
        void this.call(this.waiting.splice(0, this.limits.questions));
      }
    });
  }

  private async call(taken: readonly Waiting<Asked, Answer>[]): Promise<void> {
    const over = this.begin();
    try {
      const answers = await this.askAll(taken.map(({ asked }) => asked));
      if (answers.length !== taken.length) throw new Error(`${answers.length} answers to ${taken.length} questions`);
      taken.forEach(({ resolve }, at) => resolve(answers[at] as Answer));
    } catch (error) {
      for (const { reject } of taken) reject(error);
    } finally {
      over();
    }
  }

  /** Counts a call; it counts until it is over, or has taken too long. */
  private begin(): () => void {
    this.calls += 1;
    let counts = true;
    const over = (): void => {
      clearTimeout(timer);
      if (!counts) return;
      counts = false;
      this.calls -= 1;
      if (this.waiting.length > 0) this.callSoon();
    };
    const timer = setTimeout(over, this.limits.patienceMs);
    return over;
  }
}
