import { existsSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { bye, type KeeperMessage } from './keeper-protocol';

/** The processes that use the server. Each holds a connection open; the system closes it even when the process is killed. */
export class KeeperClients {
  private readonly present = new Set<Socket>();
  private readonly leaving = new Set<Socket>();
  private message: KeeperMessage | undefined;
  private onIdle: () => void = () => undefined;

  private constructor(private readonly listener: Server) {
    listener.on('connection', (socket) => this.welcome(socket));
  }

  /** Takes the keeper's address; undefined when another keeper has it. */
  static async claim(address: string): Promise<KeeperClients | undefined> {
    const listener = createServer({ allowHalfOpen: true });
    const clients = new KeeperClients(listener);
    await dropStaleFile(address);
    const claimed = await new Promise<boolean>((resolve) => {
      listener.once('error', () => resolve(false)).listen(address, () => resolve(true));
    });
    return claimed ? clients : undefined;
  }

  get any(): boolean {
    return this.present.size > 0;
  }

  /** Tells all who are here and all who come; `undefined` lets those who come wait. */
  announce(message: KeeperMessage | undefined): void {
    this.message = message;
    if (message) for (const socket of this.present) send(socket, message);
  }

  /** Resolves once nobody is here. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.onIdle = resolve;
      if (!this.any) resolve();
    });
  }

  /** A last message: resolves when the client that it concerns has come, read it and gone, at the latest after 5 s. */
  async dismiss(message: KeeperMessage): Promise<void> {
    this.announce(message);
    const read = this.any ? this.idle() : this.arrival().then(() => this.idle());
    await Promise.race([read, new Promise((resolve) => setTimeout(resolve, 5_000))]);
  }

  /** Lets those go who said `bye` and waited for the server's end. */
  release(): void {
    for (const socket of this.leaving) socket.end();
    this.leaving.clear();
  }

  /** Gives the address back. Who connects too late is cut off and tries again. */
  close(): void {
    this.listener.close();
    this.release();
    for (const socket of this.present) socket.end();
  }

  private arrival(): Promise<void> {
    return new Promise((resolve) => this.listener.once('connection', () => resolve()));
  }

  private welcome(socket: Socket): void {
    this.present.add(socket);
    if (this.message) send(socket, this.message);
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => (said += text));
    socket.on('error', () => undefined); // A killed client; 'close' follows.
    socket.once('end', () => (said === bye ? this.farewell(socket) : socket.destroy()));
    socket.once('close', () => this.forget(socket));
  }

  private farewell(socket: Socket): void {
    this.leaving.add(socket);
    this.forget(socket);
    if (this.any) this.release();
  }

  private forget(socket: Socket): void {
    if (this.present.delete(socket) && !this.any) this.onIdle();
  }
}

function send(socket: Socket, message: KeeperMessage): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

/** Only socket files outlive their process; one that nobody answers at is removed. */
async function dropStaleFile(address: string): Promise<void> {
  if (!address.startsWith('/') || !existsSync(address)) return;
  const answers = await new Promise<boolean>((resolve) => {
    const probe = connect(address, () => resolve(true)).once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });
  if (!answers) rmSync(address, { force: true });
}
