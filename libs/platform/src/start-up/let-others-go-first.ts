import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/**
 * For work that may take minutes: what people wait for is served first on this machine, as long as the process lives. Whoever started it
 * further behind knows why (and only root may come forward again).
 */
export function letOthersGoFirst(pid = process.pid): void {
  const priority = Math.max(getPriority(pid), constants.priority.PRIORITY_BELOW_NORMAL);
  for (const thread of threadsOf(pid)) setPriority(thread, priority);
}

/** On Linux each thread has a rank of its own, those that clear up memory too; elsewhere the process has one. */
function threadsOf(pid: number): readonly number[] {
  return process.platform === 'linux' ? readdirSync(`/proc/${pid}/task`).map(Number) : [pid];
}
