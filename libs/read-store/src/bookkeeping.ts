import { SCHEMA } from './table-sql';

/** Databases from before generations had parts: what they hold is part 0 of 1. Looks first, for a change of a table waits for its users. */
const UNDIVIDED_BEFORE = `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = '${SCHEMA}.generation'::regclass AND attname = 'parts') THEN
      ALTER TABLE ${SCHEMA}.generation ADD COLUMN parts integer NOT NULL DEFAULT 1;
      ALTER TABLE ${SCHEMA}.checkpoint ADD COLUMN part integer NOT NULL DEFAULT 0, ADD COLUMN cut bigint,
        DROP CONSTRAINT checkpoint_pkey, ADD PRIMARY KEY (projection, generation, part);
      ALTER TABLE ${SCHEMA}.heartbeat ADD COLUMN part integer NOT NULL DEFAULT 0,
        DROP CONSTRAINT heartbeat_pkey, ADD PRIMARY KEY (projection, generation, part);
    END IF;
  END $$`;

/**
 * Generations of the same contents were found to hold the same rows at one position: what is known of one holds for the other. Not added with
 * its default, as that makes the table anew, and to older snapshots it would be empty.
 */
const CONTENTS = `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = '${SCHEMA}.generation'::regclass AND attname = 'contents') THEN
      ALTER TABLE ${SCHEMA}.generation ADD COLUMN contents uuid;
      UPDATE ${SCHEMA}.generation SET contents = gen_random_uuid();
      ALTER TABLE ${SCHEMA}.generation ALTER COLUMN contents SET DEFAULT gen_random_uuid(), ALTER COLUMN contents SET NOT NULL;
    END IF;
  END $$`;

/**
 * What read-store itself remembers, beside the derived tables: which generations exist, how far each came and in which log, who keeps it
 * going, which partitions stand still and which events wait for them, and how far a rebuild is. Created on start; only ever extended.
 */
export const BOOKKEEPING: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.generation (
    projection text, generation integer, version integer NOT NULL, tables jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('building', 'live', 'retired')),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(), live_at timestamptz, parts integer NOT NULL DEFAULT 1,
    PRIMARY KEY (projection, generation))`,
  // A number is given once: a process that hung while its generation was cancelled must not find another one under its name.
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.last_generation (projection text PRIMARY KEY, generation integer NOT NULL)`,
  CONTENTS,
  `CREATE UNIQUE INDEX IF NOT EXISTS generation_live ON ${SCHEMA}.generation (projection) WHERE state = 'live'`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.checkpoint (
    projection text, generation integer, part integer NOT NULL DEFAULT 0, log_id text, position bigint, event_id text, cut bigint,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (projection, generation, part))`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.heartbeat (
    projection text, generation integer, part integer NOT NULL DEFAULT 0, runner text NOT NULL, last_error text,
    beat_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (projection, generation, part))`,
  UNDIVIDED_BEFORE,
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
  `ALTER TABLE ${SCHEMA}.rebuild ADD COLUMN IF NOT EXISTS at_work_since timestamptz,
    ADD COLUMN IF NOT EXISTS settled_before bigint NOT NULL DEFAULT 0`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.rebuild_group (
    projection text, generation integer, name text COLLATE "C", PRIMARY KEY (projection, generation, name))`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.across_group (
    projection text, generation integer, part integer NOT NULL DEFAULT 0, name text COLLATE "C", error text,
    since timestamptz NOT NULL DEFAULT clock_timestamp(), PRIMARY KEY (projection, generation, part, name))`,
  `ALTER TABLE ${SCHEMA}.across_group ADD COLUMN IF NOT EXISTS again boolean NOT NULL DEFAULT false`,
  // Former programs replace live_checkpoint and live_quarantine by their own, which know no parts, whenever they start: not to be asked.
  `CREATE OR REPLACE VIEW ${SCHEMA}.current_checkpoint AS
    SELECT g.projection, g.generation, g.version, c.log_id, c.position
    FROM ${SCHEMA}.generation g CROSS JOIN LATERAL (
      SELECT log_id, position FROM ${SCHEMA}.checkpoint o WHERE o.projection = g.projection AND o.generation = g.generation
      ORDER BY position NULLS FIRST LIMIT 1) c
    WHERE g.state = 'live'`,
  `CREATE OR REPLACE VIEW ${SCHEMA}.current_quarantine AS
    SELECT q.projection, q.partition, q.event_id, q.error
    FROM ${SCHEMA}.quarantine q JOIN ${SCHEMA}.generation g USING (projection, generation) WHERE g.state = 'live'
    UNION ALL SELECT DISTINCT a.projection, a.name, NULL, a.error
    FROM ${SCHEMA}.across_group a JOIN ${SCHEMA}.generation g USING (projection, generation)
    WHERE g.state = 'live' AND a.error IS NOT NULL`,
  // Refuses what was asked of a generation that is not the one that readers see any more.
  `CREATE OR REPLACE FUNCTION ${SCHEMA}.assert_live(name text, wanted integer) RETURNS boolean LANGUAGE plpgsql STABLE AS $assert$
    BEGIN
      IF EXISTS (SELECT FROM ${SCHEMA}.generation WHERE projection = name AND generation = wanted AND state = 'live') THEN
        RETURN true;
      END IF;
      RAISE EXCEPTION 'generation % of % is not live', wanted, name USING ERRCODE = 'PL001';
    END $assert$`,
];
