import { Client } from 'pg';

/** What makes positions safe in the log's functions, and what the control has in its place. */
const SWAPPED: readonly (readonly [RegExp, (streams: string) => string])[] = [
  // Of each stream, in one order: revisions must stay what they are.
  [
    /pg_advisory_xact_lock\(7215000\)/g,
    (streams) =>
      `pg_advisory_xact_lock(own.key) FROM (SELECT DISTINCT hashtext(s) AS key FROM unnest(${streams}) AS s ORDER BY key) AS own`,
  ],
  // A block for each call, so that its events stand behind one another.
  [
    /SELECT e\.position( INTO v_last)? FROM log\.events e ORDER BY e\.position DESC LIMIT 1/g,
    () => `SELECT 1000 * nextval('public.drawn')$1`,
  ],
];

/**
 * The control: the log as a sequence would have it. Positions are drawn at insert and seen at commit, and who appends locks his streams
 * instead of the log; all else, the reader and its `position > last` too, is the log's own. In this log that question loses events.
 */
export async function naiveLog(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('CREATE SEQUENCE public.drawn');
    const { rows } = await client.query<{ name: string; definition: string; names: string[] }>(
      `SELECT p.proname AS name, pg_get_functiondef(p.oid) AS definition, p.proargnames AS names
       FROM pg_proc p WHERE p.pronamespace = 'log'::regnamespace AND p.proname LIKE 'append%'`,
    );
    for (const { name, definition, names } of rows) {
      const streams = names.includes('p_streams') ? 'p_streams' : 'ARRAY[p_stream]';
      const swapped = SWAPPED.reduce((text, [safe, naive]) => {
        const next = text.replace(safe, naive(streams));
        if (next === text) throw new Error(`log.${name} has no ${String(safe)}: the control would be no control`);
        return next;
      }, definition);
      await client.query(swapped);
    }
    if (rows.length === 0) throw new Error('There are no functions that append');
  } finally {
    await client.end();
  }
}
