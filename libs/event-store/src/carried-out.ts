import type { FirstAnswer } from './first-answer';

/** 64 bytes: a table of that size V8 keeps within its heap, a larger one outside. */
const FIRST_PLACES = 16;

/**
 * The commands that a stream holds, as marks of 32 bits: 5 to 11 bytes each of many, where a `Set` of them takes 30 and an id with its answer
 * 360 (docs/load.md). Says yes of every one that was added, and by chance of one in four thousand million others for each mark: whoever hears
 * yes asks the log. Only the last one's answer is kept: what is repeated is nearly always that, and when callers lose patience a thousand
 * times at once.
 */
export class CarriedOut {
  /** A hash table: a mark stands in the place that its last bits name, or in the next free one (0); three quarters full at most. */
  private marks = new Uint32Array(FIRST_PLACES);
  private count = 0;
  private last: { readonly commandId: string; readonly answer: FirstAnswer } | undefined;

  /** In the order of the stream. */
  add(commandId: string, answer: FirstAnswer): void {
    this.mark(markOf(commandId));
    this.last = { commandId, answer };
  }

  /** What the command was answered, if it is the last one of the stream. */
  answerOf(commandId: string): FirstAnswer | undefined {
    return this.last?.commandId === commandId ? this.last.answer : undefined;
  }

  mayHold(commandId: string): boolean {
    const mark = markOf(commandId);
    return this.marks[this.placeOf(mark)] === mark;
  }

  private mark(mark: number): void {
    const place = this.placeOf(mark);
    if (this.marks[place] === mark) return;
    this.marks[place] = mark;
    this.count += 1;
    if (4 * this.count > 3 * this.marks.length) this.grow();
  }

  private grow(): void {
    const before = this.marks;
    this.marks = new Uint32Array(2 * before.length);
    for (const mark of before) if (mark !== 0) this.marks[this.placeOf(mark)] = mark;
  }

  /** Where the mark stands, or would. */
  private placeOf(mark: number): number {
    const last = this.marks.length - 1;
    let place = mark & last;
    while (this.marks[place] !== 0 && this.marks[place] !== mark) place = (place + 1) & last;
    return place;
  }
}

/** FNV-1a over the whole id: callers choose ids whose first or last digits are all alike. Never 0, which stands for none. */
function markOf(commandId: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < commandId.length; at += 1) mark = Math.imul(mark ^ commandId.charCodeAt(at), 0x01000193);
  return mark >>> 0 || 1;
}
