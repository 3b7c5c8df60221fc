import {
  type CommandContext,
  type CommandResult,
  ConcurrentChange,
  StoreBusy,
  StoreUnavailable,
} from '@app/event-store';
import { DomainError } from '@app/kernel';
import { account, carryOut, type Fault, type Order } from './bank';
import type { Nature } from './nature';
import type { Clerk } from './program';

/** A command that was asked for, and what its first answer was. */
export interface Errand {
  readonly commandId: string;
  readonly order: Order;
  answer: CommandResult | 'refused' | undefined;
}

type Answer = CommandResult | 'refused' | 'ask again';

const PATIENCE_MS = 4_000;
const PASSING = [StoreUnavailable, StoreBusy, ConcurrentChange];

/** Somebody at the counter: asks for one thing after the other, and asks again, perhaps another clerk, until there is an answer. */
export class Person {
  readonly errands: Errand[] = [];
  done = false;

  constructor(
    private readonly nature: Nature,
    private readonly name: string,
    private readonly clerk: () => Clerk,
    private readonly accounts: number,
    private readonly faults: readonly Fault[],
  ) {}

  /** `mostPauseMs`: between two errands. */
  async work(errands: number, mostPauseMs: number): Promise<void> {
    const { time, chance } = this.nature;
    for (let count = 0; count < errands; count += 1) {
      await time.pause(chance.below(mostPauseMs));
      const errand: Errand = { commandId: this.newId(), order: this.newOrder(), answer: undefined };
      this.errands.push(errand);
      await this.settle(errand);
      // Whoever was answered may still ask again.
      if (chance.happens(0.2)) await this.settle(chance.pick(this.errands));
    }
    this.done = true;
  }

  private async settle(errand: Errand): Promise<void> {
    for (;;) {
      const known = errand.answer;
      const asked = this.ask(errand);
      // Impatient people ask at two counters at once.
      const both = this.nature.chance.happens(0.15) ? [asked, this.ask(errand)] : [asked];
      const answers = (await Promise.all(both)).filter((answer) => answer !== 'ask again');
      for (const answer of answers) this.compare(errand, known, answer);
      if (answers.length > 0) return;
      await this.nature.time.pause(this.nature.chance.below(800));
    }
  }

  private async ask({ commandId, order }: Errand): Promise<Answer> {
    const clerk = this.clerk();
    const who = { actor: this.name, onBehalfOf: null, role: 'person' };
    const context: CommandContext = { commandId, correlationId: commandId, causationId: commandId, ...who };
    const answer = clerk.path
      .execute(account, `account-${order.account}`, context, (state) => carryOut(state, order))
      .catch((error: unknown): Answer => {
        if (PASSING.some((kind) => error instanceof kind)) return 'ask again';
        if (error instanceof DomainError) return 'refused';
        this.nature.fail(`command ${commandId} was answered ${String(error)}`);
        return 'refused';
      });
    return Promise.race([answer, this.nature.time.pause(PATIENCE_MS).then((): Answer => 'ask again')]);
  }

  /**
   * What was carried out once is always answered the same. A refusal leaves nothing behind; of two asked at once one may still have seen
   * a state that refused, but nobody who was answered before (`known`) is refused.
   */
  private compare(errand: Errand, known: Errand['answer'], answer: CommandResult | 'refused'): void {
    this.nature.note(`${this.name} is answered ${textOf(answer)} to ${errand.commandId.slice(0, 8)}`);
    const { answer: first } = errand;
    const comparable = answer !== 'refused' || typeof known === 'object';
    if (typeof first === 'object' && comparable && textOf(first) !== textOf(answer)) {
      this.nature.fail(
        `command ${errand.commandId} was answered ${textOf(first)}, and ${textOf(answer)} when it was repeated`,
      );
    }
    if (typeof first !== 'object') errand.answer = answer;
  }

  private newOrder(): Order {
    const { chance } = this.nature;
    const amounts = Array.from({ length: chance.between(1, 3) }, () => chance.between(-40, 60));
    return {
      account: `a${chance.below(this.accounts)}`,
      amounts,
      clear: chance.happens(0.08),
      fault: this.faults.length > 0 && chance.happens(0.2) ? chance.pick(this.faults) : null,
    };
  }

  private newId(): string {
    const hex = Array.from({ length: 32 }, () => this.nature.chance.below(16).toString(16)).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

function textOf(answer: CommandResult | 'refused'): string {
  return answer === 'refused' ? answer : `${answer.stream}@${answer.revision} (${answer.position})`;
}
