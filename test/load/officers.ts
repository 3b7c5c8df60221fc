import type { Answer } from './client';

interface Officer {
  turn: number;
  /** Tag of the file as it was answered last. */
  seen: string | undefined;
  /** The declaration before. */
  before: Promise<unknown>;
}

/** An answer may have been lost, and with it the tag. */
const mostTries = 5;

/** The programs of the officers: each declares one thing after the other, on the file as the last answer said it is. */
export class Officers {
  private readonly officers = new Map<string, Officer>();

  /** The unit's next declaration, once the one before is answered. `send` is given its number, from 0, and the tag that is known. */
  async declare(unit: string, send: (turn: number, seen: string | undefined) => Promise<Answer>): Promise<Answer> {
    const officer = this.officers.get(unit) ?? { turn: 0, seen: undefined, before: Promise.resolve() };
    this.officers.set(unit, officer);
    const turn = officer.turn;
    officer.turn += 1;
    const mine = officer.before.then(() => onWhatIsThere(officer, (seen) => send(turn, seen)));
    officer.before = mine;
    return mine;
  }
}

async function onWhatIsThere(officer: Officer, send: (seen: string | undefined) => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send(officer.seen);
    officer.seen = answer.tag ?? officer.seen;
    if (answer.status !== 412 || tries === mostTries) return answer;
  }
}
