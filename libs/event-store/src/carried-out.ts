import type { FirstAnswer } from './first-answer';

/**
 * The commands that a stream holds, as marks of 32 bits: some 30 bytes each, where an id with its answer takes 360. Says yes of every one
 * that was added, and by chance of one in four thousand million others for each mark: whoever hears yes asks the log. Only the last one's
 * answer is kept: what is repeated is nearly always that, and when callers lose patience a thousand times at once.
 */
export class CarriedOut {
  private readonly marks = new Set<number>();
  private last: { readonly commandId: string; readonly answer: FirstAnswer } | undefined;

  /** In the order of the stream. */
  add(commandId: string, answer: FirstAnswer): void {
    this.marks.add(markOf(commandId));
    this.last = { commandId, answer };
  }

  /** What the command was answered, if it is the last one of the stream. */
  answerOf(commandId: string): FirstAnswer | undefined {
    return this.last?.commandId === commandId ? this.last.answer : undefined;
  }

  mayHold(commandId: string): boolean {
    return this.marks.has(markOf(commandId));
  }
}

/** FNV-1a over the whole id: callers choose ids whose first or last digits are all alike. */
function markOf(commandId: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < commandId.length; at += 1) mark = Math.imul(mark ^ commandId.charCodeAt(at), 0x01000193);
  return mark;
}
