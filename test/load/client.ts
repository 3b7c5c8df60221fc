import { connect, type Socket } from 'node:net';
import { v7 } from 'uuid';
import { AnswerReader } from './answer-reader';

/** An answer as far as it is measured. `status` 0: no answer at all. */
export interface Answer {
  readonly status: number;
  /** Its body; why there is none where `status` is 0. */
  text(): string;
  readonly retryAfter: string | undefined;
  /** The revision that a command's stream is at. */
  readonly tag: string | undefined;
}

/** One request. Given a body it is a command, under a key of its own. */
export interface Call {
  readonly path: string;
  readonly token?: string | undefined;
  readonly body?: object;
  /** What the command's stream looked like, as `If-Match`. */
  readonly seen?: string | undefined;
}

/** Callers give up after so long, ms. So many connections come from the proxy in front of each api; more would overflow what a socket keeps waiting (511). */
const patienceMs = 10_000;
const mostConnections = 400;
/** One that nobody uses is given back before the server does so (65 s), as by a proxy: else some are closed just when they are used again. */
const unusedMs = 50_000;

const none = (why: string): Answer => ({ status: 0, text: () => why, retryAfter: undefined, tag: undefined });

/** Asks the apis in turn, as the proxy in front of them does. */
export class Client {
  private readonly lines: readonly Line[];
  private turn = 0;

  constructor(ports: readonly number[]) {
    this.lines = ports.map((port) => new Line(port));
  }

  /** Never rejects: a broken connection is an answer of status 0, and so is none after ten seconds, as callers give up. */
  send(call: Call): Promise<Answer> {
    this.turn = (this.turn + 1) % this.lines.length;
    return (this.lines[this.turn] as Line).send(call);
  }

  close(): void {
    for (const line of this.lines) line.close();
  }
}

/**
 * Asks one api over connections that stay open, one request at a time on each. Speaks just the HTTP that our server speaks: Node's own
 * client would take more of the processor than the server that is measured, and the two share it.
 */
class Line {
  private readonly free: Connection[] = [];
  private readonly all = new Set<Connection>();
  private readonly waiting: Waiting[] = [];

  constructor(private readonly port: number) {}

  send(call: Call): Promise<Answer> {
    return new Promise((resolve) => {
      this.waiting.push({ call, resolve, until: performance.now() + patienceMs });
      this.next();
    });
  }

  close(): void {
    for (const connection of this.all) connection.end();
  }

  /** Whoever has waited for too long has given up. */
  private next(): void {
    while (this.waiting.length > 0) {
      const connection = this.free.pop() ?? this.opened();
      if (!connection) return;
      const { call, resolve, until } = this.waiting.shift() as Waiting;
      const patience = until - performance.now();
      if (patience <= 0) {
        this.free.push(connection);
        resolve(none('gave up waiting for a connection'));
      } else {
        connection.ask(textOf(call), patience, (answer) => {
          resolve(answer);
          if (connection.isOpen) this.free.push(connection);
          this.next();
        });
      }
    }
  }

  private opened(): Connection | undefined {
    if (this.all.size >= mostConnections) return undefined;
    const connection = new Connection(this.port, () => {
      this.all.delete(connection);
      const place = this.free.indexOf(connection);
      if (place >= 0) this.free.splice(place, 1);
      this.next();
    });
    this.all.add(connection);
    return connection;
  }
}

interface Waiting {
  readonly call: Call;
  readonly resolve: (answer: Answer) => void;
  readonly until: number;
}

class Connection {
  isOpen = true;
  private readonly socket: Socket;
  private readonly reader = new AnswerReader();
  private answered: ((answer: Answer) => void) | undefined;

  constructor(port: number, closed: () => void) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let why = 'closed';
    this.socket.on('data', (bytes) => this.read(bytes));
    this.socket.on('error', (error) => (why = error.message));
    this.socket.on('timeout', () => {
      if (this.answered) why = 'no answer in time';
      this.socket.destroy();
    });
    this.socket.on('close', () => {
      this.isOpen = false;
      closed();
      this.answer(none(why));
    });
  }

  ask(text: string, patience: number, answered: (answer: Answer) => void): void {
    this.answered = answered;
    this.socket.setTimeout(patience);
    this.socket.write(text);
  }

  end(): void {
    this.socket.destroy();
  }

  private read(bytes: Buffer): void {
    const answer = this.reader.add(bytes);
    if (!answer) return;
    if (this.reader.lastOfConnection) {
      this.isOpen = false;
      this.socket.end();
    }
    this.socket.setTimeout(unusedMs);
    this.answer(answer);
  }

  private answer(answer: Answer): void {
    const { answered } = this;
    this.answered = undefined;
    answered?.(answer);
  }
}

function textOf({ path, token, body, seen }: Call): string {
  const authorization = token === undefined ? '' : `Authorization: Bearer ${token}\r\n`;
  if (body === undefined) return `GET ${path} HTTP/1.1\r\nHost: par\r\n${authorization}\r\n`;
  const text = JSON.stringify(body);
  const match = seen === undefined ? '' : `If-Match: ${seen}\r\n`;
  const about = `${match}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nIdempotency-Key: ${v7()}\r\n`;
  return `POST ${path} HTTP/1.1\r\nHost: par\r\n${authorization}${about}\r\n${text}`;
}
