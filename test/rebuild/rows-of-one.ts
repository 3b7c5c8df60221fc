import type { Question } from '@app/read-store';

/** Which tables the rows come from, as PostgreSQL knows it, how many they are and what they add up to. */
export const rowsOfOne: Question = {
  projection: 'toy',
  version: 1,
  text: `SELECT tableoid::regclass::text AS "from", count(*)::int AS rows, sum(balance)::int AS sum FROM read_model.toy_account GROUP BY 1
    UNION ALL SELECT tableoid::regclass::text, count(*)::int, sum(balance)::int FROM read_model.toy_bank GROUP BY 1 ORDER BY 1`,
};

export type RowsOfOne = readonly { readonly from: string; readonly rows: number; readonly sum: number }[];
