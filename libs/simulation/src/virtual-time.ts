interface Due {
  readonly at: number;
  readonly action: () => void;
}

/**
 * Time that stands still while anything computes and then leaps to the next thing that is due. Everything that happens in a simulation is
 * an action here, so one seed gives one order.
 */
export class VirtualTime {
  /** Milliseconds since the beginning. */
  now = 0;
  /** How many actions were carried out. */
  steps = 0;
  /** The one due last first. */
  private readonly due: Due[] = [];

  after(ms: number, action: () => void): void {
    const at = this.now + ms;
    let [low, high] = [0, this.due.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      // Of two due at the same time, the one asked for first comes first.
      if ((this.due[middle] as Due).at > at) low = middle + 1;
      else high = middle;
    }
    this.due.splice(low, 0, { at, action });
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Until `over`, `mostMs` of virtual time have passed, or nothing is due any more; answers whether it is over. */
  async run(over: () => boolean, mostMs: number): Promise<boolean> {
    const end = this.now + mostMs;
    while (!over()) {
      const next = this.due.pop();
      if (!next || next.at > end) return false;
      this.now = next.at;
      this.steps += 1;
      next.action();
      // Every promise that this action settled is followed to its end before anything else happens.
      await new Promise<void>((resolve) => void setImmediate(resolve));
    }
    return true;
  }
}
