import { randomUUID } from 'node:crypto';
import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';
import { importEvents } from './import/import-events';
import { openPool } from './open-pool';
import { PostgresEventStore } from './postgres-event-store';

let database: TestDatabase;
let owner: Client;

/** Writes down at what level each transaction that appends is going to commit. */
const WITNESS = `
  CREATE TABLE public.commits (level text);
  CREATE FUNCTION public.witness() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO public.commits VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$;
  CREATE TRIGGER witness AFTER INSERT ON log.events FOR EACH STATEMENT EXECUTE FUNCTION public.witness()`;

beforeAll(async () => {
  database = await testDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(WITNESS);
});
beforeEach(() => owner.query('TRUNCATE public.commits'));
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** The address of a login that is set to commit at this level. */
function at(level: string, url: string): string {
  const address = new URL(url);
  const options = [address.searchParams.get('options'), `-c synchronous_commit=${level}`];
  address.searchParams.set('options', options.filter(Boolean).join(' '));
  return address.toString();
}

async function levels(): Promise<string[]> {
  const { rows } = await owner.query<{ level: string }>('SELECT DISTINCT level FROM public.commits');
  return rows.map(({ level }) => level);
}

describe.each([
  ['off', 'on'],
  ['local', 'local'],
  ['on', 'on'],
  ['remote_apply', 'remote_apply'],
])('for a login that commits at level %s', (login, level) => {
  it(`whatever is appended is committed at level ${level}`, async () => {
    const store = PostgresEventStore.open({ url: at(login, database.appUrl) });
    const appends = [1, 1, 3].map((count) => store.append(newStream(), 'no-stream', newEvents(count)));
    await Promise.all(appends);
    await store.append(newStream(), 'no-stream', newEvents(1));
    await store.close();
    expect(await levels()).toEqual([level]);
  });

  it(`whatever is imported is committed at level ${level}`, async () => {
    const one = { stream: newStream(), expected: 'no-stream', events: newEvents(2) } as const;
    await importEvents({ url: at(login, database.ownerUrl) }, only(one));
    expect(await levels()).toEqual([level]);
  });
});

it('plans what it asks once, whatever options the address carries', async () => {
  const pool = openPool({ url: database.appUrl });
  expect((await pool.query('SHOW plan_cache_mode')).rows).toEqual([{ plan_cache_mode: 'force_generic_plan' }]);
  await pool.end();
});

const newStream = (): string => `durable-${randomUUID().replaceAll('-', '')}`;

async function* only<Value>(value: Value): AsyncGenerator<Value> {
  yield await Promise.resolve(value);
}
