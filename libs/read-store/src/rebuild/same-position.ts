import { pause, type Position } from '@app/event-store';
import { changingGenerations } from '../generations';
import type { Session } from '../session';
import { lockPositions } from '../positions';
import { RebuildRefused } from './rebuild-errors';

/** Where two generations of a projection stand. */
export interface Standings {
  /** The furthest of the live one's parts: what readers have seen. */
  readonly live: Position;
  /** The other one's part that is the furthest behind: what it holds. */
  readonly other: Position;
  /** Whether the parts of each stand at one position. */
  readonly even: boolean;
}

const PATIENCE_MS = 30_000;

/**
 * Runs `work` while both generations stand still and their positions fit, inside one transaction that holds both checkpoints: no runner
 * can apply a batch meanwhile. Between batches of the runners they fit sooner or later; throws RebuildRefused when they never do.
 */
export async function holdingBoth<Result>(
  session: Session,
  projection: string,
  [live, other]: readonly [number, number],
  fit: (standings: Standings) => boolean,
  work: (standings: Standings) => Promise<Result>,
): Promise<Result> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const outcome = await changingGenerations(session, async () => {
      const extents = await lockPositions(session, projection, [live, other]);
      const [seen, held] = [extents.get(live), extents.get(other)];
      if (!seen || !held) throw new RebuildRefused(`Một trong hai bản dữ liệu của “${projection}” không còn nữa.`);
      const even = seen.least === seen.most && held.least === held.most;
      const standings = { live: seen.most, other: held.least, even };
      return fit(standings) ? { result: await work(standings) } : undefined;
    });
    if (outcome) return outcome.result;
    if (Date.now() > end) {
      throw new RebuildRefused(`Hai bản dữ liệu của “${projection}” chưa dừng ở cùng một vị trí; xin thử lại.`);
    }
    await pause(10);
  }
}
