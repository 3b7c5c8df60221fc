import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every function keeps what log.append promises, for the same reasons (see the migration that made it). */
export const SETTINGS = `
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off`;

/** Begins the body of every function that appends. Frozen, as the migrations are that use it. */
export const LOCKED = `
  IF current_setting('transaction_isolation') <> 'read committed' OR pg_current_xact_id_if_assigned() IS NOT NULL THEN
    RAISE EXCEPTION 'an append must be a transaction of its own, in READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  PERFORM pg_advisory_xact_lock(7215000);`;

/** One event where the stream is at the expected revision: gives its position, or NULL, having written nothing; log.append then says why. */
const APPEND_ONE = `
CREATE FUNCTION log.append_one(p_stream text, p_expected bigint, p_id uuid, p_type text, p_data json, p_metadata json)
RETURNS bigint ${SETTINGS}
AS $append$
DECLARE
  v_current bigint;
  v_last bigint;
BEGIN ${LOCKED}
  SELECT e.revision INTO v_current FROM log.events e WHERE e.stream = p_stream ORDER BY e.revision DESC LIMIT 1;
  IF coalesce(v_current, -1) <> p_expected THEN
    RETURN NULL;
  END IF;
  SELECT e.position INTO v_last FROM log.events e ORDER BY e.position DESC LIMIT 1;
  v_last := coalesce(v_last, 0) + 1;
  INSERT INTO log.events (position, stream, revision, id, type, data, metadata)
    VALUES (v_last, p_stream, p_expected + 1, p_id, p_type, p_data, p_metadata);
  PERFORM pg_notify('log_appended', '');
  RETURN v_last;
END
$append$`;

/**
 * Many appends, to a stream each: one lock, one commit, one notification. Each is accepted, refused or recognised on its own, and has one
 * row of the answer, in the order given. The events of all of them stand behind one another; sizes say how many belong to each.
 */
const APPEND_MANY = `
CREATE FUNCTION log.append_many(
  p_streams text[], p_expected bigint[], p_sizes bigint[], p_ids uuid[], p_types text[], p_data json[], p_metadata json[]
) RETURNS TABLE (accepted boolean, at_revision bigint, at_position bigint) ${SETTINGS}
SET plan_cache_mode = force_generic_plan -- Planning for the arrays at hand would cost more than it gains, at every call.
AS $append$
DECLARE
  v_current bigint[];
  v_streams text[] := p_streams;
  v_before bigint[] := p_expected;
  v_now bigint[];
  v_parts bigint[];
  v_events bigint;
  v_smallest bigint;
  v_last bigint;
BEGIN ${LOCKED}
  SELECT array_agg(coalesce((SELECT e.revision FROM log.events e WHERE e.stream = a.stream ORDER BY e.revision DESC LIMIT 1), -1) ORDER BY a.n),
      sum(a.size), min(coalesce(a.size, 0)), coalesce((SELECT e.position FROM log.events e ORDER BY e.position DESC LIMIT 1), 0)
    INTO v_current, v_events, v_smallest, v_last
    FROM unnest(p_streams, p_sizes) WITH ORDINALITY AS a (stream, size, n);
  IF (cardinality(p_streams), cardinality(p_expected), v_events, v_smallest >= 1)
    IS DISTINCT FROM (cardinality(p_sizes), cardinality(p_sizes), cardinality(p_ids)::bigint, true) THEN
    RAISE EXCEPTION 'every append has a stream, an expected revision and as many events as its size says' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  v_now := v_current;
  IF v_events > cardinality(p_streams) THEN -- Some have several events: what belongs to an append, once per event.
    SELECT array_agg(a.stream ORDER BY a.n, part), array_agg(a.expected ORDER BY a.n, part), array_agg(a.current ORDER BY a.n, part),
        array_agg(part ORDER BY a.n, part)
      INTO v_streams, v_before, v_now, v_parts
      FROM unnest(p_streams, p_expected, p_sizes, v_current) WITH ORDINALITY AS a (stream, expected, size, current, n),
        generate_series(1, a.size) AS part;
  END IF;
  INSERT INTO log.events (position, stream, revision, id, type, data, metadata)
    SELECT v_last + row_number() OVER (ORDER BY n.number), n.stream, n.before + coalesce(n.part, 1), n.id, n.type, n.data, n.metadata
      FROM unnest(v_streams, v_before, v_now, v_parts, p_ids, p_types, p_data, p_metadata)
        WITH ORDINALITY AS n (stream, before, now, part, id, type, data, metadata, number)
      WHERE n.now = n.before;
  IF FOUND THEN
    PERFORM pg_notify('log_appended', '');
  END IF;
  IF v_current = p_expected THEN -- All were accepted, as nearly always.
    RETURN QUERY SELECT true, a.expected + a.size, v_last + (sum(a.size) OVER (ORDER BY a.n))::bigint
      FROM unnest(p_expected, p_sizes) WITH ORDINALITY AS a (expected, size, n) ORDER BY a.n;
    RETURN;
  END IF;
  RETURN QUERY
    SELECT a.due OR coalesce(r.found = a.size, false),
        CASE WHEN a.due OR r.found = a.size THEN a.expected + a.size ELSE a.current END,
        CASE WHEN a.due THEN v_last + (sum(a.size) FILTER (WHERE a.due) OVER (ORDER BY a.n))::bigint WHEN r.found = a.size THEN r.last END
      FROM (
        SELECT u.*, u.current = u.expected AS due, (sum(u.size) OVER (ORDER BY u.n) - u.size)::int AS before
          FROM unnest(p_streams, p_expected, p_sizes, v_current) WITH ORDINALITY AS u (stream, expected, size, current, n)
      ) AS a
      LEFT JOIN LATERAL (
        SELECT count(*) AS found, max(e.position) AS last
          FROM unnest(p_ids[a.before + 1 : a.before + a.size]) WITH ORDINALITY AS i (id, part)
          JOIN log.events e ON e.stream = a.stream AND e.revision = a.expected + i.part AND e.id = i.id
      ) AS r ON NOT a.due
      ORDER BY a.n;
END
$append$`;

const SIGNATURES = [
  'log.append_one(text, bigint, uuid, text, json, json)',
  'log.append_many(text[], bigint[], bigint[], uuid[], text[], json[], json[])',
];

/** Appends that wait for the log go into it in one call; one event alone has a statement as cheap as can be. */
export class GroupAppends1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPEND_ONE);
    await runner.query(APPEND_MANY);
    for (const signature of SIGNATURES) {
      await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
      await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO par_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of SIGNATURES) await runner.query(`DROP FUNCTION ${signature}`);
  }
}
