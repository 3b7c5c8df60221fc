import { Client } from 'pg';

/**
 * Makes every append dawdle between taking its positions and committing (up to `maxMs`, mostly much less), and every tenth fail
 * there and be rolled back: a trigger of the test, inside the append's own transaction.
 */
export async function slowLog(ownerUrl: string, maxMs: number): Promise<void> {
  await asOwner(
    ownerUrl,
    dawdling(
      `PERFORM pg_sleep(power(random(), 4) * ${maxMs / 1000});
       IF random() < 0.1 THEN
         RAISE EXCEPTION 'rolled back by the test' USING ERRCODE = 'serialization_failure';
       END IF;`,
    ),
  );
}

/** Makes every append wait for a moment between taking its positions and committing, so that rivals overlap; nothing fails. */
export async function dawdlingLog(ownerUrl: string, ms: number): Promise<void> {
  await asOwner(ownerUrl, dawdling(`PERFORM pg_sleep(${ms / 1000});`));
}

function dawdling(statements: string): string {
  return `CREATE FUNCTION public.dawdle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $dawdle$
    BEGIN ${statements} RETURN NULL; END $dawdle$;
    CREATE TRIGGER dawdle AFTER INSERT ON log.events FOR EACH STATEMENT EXECUTE FUNCTION public.dawdle()`;
}

/** Runs statements on a connection of the database's owner. */
export async function asOwner(ownerUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
