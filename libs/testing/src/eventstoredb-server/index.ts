export type { ServerVersion } from './behaviour';
export { EventStoreDbServer, type EventStoreDbServerOptions } from './eventstoredb-server';
export { MemoryLog } from './memory-log';
