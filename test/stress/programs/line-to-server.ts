import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { copiedRowsFinder, type DataFinder, dataFinder } from './data-finder';

/** What happens on the line from now on: the next request is cut in half, the next (short) request is sent whole, the next answer arrives. */
export type Moment = 'half-sent' | 'sent' | 'answered';

/** A line to a server that lives in this very process, so that it dies with it. */
export interface Line {
  readonly url: string;
  /** Calls `then` at the first such moment. Nothing of an answer that was waited for is passed on. */
  at(moment: Moment, then: () => void): void;
  /** Cuts every connection; new ones are let through. */
  cut(): void;
}

type FinderFor = (protocol: string, side: 'client' | 'server') => DataFinder;

/** Opens a line to the server of an address. */
export async function throughLine(address: string, finderFor: FinderFor = dataFinder): Promise<Line> {
  const url = new URL(address);
  const target = { host: url.hostname, port: Number(url.port) };
  const armed: Armed = { then: () => undefined };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target);
    // The line keeps nobody alive: whoever talks over it does.
    for (const socket of [near, far]) sockets.add(socket.unref().once('close', () => sockets.delete(socket)));
    join(near, far, armed, (side) => finderFor(url.protocol, side));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  url.port = String((server.address() as AddressInfo).port);
  const cut = (): void => {
    delete armed.moment;
    for (const socket of sockets) socket.destroy();
  };
  return { url: url.toString(), at: (moment, then) => void Object.assign(armed, { moment, then }), cut };
}

/** On a line to PostgreSQL nothing counts but the n-th piece of rows that is copied over any of its connections. */
export function copiedRows(nth: number): FinderFor {
  let left = nth;
  return (_, side) => {
    if (side === 'server') return () => ({ begins: false, ends: false });
    const find = copiedRowsFinder();
    return (piece) => {
      const { begins } = find(piece);
      if (begins) left -= 1;
      return { begins: begins && left === 0, ends: false };
    };
  };
}

/** On a line to PostgreSQL nothing counts but the answers to appends to the log: when one arrives, the append is committed. */
export function answersToAppends(): FinderFor {
  let connection = { appends: false };
  return (_, side) => {
    // Each connection is asked for its client's side first.
    if (side === 'client') connection = { appends: false };
    const own = connection;
    return (piece) => {
      const begins = side === 'server' && own.appends;
      own.appends = side === 'client' ? own.appends || piece.includes('log-append') : false;
      return { begins, ends: false };
    };
  };
}

type Armed = { moment?: Moment; then: () => void };

function join(near: Socket, far: Socket, armed: Armed, finderOf: (side: 'client' | 'server') => DataFinder): void {
  const [requested, answered] = [finderOf('client'), finderOf('server')];
  near.on('data', (data) => {
    const { begins, ends } = requested(data);
    if (armed.moment === 'half-sent' && begins) {
      near.pause(); // Nothing more gets through.
      return void far.write(data.subarray(0, data.length >> 1), armed.then);
    }
    far.write(data, armed.moment === 'sent' && ends ? armed.then : undefined);
  });
  far.on('data', (data) => {
    const { begins } = answered(data);
    return begins && armed.moment === 'answered' ? armed.then() : void near.write(data);
  });
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('close', () => other.destroy()).on('error', () => other.destroy());
  }
}
