import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/**
 * For work that may take minutes: what people wait for is served first on this machine, as long as this process lives. Whoever started it
 * further behind knows why (and only root may come forward again).
 */
export function letOthersGoFirst(): void {
  const priority = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL);
  for (const thread of threads()) setPriority(thread, priority);
}

/** On Linux each thread has a rank of its own, those that clear up memory too; elsewhere 0 is the whole process. */
function threads(): readonly number[] {
  return process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [0];
}
