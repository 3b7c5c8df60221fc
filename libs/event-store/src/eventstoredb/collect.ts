import {
  type EventStoreDBClient,
  type ResolvedEvent,
  StreamNotFoundError,
  type StreamingRead,
} from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
import type { Connection } from './connection';

/** A read that has begun: events come, then the end or an error. */
type Reading<Event> = StreamingRead<Event>;

/**
 * Gives every event of one read to `take`, in order. Rejects when nothing comes for `idleMs` (a silent server is not noticed otherwise),
 * when the connection closes, or with the client's error.
 */
export async function collect<Event extends ResolvedEvent>(
  connection: Connection,
  idleMs: number,
  begin: (client: EventStoreDBClient) => Reading<Event>,
  take: (event: Event) => void,
): Promise<void> {
  const client = await connection.client();
  const reading = begin(client);
  await new Promise<void>((resolve, reject) => {
    const finish = (error?: Error): void => {
      clearTimeout(silence);
      untrack();
      // Of a stream that there is not the server has said all: to cancel that as well would be one reset each, which servers count.
      if (error && !(error instanceof StreamNotFoundError)) abandon(reading);
      if (error) reject(error);
      else resolve();
    };
    const untrack = connection.track(finish);
    const silence = setTimeout(() => finish(new StoreUnavailable(`The log was silent for ${idleMs} ms`)), idleMs);
    reading.on('data', (event: Event) => {
      silence.refresh();
      try {
        take(event);
      } catch (error) {
        finish(error as Error);
      }
    });
    reading.on('error', finish);
    reading.on('end', () => finish());
  });
}

/** Lets go of a read that is not at its end. */
function abandon(reading: Pick<Reading<unknown>, 'cancel' | 'removeAllListeners' | 'on'>): void {
  reading.removeAllListeners('data');
  // A late error must find a listener, or it ends the process.
  reading.on('error', () => undefined);
  void reading.cancel().catch(() => undefined);
}
