import type { Session } from './session';

const begin = (seconds: number) =>
  `SET statement_timeout = '30min'; SET idle_session_timeout = '${seconds}s'; SET idle_in_transaction_session_timeout = '${seconds}s'`;
const END = 'RESET statement_timeout; RESET idle_session_timeout; RESET idle_in_transaction_session_timeout';
const PULSE_MS = 2_000;

/**
 * Makes a session one for work that lasts: a statement may take minutes, and the server ends the session when nothing was heard of it
 * for 10 s, so that a process or a line that is gone keeps no lock from whoever takes the work up; or for as many seconds as its process
 * may not come to its turn. `session` must be one connection. Answers what makes it an ordinary one again.
 */
export async function forLastingWork(session: Session, silentSeconds = 10): Promise<() => Promise<void>> {
  await session.query(begin(silentSeconds));
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
