import { type Generation, generationsWith } from '../generations';
import type { AnyProjection } from '../projection';
import type { Session } from '../session';

/** A generation with its tables as they were defined when it was made. */
export type Defined = Generation & { readonly tables: AnyProjection['tables'] };

/** What readers see; what they saw before; what is being rebuilt, at whatever stage; of that, what follows the log. */
export type Which = 'live' | 'retired' | 'rebuilding' | 'rebuilt';

const WHERE: Readonly<Record<Which, string>> = {
  live: `g.state = 'live'`,
  retired: `r.phase IS NULL AND g.state = 'retired'`,
  rebuilding: 'r.phase IS NOT NULL',
  rebuilt: `r.phase = 'following'`,
};

/** These generations of a projection, the last live one first. */
export async function definedGenerations(
  session: Session,
  { name, version, tables }: AnyProjection,
  which: Which,
): Promise<Defined[]> {
  const found = await session.query<Defined>(
    `${generationsWith('g.tables')} WHERE g.projection = $1 AND ${WHERE[which]}
     ORDER BY g.live_at DESC NULLS LAST, g.generation DESC`,
    [name],
  );
  // What is on record has lost the order in which tables and columns were named.
  return found.map((one) => (one.version === version ? { ...one, tables } : one));
}
