import { DatabaseError } from 'pg';
import { InvalidAppend, StoreUnavailable } from '../errors';

/**
 * SQLSTATEs after which the same call may succeed: connection (08), rolled back for concurrency (40), no resources (53), lock not
 * available (55P03), operator intervention and timeouts (57), I/O errors (58), cut off while idle in a transaction (25P03).
 */
const PASSING = /^(08|40|53|57|58|55P03|25P03)/;

const UNIQUE_VIOLATION = '23505';

/** The server answered that this call cannot be carried out now (a lock, a conflict, no room): that says nothing of other calls. */
export class CallUnavailable extends StoreUnavailable {}

/** What an error of the driver or the server means for a caller of the port. */
export function storeError(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return unavailable(error);
  // It ends the connection, or lets nobody in.
  if (error.severity === 'FATAL' || error.severity === 'PANIC') return unavailable(error);
  if (PASSING.test(error.code ?? '')) return new CallUnavailable(reasonOf(error), { cause: error });
  if (error.code === UNIQUE_VIOLATION && error.constraint === 'events_id_key') {
    return new InvalidAppend('An event with the same id already stands elsewhere in the log', { cause: error });
  }
  return error;
}

/** Anything that is no answer of the server: refused, cut off, timed out, closed. */
function unavailable(error: unknown): StoreUnavailable {
  return new StoreUnavailable(`The log's PostgreSQL does not answer: ${reasonOf(error)}`, { cause: error });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
