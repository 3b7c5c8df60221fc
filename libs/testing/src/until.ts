import { pause } from '@app/event-store';

/** Looks again and again until it is so. Throws when it has not happened within so many ms: far more than it should take. */
export async function until(condition: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await condition()); await pause(20)) {
    if (Date.now() > end) throw new Error('It did not happen in time');
  }
}
