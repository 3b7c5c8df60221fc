import { constants, getPriority, setPriority } from 'node:os';

/**
 * For work that may take minutes: what people wait for is served first on this machine, as long as this process lives. Whoever started it
 * further behind knows why (and only root may come forward again).
 */
export function letOthersGoFirst(): void {
  setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
}
