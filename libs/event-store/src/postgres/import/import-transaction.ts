import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Position } from '../../recorded-event';
import type { ImportAppend } from './chunks';
import { COPY_LOG, copyStream } from './copy-rows';
import { headOf, passOver, tipsOf } from './standing';

/** What is committed: how many events this import wrote, and where the last append it was given stands (0 when there was none). */
export interface Imported {
  readonly events: number;
  readonly lastPosition: Position;
}

/** The lock that every append takes first. */
const LOCK = 'SELECT pg_advisory_xact_lock(7215000)';

/** Checks a chunk against the log and copies what is due, all or nothing. Throws WrongExpectedRevision or what the driver throws. */
export async function importChunk(client: Client, chunk: readonly ImportAppend[]): Promise<Imported> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    // A statement of its own, so that those behind it see what was committed before the lock was granted.
    await client.query(LOCK);
    const imported = await write(client, chunk);
    await client.query('COMMIT');
    return imported;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function write(client: Client, chunk: readonly ImportAppend[]): Promise<Imported> {
  const tips = await tipsOf(client, chunk);
  const [due, others]: [ImportAppend[], ImportAppend[]] = [[], []];
  for (const append of chunk) {
    const isDue = (tips.get(append.stream) ?? -1n) === append.at;
    (isDue ? due : others).push(append);
    if (isDue) tips.set(append.stream, append.at + BigInt(append.ids.length));
  }
  const head = await headOf(client);
  const ends = await passOver(client, others, due, head, tips);
  const events = due.reduce((sum, { ids }) => sum + ids.length, 0);
  if (events > 0) {
    const rows = copyStream(
      due.map((append) => append.rows),
      head,
    );
    await pipeline(Readable.from(rows), client.query(copyFrom(COPY_LOG)));
    await client.query(`SELECT pg_notify('log_appended', '')`);
  }
  const last = chunk.at(-1);
  return { events, lastPosition: (last && ends.get(last)) ?? head + BigInt(events) };
}
