import type { Duplex } from 'node:stream';
import type { EventStoreDBClient } from '@eventstore/db-client';

type Creator = (grpcClient: unknown) => Duplex | Promise<Duplex>;
type StreamCreator = (service: unknown, name: string, creator: Creator, cache?: unknown) => () => Promise<Duplex>;

/**
 * An answer that nobody waits for ends the process: the client throws inside its data handler when the server answers an append twice, or
 * after the client has forgotten it. Such an answer changes nothing (its append was settled before), so here it is dropped.
 */
export function guardAppends(client: EventStoreDBClient): EventStoreDBClient {
  const inner = client as unknown as { GRPCStreamCreator: StreamCreator };
  const create = inner.GRPCStreamCreator;
  inner.GRPCStreamCreator = (service, name, creator, cache) =>
    create(service, name, name === 'appendToStream' ? async (grpc) => guarded(await creator(grpc)) : creator, cache);
  return client;
}

function guarded(stream: Duplex): Duplex {
  for (const listener of stream.listeners('data')) {
    const handle = listener as (answer: unknown) => void;
    const drop = (answer: unknown): void => {
      try {
        handle(answer);
      } catch {
        // Nobody waits for it.
      }
    };
    stream.on('data', drop);
    stream.off('data', handle);
  }
  return stream;
}
