import type { Session } from './session';

const BEGIN = `SET statement_timeout = '30min'; SET idle_session_timeout = '10s'; SET idle_in_transaction_session_timeout = '10s'`;
const END = 'RESET statement_timeout; RESET idle_session_timeout; RESET idle_in_transaction_session_timeout';
const PULSE_MS = 2_000;

/**
 * Makes a session one for work that lasts: a statement may take minutes, and the server ends the session when nothing was heard of it
 * for 10 s, so that a process or a line that is gone keeps no lock from whoever takes the work up. `session` must be one connection.
 * Answers what makes it an ordinary one again.
 */
export async function forLastingWork(session: Session): Promise<() => Promise<void>> {
  await session.query(BEGIN);
  let pulse: Promise<unknown> | undefined;
  const beat = (): void => {
    if (session.busy?.()) return; // The server hears of it, and a statement more would wait in line.
    pulse ??= session
      .query('SELECT 1')
      .catch(() => undefined) // Whoever works on it meets the same trouble.
      .finally(() => (pulse = undefined));
  };
  const timer = setInterval(beat, PULSE_MS).unref();
  return async () => {
    clearInterval(timer);
    await pulse;
    await session.query(END).catch(() => undefined); // The connection is gone: nobody gets it again.
  };
}
