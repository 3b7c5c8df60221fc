-- What domain.md §5 demands, written from its words for the truth table: relations in, flags out. Shares nothing with the program:
-- three-valued logic is SQL's own (NULL is "not published"), places are counted by window functions.
WITH placed AS (
  SELECT layout, unit, rank() OVER by_rank AS first_place, count(*) OVER by_rank AS last_place,
         count(*) OVER (PARTITION BY layout) AS listed
  FROM block_row
  WHERE state = 'ranked' AND rank IS NOT NULL
  WINDOW by_rank AS (PARTITION BY layout ORDER BY rank)
),
own AS (
  SELECT s.id, s.reading_a, s.reading_b, s.ruling, b.state, g.ord, b.rank, b.n, b.scheme, p.first_place, p.last_place, p.listed
  FROM scenario s
  JOIN block_row b ON b.layout = s.layout AND b.unit = 'x' AND b.state <> 'ended'
  LEFT JOIN grade g ON g.name = b.grade
  LEFT JOIN placed p ON p.layout = b.layout AND p.unit = b.unit
),
-- The year before counts only when it is the calendar year before, ranked, and not cut off by a lineage change without a ruling.
last_year AS (
  SELECT s.id, g.ord, h.rank, h.block, h.scheme, h.n
  FROM scenario s
  JOIN history h ON h.scenario = s.id AND h.year = 2023 AND h.state = 'ranked'
  LEFT JOIN grade g ON g.name = h.grade
  WHERE s.ruling = 'named' OR (s.ruling = 'none' AND s.lineage IS NULL)
),
moves AS (
  SELECT o.id,
         CASE WHEN l.block <> 'k' AND o.ruling <> 'named' THEN NULL
              WHEN l.scheme <> o.scheme THEN NULL
              ELSE o.rank > l.rank END AS fell,
         CASE WHEN b.block <> l.block OR b.scheme <> l.scheme THEN NULL ELSE l.rank > b.rank END AS fell_before,
         o.ord >= 3 AS low_now,
         l.ord >= 3 AS low_before,
         (l.n = o.n) IS NOT TRUE AS other_size
  FROM own o
  LEFT JOIN last_year l ON l.id = o.id
  LEFT JOIN history b ON b.scenario = o.id AND b.year = 2022
),
judged AS (
  SELECT o.*, m.fell, m.fell_before, m.other_size,
         m.low_now AND m.low_before AND m.fell AND (o.reading_a = 'this-year' OR m.fell_before) AS a,
         CASE o.reading_b WHEN 'or-lower' THEN o.ord >= 4 ELSE o.ord = 4 END AS b,
         o.ord <= 2 AS deserving,
         CASE WHEN o.rank IS NULL OR o.listed <> o.n THEN NULL ELSE o.n / 3 END AS quota,
         c.scenario IS NOT NULL AS pending
  FROM own o
  JOIN moves m USING (id)
  LEFT JOIN (SELECT DISTINCT scenario FROM open_case
             WHERE year IN (2023, 2024) AND kind IN ('complaint', 'score-objection', 'score-complaint')) c ON c.scenario = o.id
),
flags AS (
  SELECT id, 'reward-candidate' AS kind, NULL::boolean AS other, FALSE AS has_other FROM judged
   WHERE state = 'ranked' AND deserving AND last_place <= quota
  UNION
  SELECT id, 'beyond-quota', NULL, FALSE FROM judged WHERE state = 'ranked' AND deserving AND first_place > quota
  UNION
  SELECT id, 'needs-human-decision', NULL, FALSE FROM judged
   WHERE state = 'ranked' AND ((deserving AND first_place <= quota AND last_place > quota)
                               OR (scheme = 'ordinal' AND last_place > first_place))
  UNION
  SELECT id, 'discipline-a', CASE reading_a WHEN 'this-year' THEN fell AND fell_before ELSE fell END, TRUE FROM judged
   WHERE state = 'ranked' AND a
  UNION
  SELECT id, 'discipline-b', CASE reading_b WHEN 'or-lower' THEN ord = 4 ELSE ord >= 4 END, TRUE FROM judged
   WHERE state = 'ranked' AND b
  UNION
  SELECT id, 'insufficient-data', NULL, FALSE FROM judged
   WHERE state <> 'ranked' OR a IS NULL OR b IS NULL OR deserving IS NULL OR (deserving AND quota IS NULL)
)
SELECT s.id,
       coalesce(
         string_agg(
           concat_ws(':', f.kind, CASE WHEN j.pending THEN 'pending' ELSE 'settled' END,
                     CASE WHEN NOT f.has_other THEN NULL WHEN f.other THEN 'holds' WHEN f.other IS NULL THEN 'unknown' ELSE 'fails' END,
                     CASE WHEN f.kind = 'discipline-a' AND j.other_size THEN 'other-size' END),
           ' ' ORDER BY f.kind COLLATE "C") FILTER (WHERE f.kind IS NOT NULL),
         'nothing') AS flags
FROM scenario s
LEFT JOIN judged j ON j.id = s.id
-- Nothing is proposed about a unit that was not there on the last day of the year. ended_on is the first day without it.
LEFT JOIN flags f ON f.id = j.id AND (s.ended_on IS NULL OR s.ended_on > DATE '2024-12-31')
GROUP BY s.id
ORDER BY s.id
