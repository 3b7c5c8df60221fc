import { eventStoreContract, testDatabase } from '@app/testing';
import { Client } from 'pg';
import { PostgresEventStore } from './postgres-event-store';

/** Statements that the application's own role must be refused. `$1` is a stream of the log. */
const ALTERATIONS: readonly (readonly [what: string, sql: string])[] = [
  ['updating data', `UPDATE log.events SET data = '{}' WHERE stream = $1`],
  ['updating metadata', `UPDATE log.events SET metadata = '{}' WHERE stream = $1`],
  ['deleting', 'DELETE FROM log.events WHERE stream = $1'],
  [
    'inserting directly',
    `INSERT INTO log.events SELECT position + 1000000000, $1, 99, gen_random_uuid(), type, data, metadata FROM log.events LIMIT 1`,
  ],
];

eventStoreContract('The log in PostgreSQL', async () => {
  const database = await testDatabase();
  const opened = [PostgresEventStore.open({ url: database.appUrl })];
  const [store] = opened as [PostgresEventStore];
  return {
    store,
    open: () => {
      const other = PostgresEventStore.open({ url: database.appUrl, max: 4 });
      opened.push(other);
      return Promise.resolve(other);
    },
    alterations: ALTERATIONS.map(([what, sql]) => ({
      what,
      attempt: (stream: string) => asApplication(database.appUrl, sql, [stream]),
    })),
    tearDown: async () => {
      await Promise.all(opened.map((each) => each.close()));
      await database.drop();
    },
  };
});

async function asApplication(connectionString: string, sql: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString, options: '-c role=par_app' });
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}
