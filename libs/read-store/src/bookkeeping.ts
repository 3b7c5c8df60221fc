import { SCHEMA } from './table-sql';

/**
 * What read-store itself remembers, beside the derived tables: which generations exist, how far each came and in which log, who keeps it
 * going, which partitions stand still and which events wait for them, and how far a rebuild is. Created on start; only ever extended.
 */
export const BOOKKEEPING: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.generation (
    projection text, generation integer, version integer NOT NULL, tables jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('building', 'live', 'retired')),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(), live_at timestamptz,
    PRIMARY KEY (projection, generation))`,
  `CREATE UNIQUE INDEX IF NOT EXISTS generation_live ON ${SCHEMA}.generation (projection) WHERE state = 'live'`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.checkpoint (
    projection text, generation integer, log_id text, position bigint, event_id text,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (projection, generation))`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.heartbeat (
    projection text, generation integer, runner text NOT NULL, last_error text,
    beat_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (projection, generation))`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.quarantine (
    projection text, generation integer, partition text, position bigint NOT NULL, event_id text NOT NULL,
    event_type text NOT NULL, stream text NOT NULL, stage text NOT NULL, groups jsonb NOT NULL, error text NOT NULL,
    since timestamptz NOT NULL DEFAULT clock_timestamp(), attempts integer NOT NULL,
    PRIMARY KEY (projection, generation, partition))`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.parked_event (
    projection text, generation integer, position bigint, partition text NOT NULL, event_id text NOT NULL,
    event_type text NOT NULL, stream text NOT NULL,
    PRIMARY KEY (projection, generation, position))`,
  `CREATE INDEX IF NOT EXISTS parked_event_partition ON ${SCHEMA}.parked_event (projection, generation, partition, position)`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.rebuild (
    projection text, generation integer, phase text NOT NULL CHECK (phase IN ('loading', 'settling', 'following')),
    target bigint, position bigint, groups bigint, settled bigint NOT NULL DEFAULT 0, settled_to text, careful text, runner text,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(), updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (projection))`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.rebuild_group (
    projection text, generation integer, name text COLLATE "C", PRIMARY KEY (projection, generation, name))`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.across_group (
    projection text, generation integer, name text COLLATE "C", PRIMARY KEY (projection, generation, name))`,
  `CREATE OR REPLACE VIEW ${SCHEMA}.live_checkpoint AS
    SELECT g.projection, g.generation, g.version, c.log_id, c.position
    FROM ${SCHEMA}.generation g JOIN ${SCHEMA}.checkpoint c USING (projection, generation) WHERE g.state = 'live'`,
  `CREATE OR REPLACE VIEW ${SCHEMA}.live_quarantine AS
    SELECT q.projection, q.partition, q.event_id, q.error
    FROM ${SCHEMA}.quarantine q JOIN ${SCHEMA}.generation g USING (projection, generation) WHERE g.state = 'live'`,
  // Refuses what was asked of a generation that is not the one that readers see any more.
  `CREATE OR REPLACE FUNCTION ${SCHEMA}.assert_live(name text, wanted integer) RETURNS boolean LANGUAGE plpgsql STABLE AS $assert$
    BEGIN
      IF EXISTS (SELECT FROM ${SCHEMA}.generation WHERE projection = name AND generation = wanted AND state = 'live') THEN
        RETURN true;
      END IF;
      RAISE EXCEPTION 'generation % of % is not live', wanted, name USING ERRCODE = 'PL001';
    END $assert$`,
];
