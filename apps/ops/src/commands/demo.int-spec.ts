import { ensureLogIdentity, PostgresEventStore } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { StartUpRefused } from '@app/platform';
import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { parProgram } from '../program';

describe('par demo on a database that holds other data', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  const before = process.env.DATABASE_URL;
  beforeAll(async () => {
    database = await testDatabase();
    process.env.DATABASE_URL = database.appUrl;
    store = PostgresEventStore.open({ url: database.appUrl });
    await ensureLogIdentity(store, new SystemClock());
    await store.append('counted-1', 'no-stream', newEvents(1));
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await store.close();
    await database.drop();
  });

  it('refuses and adds nothing', async () => {
    const head = await store.head();
    await expect(parProgram().parseAsync(['node', 'par', 'demo'])).rejects.toThrow(StartUpRefused);
    expect(await store.head()).toBe(head);
  });
});
