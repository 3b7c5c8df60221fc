import { EventRegistry, logEvents, PostgresEventStore } from '@app/event-store';
import { appDataSource } from '@app/postgres';
import { Rebuild } from '@app/read-store';
import { toyProjection, toySchemas } from '@app/testing';
import { Logger } from '@nestjs/common';
import { die, optionsOf, say } from './line';

Logger.overrideLogger(false);

interface Options {
  readonly url: string;
  /** Dies at the n-th word of progress of this phase. */
  readonly dieAt?: { readonly phase: string; readonly nth: number };
  readonly pageSize?: number;
  readonly cacheWeight?: number;
}

/** Rebuilds the toy projection until it is done, or dies on the way; says at last how much memory it took, in MB. */
async function main({ url, dieAt, pageSize = 2000, cacheWeight = 32 * 1024 * 1024 }: Options): Promise<void> {
  const dataSource = await appDataSource(url, { name: 'rebuilder' }).initialize();
  const store = PostgresEventStore.open({ url });
  const registry = new EventRegistry([...logEvents, ...toySchemas]);
  say({ kind: 'ready' });
  let told = 0;
  const onProgress = ({ phase }: { phase: string }): void => {
    if (phase === dieAt?.phase && (told += 1) === dieAt.nth) die();
  };
  const parts = { dataSource, store, registry };
  await Rebuild.run(parts, toyProjection(), new AbortController().signal, onProgress, { pageSize, cacheWeight });
  say({ kind: 'done', peakMb: Math.round(process.resourceUsage().maxRSS / 1024) });
  await store.close();
  await dataSource.destroy();
}

void main(optionsOf<Options>());
