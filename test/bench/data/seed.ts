import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ensureLogIdentity, PostgresEventStore } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { from as copyFrom } from 'pg-copy-streams';
import { type BenchDatabase, connected } from '../harness/server';
import { metadataOf, scored, scoredData } from './scored';

/** An event as history wants it: where and what; the rest is added while it is written. */
export interface SeedEvent {
  readonly stream: string;
  readonly type: string;
  readonly data: object;
}

const COPY = 'COPY log.events (position, stream, revision, id, type, data, metadata) FROM STDIN';

/**
 * Fills a new log, as its owner, by one COPY: the preparation of a contest, never what is measured. Gives the log its identity first.
 * Answers how many events it holds then.
 */
export async function seed(database: BenchDatabase, events: Iterable<SeedEvent>): Promise<number> {
  await giveIdentity(database);
  const client = await connected(database.ownerUrl);
  const lines = new CopyLines();
  try {
    await pipeline(Readable.from(lines.of(events)), client.query(copyFrom(COPY)));
    await client.query('ANALYZE log.events');
  } finally {
    await client.end();
  }
  return lines.position;
}

/** Whoever follows a log asks first which one it is. */
export async function giveIdentity({ appUrl }: BenchDatabase): Promise<void> {
  const store = PostgresEventStore.open({ url: appUrl });
  await ensureLogIdentity(store, new SystemClock()).finally(() => store.close());
}

/** `count` events of the simple kind in streams of 400, the units' appends interleaved. */
export function* scoredHistory(count: number, unitsAbreast = 50): Generator<SeedEvent> {
  for (let made = 0, year = 2000; made < count; year += 1) {
    for (let number = 0; number < 400 && made < count; number += 1) {
      for (let unit = 0; unit < unitsAbreast && made < count; unit += 1, made += 1) {
        const name = `${year}.u${unit}`;
        yield { stream: `bench-${name}`, type: scored.type, data: scoredData(name, number) };
      }
    }
  }
}

/** The events as lines of COPY, some hundred at a time, with consecutive positions and revisions. */
class CopyLines {
  /** The log's first event is its identity. */
  position = 1;
  private readonly revisions = new Map<string, number>();
  private readonly metadata = JSON.stringify(metadataOf());

  *of(events: Iterable<SeedEvent>): Generator<string> {
    let lines: string[] = [];
    for (const event of events) {
      lines.push(this.line(event));
      if (lines.length < 500) continue;
      yield lines.join('');
      lines = [];
    }
    if (lines.length > 0) yield lines.join('');
  }

  private line({ stream, type, data }: SeedEvent): string {
    this.position += 1;
    const revision = (this.revisions.get(stream) ?? -1) + 1;
    this.revisions.set(stream, revision);
    const json = JSON.stringify(data).replaceAll('\\', '\\\\');
    return `${this.position}\t${stream}\t${revision}\t${randomUUID()}\t${type}\t${json}\t${this.metadata}\n`;
  }
}
