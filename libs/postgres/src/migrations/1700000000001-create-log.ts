import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log: one row per event; `position` is gapless from 1, so that count = max proves that nothing is missing. */
const TABLE = `
CREATE TABLE log.events (
  position bigint PRIMARY KEY CHECK (position >= 1),
  stream text COLLATE "C" NOT NULL,
  revision bigint NOT NULL CHECK (revision >= 0),
  id uuid NOT NULL UNIQUE,
  type text COLLATE "C" NOT NULL,
  data json NOT NULL,
  metadata json NOT NULL,
  UNIQUE (stream, revision)
)`;

/**
 * The only way in. Takes the log's lock before anything is read, so that each statement behind it sees what was committed until then:
 * hence READ COMMITTED, and never inside a longer transaction, whose lock would stop every writer. Expects revision -1 for "no
 * stream". An append whose ids already stand at their place is answered with its first result; the ids decide, not the data.
 */
const APPEND = `
CREATE FUNCTION log.append(
  p_stream text, p_expected bigint, p_ids uuid[], p_types text[], p_data text[], p_metadata text[]
) RETURNS TABLE (accepted boolean, at_revision bigint, at_position bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off -- A plan made while the log was empty must not scan it when it is full.
AS $append$
DECLARE
  v_count CONSTANT bigint := cardinality(p_ids);
  v_current bigint;
  v_last bigint;
  v_found bigint;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' OR pg_current_xact_id_if_assigned() IS NOT NULL THEN
    RAISE EXCEPTION 'log.append must be a transaction of its own, in READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  PERFORM pg_advisory_xact_lock(7215000);
  SELECT e.revision INTO v_current FROM log.events e WHERE e.stream = p_stream ORDER BY e.revision DESC LIMIT 1;
  v_current := coalesce(v_current, -1);
  IF v_current <> p_expected THEN
    SELECT count(*), max(e.position) INTO v_found, v_last
      FROM unnest(p_ids) WITH ORDINALITY AS n (id, part)
      JOIN log.events e ON e.stream = p_stream AND e.revision = p_expected + n.part AND e.id = n.id;
    IF v_found = v_count THEN
      RETURN QUERY SELECT true, p_expected + v_count, v_last;
    ELSE
      RETURN QUERY SELECT false, v_current, NULL::bigint;
    END IF;
    RETURN;
  END IF;
  SELECT e.position INTO v_last FROM log.events e ORDER BY e.position DESC LIMIT 1;
  v_last := coalesce(v_last, 0);
  INSERT INTO log.events (position, stream, revision, id, type, data, metadata)
    SELECT v_last + n.part, p_stream, p_expected + n.part, n.id, n.type, n.data::json, n.metadata::json
      FROM unnest(p_ids, p_types, p_data, p_metadata) WITH ORDINALITY AS n (id, type, data, metadata, part);
  PERFORM pg_notify('log_appended', '');
  RETURN QUERY SELECT true, p_expected + v_count, v_last + v_count;
END
$append$`;

/** Fires for everybody, the owner and replication included; only who drops the trigger gets past it. */
const REFUSAL = `
CREATE FUNCTION log.refuse_alteration() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $refuse$
BEGIN
  RAISE EXCEPTION 'log.events is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$refuse$`;

const ACCESS = [
  'REVOKE ALL ON FUNCTION log.append(text, bigint, uuid[], text[], text[], text[]) FROM PUBLIC',
  'REVOKE ALL ON FUNCTION log.refuse_alteration() FROM PUBLIC',
  'GRANT SELECT ON log.events TO par_app',
  'GRANT EXECUTE ON FUNCTION log.append(text, bigint, uuid[], text[], text[], text[]) TO par_app',
];

/** Schema and role come from the migration before. */
export class CreateLog1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(APPEND);
    await runner.query(REFUSAL);
    await runner.query(`CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.events
      FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_alteration()`);
    await runner.query('ALTER TABLE log.events ENABLE ALWAYS TRIGGER append_only');
    for (const statement of ACCESS) await runner.query(statement);
  }

  /** Only an empty log can be taken back. */
  async down(runner: QueryRunner): Promise<void> {
    const [row] = (await runner.query('SELECT EXISTS (SELECT FROM log.events) AS used')) as { used: boolean }[];
    if (row?.used) throw new Error('log.events holds events; a log is never dropped by a migration');
    await runner.query('DROP TABLE log.events');
    await runner.query('DROP FUNCTION log.append(text, bigint, uuid[], text[], text[], text[])');
    await runner.query('DROP FUNCTION log.refuse_alteration()');
  }
}
