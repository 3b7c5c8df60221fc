import { startEventStoreDbServer, testDatabase } from '@app/testing';
import type { EventStoreDbServer, TestDatabase } from '@app/testing';
import type { LogAddress } from '../programs/log';

export const adapters = ['postgres', 'eventstoredb'] as const;

/** A log of one's own over either adapter, with the database that read models live in. */
export interface TestLog {
  readonly address: LogAddress;
  readonly database: TestDatabase;
  /** Only over EventStoreDB. */
  readonly server: EventStoreDbServer | undefined;
  drop(): Promise<void>;
}

export async function testLog(adapter: LogAddress['adapter']): Promise<TestLog> {
  const database = await testDatabase();
  const { address, server } = await logBeside(database, adapter);
  const drop = async (): Promise<void> => {
    server?.stop();
    await database.drop();
  };
  return { address, database, server, drop };
}

/** The same where there is a database already: in it, or in a server to be stopped. */
export async function logBeside(
  { appUrl }: TestDatabase,
  adapter: LogAddress['adapter'],
): Promise<Pick<TestLog, 'address' | 'server'>> {
  const server = adapter === 'eventstoredb' ? await startEventStoreDbServer() : undefined;
  return { address: { adapter, url: server?.connectionString ?? appUrl }, server };
}
