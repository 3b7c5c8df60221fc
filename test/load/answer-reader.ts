import type { Answer } from './client';

/** Puts answers together from what a connection delivers. Knows answers with Content-Length, the only ones that the api gives. */
export class AnswerReader {
  /** True when the server said that it closes the connection after the last answer. */
  lastOfConnection = false;
  private parts: Buffer[] = [];
  private received = 0;
  private head: { readonly text: string; readonly length: number; readonly whole: number } | undefined;

  /** The answer when these bytes complete one. */
  add(bytes: Buffer): Answer | undefined {
    this.parts.push(bytes);
    this.received += bytes.length;
    this.head ??= this.headOf();
    if (!this.head || this.received < this.head.whole) return undefined;
    const { parts } = this;
    const { text: head, length } = this.head;
    [this.parts, this.received, this.head] = [[], 0, undefined];
    this.lastOfConnection = /\r\nconnection: close/i.test(head);
    const retryAfter = /\r\nretry-after: ([^\r]*)/i.exec(head)?.[1];
    const tag = /\r\netag: ([^\r]*)/i.exec(head)?.[1];
    // Nearly nobody reads the body, and the one who asks takes his share of the machine that is measured.
    const text = () => Buffer.concat(parts).toString('utf8', length);
    return { status: Number(head.slice(9, 12)), text, retryAfter, tag };
  }

  private headOf(): typeof this.head {
    const bytes = Buffer.concat(this.parts);
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const text = bytes.toString('latin1', 0, end);
    const body = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
    return { text, length: end + 4, whole: end + 4 + body };
  }
}
