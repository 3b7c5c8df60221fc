import { Pool } from 'pg';

/** The control: a position drawn from a sequence, and a reader that asks for what is behind the last one it saw. */
export interface Control {
  readonly committed: number;
  readonly seen: number;
}

/** Of each writer at the least, however slow the machine. */
const TRANSACTIONS = 15;

/** The same race with 16 writers for some ms: one event a transaction, a delay within it, every tenth rolled back. */
export async function naiveControl(ownerUrl: string, ms: number): Promise<Control> {
  const pool = new Pool({ connectionString: ownerUrl, max: 17 });
  pool.on('error', () => undefined); // The database goes while the last connections still close.
  try {
    await pool.query('DROP TABLE IF EXISTS public.naive; CREATE TABLE public.naive (position bigserial PRIMARY KEY)');
    const race = { writing: true };
    const reading = read(pool, () => race.writing);
    const end = Date.now() + ms;
    await Promise.all(Array.from({ length: 16 }, () => write(pool, end)));
    race.writing = false;
    const { rows } = await pool.query<{ committed: number }>('SELECT count(*)::int AS committed FROM public.naive');
    return { committed: rows[0]?.committed ?? 0, seen: await reading };
  } finally {
    await pool.end();
  }
}

async function write(pool: Pool, end: number): Promise<void> {
  for (let count = 0; count < TRANSACTIONS || Date.now() < end; count += 1) {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO public.naive DEFAULT VALUES');
    await client.query('SELECT pg_sleep(random() * 0.02)');
    await client.query(Math.random() < 0.1 ? 'ROLLBACK' : 'COMMIT');
    client.release();
  }
}

async function read(pool: Pool, writing: () => boolean): Promise<number> {
  let [last, seen] = ['0', 0];
  for (;;) {
    const wasWriting = writing();
    const sql = 'SELECT position FROM public.naive WHERE position > $1 ORDER BY position';
    const { rows } = await pool.query<{ position: string }>(sql, [last]);
    seen += rows.length;
    last = rows.at(-1)?.position ?? last;
    if (!wasWriting) return seen;
  }
}
