import { AcrossGroups } from './across-groups';
import type { PartsStanding, RunnersModel } from './read-model';
import { SoleRunner } from './sole-runner';

const LOOK_AGAIN_MS = 10;
const IDLE_MS = 250;

/**
 * Computes `across` of a divided generation, behind all its parts: lets them go up to the log's end, waits until every one of them stands
 * there, computes what they left, and lets them go again. So nothing is ever computed from parts that stand at different positions.
 */
export class StageRunner extends SoleRunner {
  private waking: Promise<void> | undefined;

  protected async keepUp(model: RunnersModel, signal: AbortSignal, onProgress: () => void): Promise<void> {
    await this.beatIfAlive();
    const groups = new AcrossGroups(model.groups, model, this.projection);
    await groups.takeUpAgain();
    while (!signal.aborted) {
      const woken = this.wake(signal); // Before the log's end is asked for: what is appended behind it cannot be slept through.
      const standing = await model.cuts.standing();
      if (!together(standing)) {
        await this.timers.pause(LOOK_AGAIN_MS, signal);
        continue;
      }
      await this.busy(() => this.compute(model, groups, standing));
      onProgress();
      const head = await this.parts.store.head();
      if (head !== undefined && (standing.least === undefined || head > standing.least)) {
        await model.cuts.letGoTo(head);
      } else await woken;
    }
  }

  private async compute(
    model: RunnersModel,
    groups: AcrossGroups,
    { least, computed, left }: PartsStanding,
  ): Promise<void> {
    if (left) await groups.computeCarefully();
    if (least === undefined) return;
    if (least !== computed) await model.cuts.computedAll();
    await this.caughtUp(model, least);
  }

  /** One wake-up at a time; a hint, so that when it fails the clock wakes instead. */
  private wake(signal: AbortSignal): Promise<void> {
    this.waking ??= this.parts.store
      .wake(IDLE_MS, signal)
      .catch(() => this.timers.pause(IDLE_MS, signal))
      .finally(() => (this.waking = undefined));
    return this.waking;
  }
}

/** Every part has come to where it was let go, and none further. */
function together({ cut, least, most }: PartsStanding): boolean {
  return cut === undefined
    ? most === undefined || least === most
    : least !== undefined && least >= cut && least === most;
}
