import { EventStoreDBClient } from '@eventstore/db-client';
import { InvalidConnectionString } from './errors';

/** KurrentDB speaks the same protocol under other names. */
const OTHER_NAMES = /^(?:kurrentdb|kurrent|kdb)(?=\+discover:|:)/i;
const ADDRESS = /^esdb(\+discover)?:\/\/(?:[^@]*@)?([^@/?]+)(?:[/?]|$)/i;

/** A client for `esdb://…`, `esdb+discover://…` or the same as `kurrentdb…`. Connects at its first call. */
export function newClient(connectionString: string): EventStoreDBClient {
  const address = rewritten(connectionString);
  const hosts = hostsOf(address);
  // On a lost race the client would report a wrong revision instead of an error.
  if (/[?&]throwOnAppendFailure=false/i.test(address)) {
    throw new InvalidConnectionString(`Địa chỉ EventStoreDB ${hosts} không được đặt throwOnAppendFailure=false.`);
  }
  try {
    return EventStoreDBClient.connectionString(address);
  } catch (error) {
    // The client's own message may quote the password.
    throw new InvalidConnectionString(`Địa chỉ EventStoreDB ${hosts} có tham số không hợp lệ.`, {
      cause: error instanceof Error ? error.name : undefined,
    });
  }
}

/** The hosts an address names, without credentials or options: what may be printed. Throws InvalidConnectionString. */
export function hostsOf(connectionString: string): string {
  const hosts = ADDRESS.exec(rewritten(connectionString))?.[2];
  if (hosts) return hosts;
  throw new InvalidConnectionString(
    'Địa chỉ EventStoreDB phải có dạng esdb://máy:2113 hoặc esdb+discover://máy:2113 (hay kurrentdb://…).',
  );
}

function rewritten(connectionString: string): string {
  return connectionString.trim().replace(OTHER_NAMES, 'esdb');
}
