import type { EventStore } from '@app/event-store';
import { Client } from 'pg';
import { allEvents } from './ledger-of-payments';

/** The rows of both tables, and how far they are said to reach. */
export async function readModel(url: string): Promise<{ rows: unknown; position: bigint }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ rows: unknown; position: string | null }>(
    `SELECT (SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY key), '[]') FROM (
         SELECT account AS key, total, events FROM read_model.tally_account
         UNION ALL SELECT bank, total, events FROM read_model.tally_bank) r) AS rows,
       (SELECT position::text FROM read_model.checkpoint WHERE projection = 'tally') AS position`,
  );
  await client.end();
  return { rows: rows[0]?.rows, position: BigInt(rows[0]?.position ?? -1) };
}

/** The same by adding up the log with a pencil, up to a position. */
export async function addedUp(store: EventStore, upTo: bigint): Promise<unknown> {
  const sums = new Map<string, { total: number; events: number }>();
  for (const { type, stream, position, data } of await allEvents(store)) {
    if (type !== 'Paid' || position > upTo) continue;
    const { bank, amount } = data as { bank: string; amount: number };
    for (const key of [stream, bank]) {
      const { total, events } = sums.get(key) ?? { total: 0, events: 0 };
      sums.set(key, { total: total + amount, events: events + 1 });
    }
  }
  const keys = [...sums.keys()].sort();
  return keys.map((key) => ({ key, ...sums.get(key) }));
}
