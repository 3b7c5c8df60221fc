import type { ReadStoreOptions } from '@app/read-store';
import type { Config } from './config';

/** How a process keeps read models up by its configuration. */
export function readStoreOptionsOf({
  eventStoreUrl,
  projectionParts,
  logLevel,
}: Pick<Config, 'eventStoreUrl' | 'projectionParts' | 'logLevel'>): ReadStoreOptions {
  return {
    countablePositions: eventStoreUrl === undefined,
    ...(projectionParts !== undefined && { parts: projectionParts }),
    traces: logLevel === 'debug' || logLevel === 'info',
  };
}
