import { onRecord, type Question } from '@app/read-store';
import { fileRegisterVersion } from '../projections/file-register.tables';

/** SQL: whether a row was known at the moment asked about. */
const known = (row: string) => onRecord(`${row}.position`, `${row}.recorded_at`, 2);

/** The last standing of a file that was known at the moment; null: none. At present all the others are not even read. */
const STANDING = `CASE WHEN $2::bigint IS NULL AND $3::text IS NULL THEN f.standing ELSE (
      SELECT e.said FROM jsonb_array_elements(f.standings) WITH ORDINALITY e (said, place)
      WHERE ${onRecord("(e.said->>'position')::bigint", "e.said->>'recordedAt'", 2)} ORDER BY e.place DESC LIMIT 1) END`;

/** Official results stand above provisional ones; of the same the last. */
const RESULTS = `(SELECT s.status FROM read_model.file_register_results s
      WHERE s.year = f.year AND s.block_id = f.block_id AND ${known('s')} ORDER BY s.status = 'official' DESC, s.position DESC LIMIT 1)`;

const NAME = `(SELECT v.name, v.searched, v.sort_key FROM read_model.file_register_name v
      WHERE v.unit_id = f.unit_id AND ${known('v')} ORDER BY v.position DESC LIMIT 1)`;

/** What was said last of the unit's end. */
const END = `(SELECT e.ended_on, e.ended_at, e.position FROM read_model.file_register_ending e
      WHERE e.unit_id = f.unit_id AND ${known('e')} ORDER BY e.position DESC LIMIT 1)`;

const HALTED = `EXISTS (SELECT FROM read_model.current_quarantine q
      WHERE q.projection = 'file_register' AND q.partition = 'assessment-' || f.year || '.' || f.unit_id)`;

/** What a file waits for now: of what its own stream knows what has begun and is not over (`waitsAt`); and the unit's objections that are open. */
const WAITS = `(SELECT coalesce(jsonb_agg(w.wait ORDER BY w.turn, w.place), '[]') FROM (
      SELECT jsonb_build_object('by', e.wait->0, 'what', e.wait->1, 'field', e.wait->2, 'leadAgency', e.wait->3,
        'component', e.wait->4, 'id', e.wait->5, 'until', e.wait->6) AS wait, 1 AS turn, e.place
      FROM jsonb_array_elements(t.said->'turns') WITH ORDINALITY e (wait, place)
      WHERE t.results <> 'official' AND t.state <> 'ended'
        AND coalesce(e.wait->>7 <= $4::text, true) AND coalesce(e.wait->>6 > $4::text, true)
      UNION ALL
      SELECT jsonb_build_object('by', 'case-handler', 'what', 'objection', 'field', NULL, 'leadAgency', NULL,
        'component', o.component, 'id', o.case_id,
        'until', CASE WHEN o.answered_position IS NOT NULL AND ${onRecord('o.answered_position', 'o.answered_at', 2)} THEN NULL ELSE o.answer_by END),
        2, o.position
      FROM read_model.file_register_objection o
      WHERE o.unit_id = t.unit_id AND o.year = t.year AND ${known('o')}
        AND NOT (o.closed_position IS NOT NULL AND ${onRecord('o.closed_position', 'o.closed_at', 2)})) w)`;

/**
 * One statement, one snapshot, one row. Parameters: year; the moment (position, instant); now, and its day; the blocks that are shown; block;
 * part of a name; state; who, field and lead agency that is waited for; the unit behind which the page begins; how many.
 */
export const FILES: Question = {
  projection: 'file_register',
  version: fileRegisterVersion,
  text: `
  WITH there AS (
    SELECT f.unit_id, f.year, f.block_id, s.said, n.name, coalesce(n.sort_key, '') AS sort_key, b.name AS block_name,
      CASE WHEN e.ended THEN 'ended' ELSE s.said->>'state' END AS state,
      CASE WHEN e.ended THEN jsonb_build_object('position', d.position::text, 'at', d.ended_at) ELSE s.said->'since' END AS since,
      coalesce(${RESULTS}, 'open') AS results, ${HALTED} AS halted
    FROM read_model.file_register_file f
    CROSS JOIN LATERAL (SELECT ${STANDING} AS said) s
    LEFT JOIN LATERAL ${NAME} n ON true
    LEFT JOIN LATERAL ${END} d ON true
    CROSS JOIN LATERAL (SELECT d.ended_on <= least($5::text, f.year || '-12-31') AS ended) e
    LEFT JOIN read_model.file_register_block b ON b.block_id = f.block_id AND ${known('b')}
    WHERE f.year = $1::integer AND s.said IS NOT NULL AND ($6::text[] IS NULL OR f.block_id = ANY($6::text[])) AND ($7::text IS NULL OR f.block_id = $7)
      AND position($8::text IN coalesce(n.searched, '')) > 0),
  wanted AS (
    SELECT t.*, w.waits FROM there t CROSS JOIN LATERAL (SELECT ${WAITS} AS waits) w
    WHERE ($9::text IS NULL OR t.state = $9)
      AND (($10::text IS NULL AND $11::text IS NULL AND $12::text[] IS NULL) OR EXISTS (
        SELECT FROM jsonb_array_elements(w.waits) e (wait)
        WHERE ($10::text IS NULL OR e.wait->>'by' = $10) AND ($11::text IS NULL OR e.wait->>'field' = $11)
          AND ($12::text[] IS NULL OR e.wait->>'leadAgency' = ANY($12::text[])))))
  SELECT (SELECT count(*)::integer FROM wanted) AS total,
    (SELECT coalesce(json_agg(json_build_object('state', c.state, 'files', c.files) ORDER BY c.state COLLATE "C"), '[]')
     FROM (SELECT state, count(*)::integer AS files FROM there GROUP BY state) c) AS "byState",
    (SELECT coalesce(json_agg(json_build_object(
        'unitId', p.unit_id, 'unitName', p.name, 'year', p.year, 'blockId', p.block_id, 'blockName', p.block_name,
        'state', p.state, 'results', p.results, 'submitBy', p.said->'submitBy', 'appraiseBy', p.said->'appraiseBy',
        'since', p.since, 'waits', p.waits, 'halted', p.halted)
      ORDER BY p.sort_key COLLATE "C", p.unit_id COLLATE "C"), '[]')
     FROM (SELECT * FROM wanted
       WHERE $13::text IS NULL OR (sort_key COLLATE "C", unit_id COLLATE "C")
         > (SELECT t.sort_key COLLATE "C", t.unit_id COLLATE "C" FROM there t WHERE t.unit_id = $13)
       ORDER BY sort_key COLLATE "C", unit_id COLLATE "C" LIMIT $14::integer) p) AS files,
    ($7::text IS NULL OR EXISTS (SELECT FROM read_model.file_register_block b WHERE b.block_id = $7 AND ${known('b')})) AS "blockKnown",
    (SELECT position::text FROM read_model.current_checkpoint WHERE projection = 'file_register') AS "asOf"`,
};
