import type { RebuildState } from './rebuild-state';

/** What the estimate rests on. */
export type Measured = Pick<
  RebuildState,
  | ('phase' | 'careful' | 'position' | 'target' | 'groups' | 'settled')
  | ('settledBefore' | 'secondsAtWork' | 'secondsSinceProgress')
>;

/** Of a shorter time nothing can be said. */
const EARLY_SECONDS = 3;
/** Nobody seems to be at it any more. */
const STILL_SECONDS = 60;

/**
 * Whole seconds until the present phase is done (the log is read, the groups are settled), at its pace since it was begun or taken up; 0
 * when it is built and follows the log. Null while nothing can be known: it goes event by event, is at it for less than 3 s, has stood
 * still for a minute, has only unmeasured work left (keys, ranks), or reads a log whose positions are not `countable`.
 */
export function secondsLeft(rebuild: Measured, countable: boolean): number | null {
  const { phase, careful, secondsAtWork, secondsSinceProgress } = rebuild;
  if (careful !== null) return null;
  if (phase === 'following') return 0;
  if (secondsAtWork === null || secondsAtWork < EARLY_SECONDS || secondsSinceProgress >= STILL_SECONDS) return null;
  const { done, left } = phase === 'settling' ? groupsOf(rebuild) : eventsOf(rebuild, countable);
  return done > 0 && left > 0 ? Math.ceil((left * secondsAtWork) / done) : null;
}

/** Since it was begun or taken up. */
interface Work {
  readonly done: number;
  readonly left: number;
}

const UNKNOWN: Work = { done: 0, left: 0 };

/** Loading that is taken up begins anew. */
function eventsOf({ position, target }: Measured, countable: boolean): Work {
  if (!countable || position === null || target === null) return UNKNOWN;
  return { done: Number(position), left: Number(BigInt(target) - BigInt(position)) };
}

function groupsOf({ groups, settled, settledBefore }: Measured): Work {
  return groups === null ? UNKNOWN : { done: settled - settledBefore, left: groups - settled };
}
