import { testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';

let database: TestDatabase;
let application: Client;
let owner: Client;

beforeAll(async () => {
  database = await testDatabase();
  application = new Client({ connectionString: database.appUrl });
  owner = new Client({ connectionString: database.ownerUrl });
  await Promise.all([application.connect(), owner.connect()]);
  await append();
});
afterAll(async () => {
  await Promise.all([application.end(), owner.end()]);
  await database.drop();
});

const append = (): Promise<unknown> =>
  application.query(`SELECT * FROM log.append('access-s1', -1, ARRAY['6f9619ff-8b86-4011-b42d-00c04fc964ff']::uuid[],
    ARRAY['Noted'], ARRAY['{"n":1}'], ARRAY['{}'])`);

const DENIED = '42501';

/** Statements that must leave the log as it is, and the SQLSTATE of the refusal. */
const FORBIDDEN: readonly (readonly [what: string, sql: string])[] = [
  ['insert an event', `INSERT INTO log.events VALUES (2, 'access-s1', 1, gen_random_uuid(), 'Forged', '{}', '{}')`],
  ['update an event', `UPDATE log.events SET data = '{"n":2}'`],
  ['update no event at all', `UPDATE log.events SET data = '{"n":2}' WHERE false`],
  ['delete an event', 'DELETE FROM log.events'],
  ['truncate the log', 'TRUNCATE log.events'],
  ['copy into the log', `COPY log.events FROM STDIN`],
  ['lock the log against others', 'DO $$ BEGIN LOCK TABLE log.events IN ACCESS EXCLUSIVE MODE; END $$'],
];

const OWNERS_WORK: readonly (readonly [what: string, sql: string])[] = [
  ['drop the table', 'DROP TABLE log.events'],
  ['change the table', 'ALTER TABLE log.events DROP COLUMN metadata'],
  ['switch the trigger off', 'ALTER TABLE log.events DISABLE TRIGGER append_only'],
  ['drop the trigger', 'DROP TRIGGER append_only ON log.events'],
  ['replace the function', `CREATE OR REPLACE FUNCTION log.refuse_alteration() RETURNS trigger LANGUAGE sql AS ''`],
  ['make something in the schema', 'CREATE TABLE log.other (n int)'],
  ['add a rule', 'CREATE RULE quiet AS ON INSERT TO log.events DO INSTEAD NOTHING'],
  ['act as the owner', 'SET ROLE par_owner'],
];

describe("the application's role", () => {
  it('can read and append', async () => {
    await append();
    const { rows } = await application.query<{ count: string }>('SELECT count(*) FROM log.events');
    expect(rows[0]?.count).toBe('1');
  });

  it.each([...FORBIDDEN, ...OWNERS_WORK])('cannot %s', async (_, sql) => {
    await expect(application.query(sql)).rejects.toMatchObject({ code: DENIED });
    await expectUntouched();
  });

  it('has no more rights when it leaves its role', async () => {
    await application.query('SET ROLE NONE');
    await expect(application.query('SELECT * FROM log.events')).rejects.toMatchObject({ code: DENIED });
    await expect(append()).rejects.toMatchObject({ code: DENIED });
    await application.query('SET ROLE par_app');
  });
});

describe("the log's owner", () => {
  it.each(FORBIDDEN.filter(([what]) => /update|delete|truncate/.test(what)))('cannot %s either', async (_, sql) => {
    const refused = owner.query(sql);
    await expect(refused).rejects.toMatchObject({ code: DENIED });
    await expect(refused).rejects.toThrow(/append-only/);
    await expectUntouched();
  });
});

async function expectUntouched(): Promise<void> {
  const { rows } = await owner.query('SELECT position, stream, revision, type, data FROM log.events');
  expect(rows).toEqual([{ position: '1', stream: 'access-s1', revision: '0', type: 'Noted', data: { n: 1 } }]);
}
