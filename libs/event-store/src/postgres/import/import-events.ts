import { Client } from 'pg';
import { WrongExpectedRevision } from '../../errors';
import { DURABLE } from '../durable';
import { storeError } from '../store-errors';
import { type BulkAppend, chunksOf } from './chunks';
import { importChunk, type Imported } from './import-transaction';

/** By whom an import writes, and in what portions. */
export interface ImportOptions {
  /** A login that owns log.events: an import does not go through the function that the application's role may call. */
  readonly url: string;
  /** A transaction ends with the append that reaches this many events, or 16 MB. */
  readonly eventsPerTransaction?: number;
}

const CONNECTION = {
  application_name: 'par-import',
  keepAlive: true,
  connectionTimeoutMillis: 10_000,
  lock_timeout: 30_000,
  statement_timeout: 120_000,
  // The log's lock is held within a transaction: a process that hangs in one must not stop every writer.
  idle_in_transaction_session_timeout: 10_000,
};

/**
 * Writes appends into the log by COPY under the log's lock, in the order given, whole appends per transaction, each checked like any other
 * append. Others may read and append meanwhile. An append that already stands at its place with the same ids is passed over, so an
 * import that was cut off is simply run again. Throws InvalidAppend, WrongExpectedRevision or StoreUnavailable; then the transactions
 * reported before stay and nothing else does. `onProgress` is called after every commit.
 */
export async function importEvents(
  { url, eventsPerTransaction = 10_000 }: ImportOptions,
  appends: AsyncIterable<BulkAppend>,
  onProgress?: (imported: Imported) => void,
): Promise<Imported> {
  const client = new Client({ connectionString: url, ...CONNECTION });
  client.on('error', () => undefined); // A lost connection fails the query at hand; without a listener it would end the process.
  const chunks = chunksOf(appends, eventsPerTransaction);
  let imported: Imported = { events: 0, lastPosition: 0n };
  try {
    await asStore(client.connect());
    await asStore(client.query(`SET enable_seqscan = off; ${DURABLE}`));
    for (let next = chunks.next(); ;) {
      const { value: chunk, done } = await next;
      if (done) return imported;
      // The next chunk is fetched and checked while the server stores this one; its failure is thrown in its turn.
      next = chunks.next();
      next.catch(() => undefined);
      const { events, lastPosition } = await asStore(importChunk(client, chunk));
      imported = { events: imported.events + events, lastPosition };
      onProgress?.(imported);
    }
  } finally {
    // Lets the source close what it reads from; it may be in the middle of something, which nobody waits for.
    chunks.return(undefined).catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}

async function asStore<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof WrongExpectedRevision ? error : storeError(error);
  }
}
