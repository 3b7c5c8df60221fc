CREATE TEMP TABLE grade (name text PRIMARY KEY, ord integer NOT NULL);
INSERT INTO grade VALUES ('excellent', 1), ('good', 2), ('fair', 3), ('average', 4), ('weak', 5);

CREATE TEMP TABLE scenario (id integer PRIMARY KEY, layout text, reading_a text, reading_b text, lineage text, ruling text, ended_on date);
-- Results of 2024 in block k; the unit judged is x.
CREATE TEMP TABLE block_row (layout text, unit text, grade text, rank integer, n integer, state text, scheme text);
-- Results of earlier years of x, or of the predecessor that a ruling names.
CREATE TEMP TABLE history (scenario integer, year integer, block text, grade text, rank integer, n integer, state text, scheme text);
CREATE TEMP TABLE open_case (scenario integer, year integer, kind text);
