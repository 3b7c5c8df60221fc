import { appDataSource } from '@app/postgres';
import { logOf, pay, type TestDatabase, testDatabase, toyProjection } from '@app/testing';
import type { DataSource } from 'typeorm';
import { readCheckpoint } from './checkpoint';
import { createBookkeeping, ensureGeneration } from './generations';
import { onOneConnection } from './one-connection';
import { PostgresReadModels } from './postgres-read-models';
import { ReadYourWrites } from './read-your-writes';

/** As they were before generations could be divided. */
const BEFORE = `
  CREATE TABLE read_model.generation (
    projection text, generation integer, version integer NOT NULL, tables jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('building', 'live', 'retired')),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(), live_at timestamptz,
    PRIMARY KEY (projection, generation));
  CREATE TABLE read_model.checkpoint (
    projection text, generation integer, log_id text, position bigint, event_id text,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (projection, generation));
  CREATE TABLE read_model.heartbeat (
    projection text, generation integer, runner text NOT NULL, last_error text,
    beat_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (projection, generation));
  CREATE VIEW read_model.live_checkpoint AS
    SELECT g.projection, g.generation, g.version, c.log_id, c.position
    FROM read_model.generation g JOIN read_model.checkpoint c USING (projection, generation) WHERE g.state = 'live';
  INSERT INTO read_model.checkpoint VALUES ('toy', 1, 'the-log', 2, '00000000-0000-4000-8000-000000000002');
  INSERT INTO read_model.heartbeat VALUES ('toy', 1, 'a-host:1', NULL);`;

let database: TestDatabase;
let dataSource: DataSource;
beforeEach(async () => {
  database = await testDatabase();
  dataSource = await appDataSource(database.appUrl).initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('carries what was kept before over as part 0 of 1: nothing is built again', async () => {
  const projection = toyProjection();
  await dataSource.query(BEFORE);
  await dataSource.query(
    `INSERT INTO read_model.generation (projection, generation, version, tables, state) VALUES ('toy', 1, 1, $1, 'live')`,
    [JSON.stringify(projection.tables)],
  );
  await onOneConnection(dataSource, async (session) => {
    await createBookkeeping(session);
    await createBookkeeping(session);
    const generation = await ensureGeneration(session, projection, 4);
    expect(generation).toMatchObject({ generation: 1, state: 'live', parts: 1 });
    expect(await readCheckpoint(session, generation)).toMatchObject({ logId: 'the-log', position: 2n });
    await new PostgresReadModels(dataSource).beat(generation, 'a-host:2', null);
  });
  expect(await dataSource.query('SELECT part, runner FROM read_model.heartbeat')).toEqual([
    { part: 0, runner: 'a-host:2' },
  ]);
  // The former program starts once more, and the generation is divided: what readers ask has one row still.
  await dataSource.query(
    BEFORE.slice(BEFORE.indexOf('CREATE VIEW'), BEFORE.indexOf('INSERT')).replace('CREATE', 'CREATE OR REPLACE'),
  );
  await dataSource.query(
    `INSERT INTO read_model.checkpoint (projection, generation, part, position) VALUES ('toy', 1, 1, 2)`,
  );
  expect(await dataSource.query('SELECT position FROM read_model.current_checkpoint')).toEqual([{ position: '2' }]);
  await new ReadYourWrites(dataSource).waitFor('toy', (await (await logOf([pay('a1', 1)])).head()) ?? 0n, 0);
});
