import { pause, type Position } from '@app/event-store';
import { changingGenerations } from '../generations';
import type { Session } from '../session';
import { type Extent, lockPositions } from '../positions';
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
 * Runs `work` while both generations stand still and their positions fit, inside one transaction that holds all their checkpoints: no runner
 * can apply a batch meanwhile. Where they do not fit, `bring` first brings both to one cut in the same transaction, and answers whether it
 * did. `work` is told: whoever looks from another connection sees that only later, answers undefined and is called again. Throws
 * RebuildRefused when it never comes to an end.
 */
export async function holdingBoth<Result>(
  session: Session,
  projection: string,
  both: readonly [number, number],
  fit: (standings: Standings) => boolean,
  bring: (extents: ReadonlyMap<number, Extent>) => Promise<boolean>,
  work: (standings: Standings, brought: boolean) => Promise<Result | undefined>,
): Promise<Result> {
  const stand = async () => {
    const extents = await lockPositions(session, projection, both);
    return { extents, standings: standingsOf(extents, projection, both) };
  };
  for (const end = Date.now() + PATIENCE_MS; ;) {
    let brought = false;
    const result = await changingGenerations(session, async () => {
      const { extents, standings: found } = await stand();
      if (!fit(found)) brought = await bring(extents);
      const { standings } = brought ? await stand() : { standings: found };
      return fit(standings) ? work(standings, brought) : undefined;
    });
    if (result !== undefined) return result;
    if (Date.now() > end) {
      throw new RebuildRefused(`Hai bản dữ liệu của “${projection}” chưa dừng ở cùng một vị trí; xin thử lại.`);
    }
    if (!brought) await pause(10);
  }
}

function standingsOf(
  extents: ReadonlyMap<number, Extent>,
  projection: string,
  [live, other]: readonly [number, number],
): Standings {
  const [seen, held] = [extents.get(live), extents.get(other)];
  if (!seen || !held) throw new RebuildRefused(`Một trong hai bản dữ liệu của “${projection}” không còn nữa.`);
  return { live: seen.most, other: held.least, even: seen.least === seen.most && held.least === held.most };
}
