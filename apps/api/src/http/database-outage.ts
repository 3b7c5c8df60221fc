const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** PostgreSQL: class 08 (connection), 53 (resources), 57 (shutdown, starting up, a query that took too long). */
const sqlStates = /^(08|53|57)/;

/** True when PostgreSQL could not be reached or was going down: worth a retry, unlike a fault of ours. */
export function isDatabaseOutage(exception: unknown): boolean {
  if (!(exception instanceof Error)) return false;
  const { code, driverError, severity } = exception as Error &
    Readonly<Record<'code' | 'driverError' | 'severity', unknown>>;
  // PostgreSQL ends the connection, or does not let one in.
  if (severity === 'FATAL' || severity === 'PANIC') return true;
  if (typeof code === 'string' && (networkCodes.has(code) || sqlStates.test(code))) return true;
  if (/^Connection terminated|timeout exceeded when trying to connect/.test(exception.message)) return true;
  return driverError !== undefined && driverError !== exception && isDatabaseOutage(driverError);
}
