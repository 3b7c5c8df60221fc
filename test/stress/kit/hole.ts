import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A line to a server that can swallow everything without a word, as when a router forgets its connections or a machine loses power:
 * nothing is passed on any more, and nobody on either side is told.
 */
export class Hole {
  private readonly sockets = new Set<Socket>();
  private generation = 0;
  private swallowing = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** A line to the server of an address; lets everything through at first. */
  static async before(address: string): Promise<Hole> {
    const url = new URL(address);
    const target = { host: url.hostname, port: Number(url.port) };
    const server = createServer((near) => hole.join(near, connect(target)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url.port = String((server.address() as AddressInfo).port);
    const hole = new Hole(server, url.toString());
    return hole;
  }

  /** From now on every connection is mute, for ever, and so is each new one. */
  open(): void {
    this.generation += 1;
    this.swallowing = true;
  }

  /** New connections are let through again; those that the hole swallowed stay mute. */
  close(): void {
    this.generation += 1;
    this.swallowing = false;
  }

  end(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private join(near: Socket, far: Socket): void {
    const [born, mute] = [this.generation, this.swallowing];
    const passes = (): boolean => !mute && this.generation === born;
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one
        .on('data', (data) => passes() && other.write(data))
        .on('error', () => undefined)
        .on('close', () => passes() && other.destroy());
    }
  }
}
