import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LOCKED, SETTINGS } from './1700000000002-group-appends';

/**
 * One event to each of several streams, as commands that meet at the log nearly always are: gives the position of the first, the others
 * stand behind it in the order given. All or nothing: NULL, having written nothing, when one of the streams is not at its expected
 * revision; log.append_many then tells them apart. Arrays of unequal length leave NULLs, which no column takes.
 */
const APPEND_SINGLES = `
CREATE FUNCTION log.append_singles(
  p_streams text[], p_expected bigint[], p_ids uuid[], p_types text[], p_data json[], p_metadata json[]
) RETURNS bigint ${SETTINGS}
SET plan_cache_mode = force_generic_plan -- As in log.append_many.
AS $append$
DECLARE
  v_ready bigint;
  v_last bigint;
BEGIN ${LOCKED}
  SELECT count(*), coalesce((SELECT e.position FROM log.events e ORDER BY e.position DESC LIMIT 1), 0)
    INTO v_ready, v_last
    FROM unnest(p_streams, p_expected) AS a (stream, expected)
    WHERE a.expected = coalesce((SELECT e.revision FROM log.events e WHERE e.stream = a.stream ORDER BY e.revision DESC LIMIT 1), -1);
  IF v_ready = 0 OR v_ready <> cardinality(p_ids) THEN
    RETURN NULL;
  END IF;
  INSERT INTO log.events (position, stream, revision, id, type, data, metadata)
    SELECT v_last + n.number, n.stream, n.expected + 1, n.id, n.type, n.data, n.metadata
      FROM unnest(p_streams, p_expected, p_ids, p_types, p_data, p_metadata)
        WITH ORDINALITY AS n (stream, expected, id, type, data, metadata, number);
  PERFORM pg_notify('log_appended', '');
  RETURN v_last + 1;
END
$append$`;

const SIGNATURE = 'log.append_singles(text[], bigint[], uuid[], text[], json[], json[])';

/** Groups of single events need neither sizes nor an answer for each. */
export class AppendSingles1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPEND_SINGLES);
    await runner.query(`REVOKE ALL ON FUNCTION ${SIGNATURE} FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${SIGNATURE} TO par_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${SIGNATURE}`);
  }
}
